import { Body, Controller, Query } from '@nestjs/common';
import { listViewReviews, readViewExceptions, reviewViews } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ViewsService } from './views.service.ts';

@Controller()
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Handles(listViewReviews)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listViewReviews>> {
    return this.views.list(by);
  }

  @Handles(readViewExceptions)
  exceptions(
    @By() by: SignedIn,
    @Query(parse(readViewExceptions.query)) { quarterOn }: QueryOf<typeof readViewExceptions>,
  ): Promise<AnswerOf<typeof readViewExceptions>> {
    return this.views.exceptions(by, quarterOn);
  }

  @Handles(reviewViews)
  review(
    @By() by: SignedIn,
    @Body(parse(reviewViews.body)) body: BodyOf<typeof reviewViews>,
  ): Promise<AnswerOf<typeof reviewViews>> {
    return this.views.review(by, body);
  }
}
