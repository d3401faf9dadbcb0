import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  changePassword,
  endSessions,
  listSessions,
  renewSession,
  signIn,
  signInAgain,
  signOut,
  whoAmI,
} from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { giveDevice, takeToken, tokenOf, tokensOf } from './cookie.ts';
import { openWith } from './open-with.ts';
import { By } from './session.guard.ts';
import { SessionService } from './session.service.ts';
import { Sessions } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';

type Answer = AnswerOf<typeof whoAmI>;

@Controller()
export class SessionController {
  constructor(
    private readonly service: SessionService,
    private readonly sessions: Sessions,
  ) {}

  @Handles(signIn)
  async signIn(
    @Body(parse(signIn.body)) body: BodyOf<typeof signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const { session, device } = await this.service.signIn(body, tokensOf(request));
    const answer = await openWith(session, this.sessions, { request, reply });
    giveDevice(request, reply, device);
    return answer;
  }

  @Handles(whoAmI, { quiet: true })
  read(@By() by: SignedIn): Promise<Answer> {
    return this.sessions.describe(by);
  }

  @Handles(renewSession)
  renew(@By() by: SignedIn): Promise<Answer> {
    return this.sessions.describe(by);
  }

  @Handles(signInAgain)
  async signInAgain(
    @By() by: SignedIn,
    @Body(parse(signInAgain.body)) body: BodyOf<typeof signInAgain>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const token = await this.service.signInAgain(by, body, tokenOf(request) ?? '');
    return openWith(token, this.sessions, { request, reply });
  }

  @Handles(signOut)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    // First: when the session cannot be ended for want of room, at least this browser lets go of it.
    takeToken(request, reply);
    if (token !== null) await this.service.signOut(token);
  }

  @Handles(listSessions)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listSessions>> {
    return this.sessions.ofPerson(by);
  }

  @Handles(endSessions)
  end(
    @By() by: SignedIn,
    @Body(parse(endSessions.body)) { sessionId }: BodyOf<typeof endSessions>,
  ): Promise<AnswerOf<typeof endSessions>> {
    return this.sessions.endOf(by, sessionId);
  }

  @Handles(changePassword)
  async changePassword(
    @By() by: SignedIn,
    @Body(parse(changePassword.body)) body: BodyOf<typeof changePassword>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return openWith(await this.service.changePassword(by, body), this.sessions, { request, reply });
  }
}
