import { Body, Controller, Query } from '@nestjs/common';
import { closeDeadline, listDeadlines, reopenDeadline } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ClosingsService } from './closings.service.ts';
import { DeadlinesService } from './deadlines.service.ts';

@Controller()
export class DeadlinesController {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly closings: ClosingsService,
  ) {}

  @Handles(listDeadlines)
  list(
    @By() by: SignedIn,
    @Query(parse(listDeadlines.query)) query: QueryOf<typeof listDeadlines>,
  ): Promise<AnswerOf<typeof listDeadlines>> {
    return this.deadlines.list(by, query);
  }

  @Handles(closeDeadline)
  close(
    @By() by: SignedIn,
    @Body(parse(closeDeadline.body)) body: BodyOf<typeof closeDeadline>,
  ): Promise<AnswerOf<typeof closeDeadline>> {
    return this.closings.close(by, body);
  }

  @Handles(reopenDeadline)
  reopen(
    @By() by: SignedIn,
    @Body(parse(reopenDeadline.body)) body: BodyOf<typeof reopenDeadline>,
  ): Promise<AnswerOf<typeof reopenDeadline>> {
    return this.closings.reopen(by, body);
  }
}
