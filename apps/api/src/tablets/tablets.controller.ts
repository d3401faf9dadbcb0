import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  addTablet,
  emergencyAtTablet,
  enrolTablet,
  listAtTablet,
  listTablets,
  readTablet,
  revokeTablet,
  signInAtTablet,
} from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { giveDevice, giveTablet, tabletOf, takeToken, tokensOf } from '../session/cookie.ts';
import { openWith } from '../session/open-with.ts';
import { By } from '../session/session.guard.ts';
import { Sessions } from '../session/sessions.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { TabletDoor } from './tablets.door.ts';
import { TabletsService } from './tablets.service.ts';

@Controller()
export class TabletsController {
  constructor(
    private readonly tablets: TabletsService,
    private readonly door: TabletDoor,
    private readonly sessions: Sessions,
  ) {}

  @Handles(listTablets)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listTablets>> {
    return this.tablets.list(by);
  }

  @Handles(addTablet)
  add(
    @By() by: SignedIn,
    @Body(parse(addTablet.body)) body: BodyOf<typeof addTablet>,
  ): Promise<AnswerOf<typeof addTablet>> {
    return this.tablets.add(by, body);
  }

  @Handles(revokeTablet)
  revoke(
    @By() by: SignedIn,
    @Param('id', id) tabletId: string,
    @Body(parse(revokeTablet.body)) body: BodyOf<typeof revokeTablet>,
  ): Promise<AnswerOf<typeof revokeTablet>> {
    return this.tablets.revoke(by, tabletId, body);
  }

  @Handles(readTablet)
  read(@Req() request: FastifyRequest): Promise<AnswerOf<typeof readTablet>> {
    return this.door.read(tabletOf(request));
  }

  @Handles(enrolTablet)
  async enrol(
    @Body(parse(enrolTablet.body)) body: BodyOf<typeof enrolTablet>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof enrolTablet>> {
    const token = await this.door.enrol(body, tokensOf(request));
    takeToken(request, reply);
    giveTablet(request, reply, token);
    return this.door.read(token);
  }

  @Handles(signInAtTablet)
  async signIn(
    @Body(parse(signInAtTablet.body)) body: BodyOf<typeof signInAtTablet>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof signInAtTablet>> {
    const had = tokensOf(request);
    const { session, device } = await this.door.signIn(body, had);
    const answer = await openWith(session, this.sessions, { request, reply });
    giveDevice(request, reply, device);
    if (had.tablet !== null) giveTablet(request, reply, had.tablet);
    return answer;
  }

  @Handles(listAtTablet)
  residents(@Req() request: FastifyRequest): Promise<AnswerOf<typeof listAtTablet>> {
    return this.door.residents(tabletOf(request));
  }

  @Handles(emergencyAtTablet)
  emergency(
    @Body(parse(emergencyAtTablet.body)) body: BodyOf<typeof emergencyAtTablet>,
    @Req() request: FastifyRequest,
  ): Promise<AnswerOf<typeof emergencyAtTablet>> {
    return this.door.emergency(body, tabletOf(request));
  }
}
