import { Body, Controller, Query } from '@nestjs/common';
import { enterSheet, readSheet } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { PaperSheetsService } from './paper-sheets.service.ts';

@Controller()
export class PaperSheetsController {
  constructor(private readonly sheets: PaperSheetsService) {}

  @Handles(readSheet)
  read(
    @By() by: SignedIn,
    @Query(parse(readSheet.query)) { sheet }: QueryOf<typeof readSheet>,
  ): Promise<AnswerOf<typeof readSheet>> {
    return this.sheets.read(by, sheet);
  }

  @Handles(enterSheet)
  enter(
    @By() by: SignedIn,
    @Body(parse(enterSheet.body)) body: BodyOf<typeof enterSheet>,
  ): Promise<AnswerOf<typeof enterSheet>> {
    return this.sheets.enter(by, body);
  }
}
