import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  endAgreement,
  listAgreements,
  listUnsigned,
  makeAgreement,
  makeAgreements,
  reviewAgreement,
  settleEnvelopes,
} from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { AgreementsService } from './agreements.service.ts';

@Controller()
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService) {}

  @Handles(listAgreements)
  list(
    @By() by: SignedIn,
    @Query(parse(listAgreements.query)) query: QueryOf<typeof listAgreements>,
  ): Promise<AnswerOf<typeof listAgreements>> {
    return this.agreements.list(by, query.residentId);
  }

  @Handles(makeAgreement)
  make(
    @By() by: SignedIn,
    @Body(parse(makeAgreement.body)) body: BodyOf<typeof makeAgreement>,
  ): Promise<AnswerOf<typeof makeAgreement>> {
    return this.agreements.make(by, body);
  }

  @Handles(listUnsigned)
  unsigned(@By() by: SignedIn): Promise<AnswerOf<typeof listUnsigned>> {
    return this.agreements.unsigned(by);
  }

  @Handles(makeAgreements)
  makeAll(
    @By() by: SignedIn,
    @Body(parse(makeAgreements.body)) body: BodyOf<typeof makeAgreements>,
  ): Promise<AnswerOf<typeof makeAgreements>> {
    return this.agreements.makeAll(by, body);
  }

  @Handles(endAgreement)
  end(
    @By() by: SignedIn,
    @Param('id', id) agreementId: string,
    @Body(parse(endAgreement.body)) body: BodyOf<typeof endAgreement>,
  ): Promise<AnswerOf<typeof endAgreement>> {
    return this.agreements.end(by, agreementId, body);
  }

  @Handles(reviewAgreement)
  review(
    @By() by: SignedIn,
    @Param('id', id) agreementId: string,
    @Body(parse(reviewAgreement.body)) body: BodyOf<typeof reviewAgreement>,
  ): Promise<AnswerOf<typeof reviewAgreement>> {
    return this.agreements.review(by, agreementId, body);
  }

  @Handles(settleEnvelopes)
  settleEnvelopes(
    @By() by: SignedIn,
    @Param('id', id) agreementId: string,
    @Body(parse(settleEnvelopes.body)) body: BodyOf<typeof settleEnvelopes>,
  ): Promise<AnswerOf<typeof settleEnvelopes>> {
    return this.agreements.settleEnvelopes(by, agreementId, body);
  }
}
