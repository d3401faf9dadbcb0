import { Body, Controller, Param, Query } from '@nestjs/common';
import { assignItem, describeItem, holdTemporarily, listItems, readItem, takeIn } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { CustodyService } from '../custody/custody.service.ts';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ItemsService } from './items.service.ts';

@Controller()
export class ItemsController {
  constructor(
    private readonly items: ItemsService,
    private readonly custody: CustodyService,
  ) {}

  @Handles(listItems, 'see-board')
  list(
    @By() by: SignedIn,
    @Query(parse(listItems.query)) query: QueryOf<typeof listItems>,
  ): Promise<AnswerOf<typeof listItems>> {
    return this.items.list(by, query);
  }

  @Handles(readItem, 'see-board')
  read(@By() by: SignedIn, @Param('id', id) itemId: string): Promise<AnswerOf<typeof readItem>> {
    return this.items.read(by, itemId);
  }

  @Handles(takeIn, 'take-in')
  takeIn(@By() by: SignedIn, @Body(parse(takeIn.body)) body: BodyOf<typeof takeIn>): Promise<AnswerOf<typeof takeIn>> {
    return this.items.takeIn(by, body);
  }

  @Handles(holdTemporarily, 'hold-temporarily')
  hold(
    @By() by: SignedIn,
    @Body(parse(holdTemporarily.body)) body: BodyOf<typeof holdTemporarily>,
  ): Promise<AnswerOf<typeof holdTemporarily>> {
    return this.items.holdTemporarily(by, body);
  }

  @Handles(describeItem, 'take-in')
  async describe(
    @By() by: SignedIn,
    @Param('id', id) itemId: string,
    @Body(parse(describeItem.body)) body: BodyOf<typeof describeItem>,
  ): Promise<AnswerOf<typeof describeItem>> {
    const receipt = await this.custody.describe(by, itemId, body);
    return { item: await this.items.read(by, itemId), receipt };
  }

  @Handles(assignItem, 'hold-temporarily')
  async assign(
    @By() by: SignedIn,
    @Param('id', id) itemId: string,
    @Body(parse(assignItem.body)) body: BodyOf<typeof assignItem>,
  ): Promise<AnswerOf<typeof assignItem>> {
    const receipt = await this.custody.assign(by, itemId, body);
    return { item: await this.items.read(by, itemId), receipt };
  }
}
