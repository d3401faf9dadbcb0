import { Body, Controller, Param, Query } from '@nestjs/common';
import { holdTemporarily, listItems, readItem, takeIn } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ItemsService } from './items.service.ts';

@Controller()
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  @Handles(listItems)
  list(
    @By() by: SignedIn,
    @Query(parse(listItems.query)) query: QueryOf<typeof listItems>,
  ): Promise<AnswerOf<typeof listItems>> {
    return this.items.list(by, query);
  }

  @Handles(readItem)
  read(@By() by: SignedIn, @Param('id', id) itemId: string): Promise<AnswerOf<typeof readItem>> {
    return this.items.read(by, itemId);
  }

  @Handles(takeIn)
  takeIn(@By() by: SignedIn, @Body(parse(takeIn.body)) body: BodyOf<typeof takeIn>): Promise<AnswerOf<typeof takeIn>> {
    return this.items.takeIn(by, body);
  }

  @Handles(holdTemporarily)
  hold(
    @By() by: SignedIn,
    @Body(parse(holdTemporarily.body)) body: BodyOf<typeof holdTemporarily>,
  ): Promise<AnswerOf<typeof holdTemporarily>> {
    return this.items.holdTemporarily(by, body);
  }
}
