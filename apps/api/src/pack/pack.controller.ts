import { Controller, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { makePack, readPackProgress } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { dayInTokyo } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { PackService } from './pack.service.ts';

@Controller()
export class PackController {
  constructor(
    private readonly packs: PackService,
    private readonly clock: Clock,
  ) {}

  @Handles(makePack)
  async make(
    @By() by: SignedIn,
    @Query(parse(makePack.query)) query: QueryOf<typeof makePack>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const zip = await this.packs.make(by, query);
    const name = `azukari-${dayInTokyo(this.clock.now())}.zip`;
    void reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store');
    return new StreamableFile(zip);
  }

  @Handles(readPackProgress, { quiet: true })
  progress(@By() by: SignedIn): AnswerOf<typeof readPackProgress> {
    return { entries: this.packs.progress(by) };
  }
}
