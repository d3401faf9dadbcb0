import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setUp, setUpState } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { openWith } from '../session/open-with.ts';
import { Sessions } from '../session/sessions.ts';
import { SetUp } from './set-up.service.ts';

@Controller()
export class SetUpController {
  constructor(
    private readonly setUpOnce: SetUp,
    private readonly sessions: Sessions,
  ) {}

  @Handles(setUpState)
  async state(): Promise<AnswerOf<typeof setUpState>> {
    return { needed: await this.setUpOnce.needed() };
  }

  @Handles(setUp)
  async run(
    @Body(parse(setUp.body)) body: BodyOf<typeof setUp>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof setUp>> {
    return openWith(await this.setUpOnce.run(body), this.sessions, { request, reply });
  }
}
