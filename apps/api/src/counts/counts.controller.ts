import { Body, Controller, Param } from '@nestjs/common';
import {
  closeCount,
  confirmCounts,
  dropCount,
  enterCount,
  enterList,
  lookForListed,
  readCount,
  readCounts,
  readOpening,
  recount,
  setCountPolicy,
  settleDifference,
  startCount,
  takeOverCount,
} from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { CountPolicyService } from './count-policy.service.ts';
import { CountsReader } from './counts-reader.ts';
import { CountsService } from './counts.service.ts';

type Answer = AnswerOf<typeof startCount>;

@Controller()
export class CountsController {
  constructor(
    private readonly counts: CountsService,
    private readonly reader: CountsReader,
    private readonly policy: CountPolicyService,
  ) {}

  @Handles(readCounts)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof readCounts>> {
    return this.reader.list(by);
  }

  @Handles(readOpening)
  opening(@By() by: SignedIn): Promise<AnswerOf<typeof readOpening>> {
    return this.reader.opening(by);
  }

  @Handles(readCount)
  one(@By() by: SignedIn, @Param('id', id) countId: string): Promise<AnswerOf<typeof readCount>> {
    return this.reader.one(by, countId);
  }

  @Handles(startCount)
  start(@By() by: SignedIn, @Body(parse(startCount.body)) body: BodyOf<typeof startCount>): Promise<Answer> {
    return this.counts.start(by, body);
  }

  @Handles(enterCount)
  enter(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(enterCount.body)) body: BodyOf<typeof enterCount>,
  ): Promise<Answer> {
    return this.counts.enter(by, countId, body);
  }

  @Handles(lookForListed)
  look(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(lookForListed.body)) body: BodyOf<typeof lookForListed>,
  ): Promise<Answer> {
    return this.counts.look(by, countId, body);
  }

  @Handles(enterList)
  enterList(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(enterList.body)) body: BodyOf<typeof enterList>,
  ): Promise<Answer> {
    return this.counts.enterList(by, countId, body);
  }

  @Handles(recount)
  recount(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(recount.body)) body: BodyOf<typeof recount>,
  ): Promise<Answer> {
    return this.counts.recount(by, countId, body);
  }

  @Handles(settleDifference)
  settle(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(settleDifference.body)) body: BodyOf<typeof settleDifference>,
  ): Promise<Answer> {
    return this.counts.settle(by, countId, body);
  }

  @Handles(closeCount)
  close(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(closeCount.body)) body: BodyOf<typeof closeCount>,
  ): Promise<Answer> {
    return this.counts.close(by, countId, body);
  }

  @Handles(takeOverCount)
  takeOver(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(takeOverCount.body)) body: BodyOf<typeof takeOverCount>,
  ): Promise<Answer> {
    return this.counts.takeOver(by, countId, body);
  }

  @Handles(dropCount)
  drop(
    @By() by: SignedIn,
    @Param('id', id) countId: string,
    @Body(parse(dropCount.body)) body: BodyOf<typeof dropCount>,
  ): Promise<AnswerOf<typeof dropCount>> {
    return this.counts.drop(by, countId, body);
  }

  @Handles(confirmCounts)
  confirm(
    @By() by: SignedIn,
    @Body(parse(confirmCounts.body)) body: BodyOf<typeof confirmCounts>,
  ): Promise<AnswerOf<typeof confirmCounts>> {
    return this.counts.confirm(by, body);
  }

  @Handles(setCountPolicy)
  set(
    @By() by: SignedIn,
    @Body(parse(setCountPolicy.body)) body: BodyOf<typeof setCountPolicy>,
  ): Promise<AnswerOf<typeof setCountPolicy>> {
    return this.policy.set(by, body);
  }
}
