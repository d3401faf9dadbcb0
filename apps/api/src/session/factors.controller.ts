import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { confirmTotp, readFactors, removeTotp, renewRecoveryCodes, startTotp } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { FactorsService } from './factors.service.ts';
import { Passkeys } from './passkeys.ts';
import { By } from './session.guard.ts';
import { Sessions } from './sessions.ts';
import type { SignedIn } from './signed-in.ts';
import { openWith } from './open-with.ts';

@Controller()
export class FactorsController {
  constructor(
    private readonly factors: FactorsService,
    private readonly sessions: Sessions,
    private readonly passkeys: Passkeys,
  ) {}

  @Handles(readFactors)
  read(@By() by: SignedIn, @Req() request: FastifyRequest): Promise<AnswerOf<typeof readFactors>> {
    return this.factors.read(by, this.passkeys.siteOf(request) !== null);
  }

  @Handles(startTotp)
  startTotp(@By() by: SignedIn): Promise<AnswerOf<typeof startTotp>> {
    return this.factors.startTotp(by);
  }

  @Handles(confirmTotp)
  async confirmTotp(
    @By() by: SignedIn,
    @Body(parse(confirmTotp.body)) body: BodyOf<typeof confirmTotp>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof confirmTotp>> {
    const { token, recoveryCodes } = await this.factors.confirmTotp(by, body);
    return { session: await openWith(token, this.sessions, { request, reply }), recoveryCodes };
  }

  @Handles(removeTotp)
  async removeTotp(
    @By() by: SignedIn,
    @Body(parse(removeTotp.body)) body: BodyOf<typeof removeTotp>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof removeTotp>> {
    return openWith(await this.factors.removeTotp(by, body), this.sessions, { request, reply });
  }

  @Handles(renewRecoveryCodes)
  renewRecoveryCodes(
    @By() by: SignedIn,
    @Body(parse(renewRecoveryCodes.body)) body: BodyOf<typeof renewRecoveryCodes>,
  ): Promise<AnswerOf<typeof renewRecoveryCodes>> {
    return this.factors.renewRecoveryCodes(by, body);
  }
}
