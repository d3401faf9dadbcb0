import { Controller, Query } from '@nestjs/common';
import { listDeadlines } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { DeadlinesService } from './deadlines.service.ts';

@Controller()
export class DeadlinesController {
  constructor(private readonly deadlines: DeadlinesService) {}

  @Handles(listDeadlines, 'see-board')
  list(
    @By() by: SignedIn,
    @Query(parse(listDeadlines.query)) query: QueryOf<typeof listDeadlines>,
  ): Promise<AnswerOf<typeof listDeadlines>> {
    return this.deadlines.list(by, query);
  }
}
