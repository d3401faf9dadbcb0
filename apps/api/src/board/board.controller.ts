import { Controller, Query } from '@nestjs/common';
import { readBoard } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { BoardService } from './board.service.ts';

@Controller()
export class BoardController {
  constructor(private readonly board: BoardService) {}

  @Handles(readBoard, { quiet: true })
  read(
    @By() by: SignedIn,
    @Query(parse(readBoard.query)) { since }: QueryOf<typeof readBoard>,
  ): Promise<AnswerOf<typeof readBoard>> {
    return this.board.read(by, since);
  }
}
