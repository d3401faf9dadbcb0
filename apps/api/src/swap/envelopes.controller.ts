import { Body, Controller, Param } from '@nestjs/common';
import { listEnvelopes, markEnvelope, openEnvelope, receiveEnvelopes } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { EnvelopesService } from './envelopes.service.ts';

@Controller()
export class EnvelopesController {
  constructor(private readonly envelopes: EnvelopesService) {}

  @Handles(listEnvelopes)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listEnvelopes>> {
    return this.envelopes.list(by);
  }

  /** The least that may enter: where an agreement covers the envelope, the domain asks for more. */
  @Handles(receiveEnvelopes)
  receive(
    @By() by: SignedIn,
    @Body(parse(receiveEnvelopes.body)) body: BodyOf<typeof receiveEnvelopes>,
  ): Promise<AnswerOf<typeof receiveEnvelopes>> {
    return this.envelopes.receive(by, body);
  }

  @Handles(markEnvelope)
  mark(
    @By() by: SignedIn,
    @Param('id', id) envelopeId: string,
    @Body(parse(markEnvelope.body)) body: BodyOf<typeof markEnvelope>,
  ): Promise<AnswerOf<typeof markEnvelope>> {
    return this.envelopes.mark(by, envelopeId, body);
  }

  @Handles(openEnvelope)
  open(
    @By() by: SignedIn,
    @Param('id', id) envelopeId: string,
    @Body(parse(openEnvelope.body)) body: BodyOf<typeof openEnvelope>,
  ): Promise<AnswerOf<typeof openEnvelope>> {
    return this.envelopes.open(by, envelopeId, body);
  }
}
