import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  addPasskey,
  askPasskey,
  removePasskey,
  signInAgainByPasskey,
  signInByPasskey,
  startPasskey,
} from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { giveDevice, tokenOf, tokensOf } from './cookie.ts';
import { openWith } from './open-with.ts';
import { Passkeys } from './passkeys.ts';
import { PasskeysService } from './passkeys.service.ts';
import { By } from './session.guard.ts';
import { Sessions } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';

@Controller()
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly service: PasskeysService,
    private readonly sessions: Sessions,
  ) {}

  @Handles(startPasskey)
  start(@By() by: SignedIn, @Req() request: FastifyRequest): Promise<AnswerOf<typeof startPasskey>> {
    return this.service.start(by, this.passkeys.siteOf(request));
  }

  @Handles(addPasskey)
  async add(
    @By() by: SignedIn,
    @Body(parse(addPasskey.body)) body: BodyOf<typeof addPasskey>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof addPasskey>> {
    const { token, recoveryCodes } = await this.service.add(by, this.passkeys.siteOf(request), body);
    return { session: await openWith(token, this.sessions, { request, reply }), recoveryCodes };
  }

  @Handles(removePasskey)
  async remove(
    @By() by: SignedIn,
    @Body(parse(removePasskey.body)) body: BodyOf<typeof removePasskey>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof removePasskey>> {
    return openWith(await this.service.remove(by, body), this.sessions, { request, reply });
  }

  @Handles(askPasskey)
  ask(@Req() request: FastifyRequest): Promise<AnswerOf<typeof askPasskey>> {
    return this.service.ask(this.passkeys.siteOf(request));
  }

  @Handles(signInByPasskey)
  async signIn(
    @Body(parse(signInByPasskey.body)) body: BodyOf<typeof signInByPasskey>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof signInByPasskey>> {
    const had = tokensOf(request);
    const { session, device } = await this.service.signIn(this.passkeys.siteOf(request), body, had);
    const answer = await openWith(session, this.sessions, { request, reply });
    giveDevice(request, reply, device);
    return answer;
  }

  @Handles(signInAgainByPasskey)
  async signInAgain(
    @By() by: SignedIn,
    @Body(parse(signInAgainByPasskey.body)) body: BodyOf<typeof signInAgainByPasskey>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof signInAgainByPasskey>> {
    const token = await this.service.signInAgain(by, this.passkeys.siteOf(request), body, tokenOf(request) ?? '');
    return openWith(token, this.sessions, { request, reply });
  }
}
