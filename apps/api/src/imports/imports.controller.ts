import { Body, Controller, Param } from '@nestjs/common';
import { importList, readImport } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ImportsService } from './imports.service.ts';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Handles(importList)
  import(
    @By() by: SignedIn,
    @Body(parse(importList.body)) body: BodyOf<typeof importList>,
  ): Promise<AnswerOf<typeof importList>> {
    return this.imports.run(by, body);
  }

  @Handles(readImport, { quiet: true })
  progress(@By() by: SignedIn, @Param('id', id) command: string): AnswerOf<typeof readImport> {
    return { progress: this.imports.progress(by, command) };
  }
}
