import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  agreeItems,
  amendEntry,
  assignItem,
  cancelEntry,
  changeCustody,
  checkIn,
  checkOut,
  comeBack,
  confirmWhereabouts,
  describeItem,
  enterLate,
  handOver,
  moveItems,
  readCommand,
  readCustodyAt,
  reportFound,
  reportMissing,
  reviewEmergency,
  startSearch,
  withoutEmergencyText,
} from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { ItemsService } from '../items/items.service.ts';
import { Commands } from '../ledger/commands.ts';
import type { Receipt } from '../ledger/commands.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { CustodyAtService } from './custody-at.service.ts';
import { CustodyService } from './custody.service.ts';

type Answer = AnswerOf<typeof checkOut>;

/** The guard's action is the least that may enter; where the body decides (救急, ご本人へ), the domain looks again. */
@Controller()
export class CustodyController {
  constructor(
    private readonly custody: CustodyService,
    private readonly custodyAt: CustodyAtService,
    private readonly commands: Commands,
    private readonly items: ItemsService,
  ) {}

  @Handles(checkOut)
  checkOut(
    @By() by: SignedIn,
    @Body({ transform: withoutEmergencyText }, parse(checkOut.body)) body: BodyOf<typeof checkOut>,
  ): Promise<Answer> {
    return answer(this.custody.checkOut(by, body));
  }

  @Handles(checkIn)
  checkIn(@By() by: SignedIn, @Body(parse(checkIn.body)) body: BodyOf<typeof checkIn>): Promise<Answer> {
    return answer(this.custody.checkIn(by, body));
  }

  @Handles(changeCustody)
  change(@By() by: SignedIn, @Body(parse(changeCustody.body)) body: BodyOf<typeof changeCustody>): Promise<Answer> {
    return answer(this.custody.change(by, body));
  }

  @Handles(comeBack)
  comeBack(@By() by: SignedIn, @Body(parse(comeBack.body)) body: BodyOf<typeof comeBack>): Promise<Answer> {
    return answer(this.custody.comeBack(by, body));
  }

  @Handles(moveItems)
  move(@By() by: SignedIn, @Body(parse(moveItems.body)) body: BodyOf<typeof moveItems>): Promise<Answer> {
    return answer(this.custody.move(by, body));
  }

  @Handles(handOver)
  handOver(@By() by: SignedIn, @Body(parse(handOver.body)) body: BodyOf<typeof handOver>): Promise<Answer> {
    return answer(this.custody.handOver(by, body));
  }

  @Handles(agreeItems)
  agree(@By() by: SignedIn, @Body(parse(agreeItems.body)) body: BodyOf<typeof agreeItems>): Promise<Answer> {
    return answer(this.custody.agree(by, body));
  }

  @Handles(confirmWhereabouts)
  confirmWhereabouts(
    @By() by: SignedIn,
    @Body(parse(confirmWhereabouts.body)) body: BodyOf<typeof confirmWhereabouts>,
  ): Promise<Answer> {
    return answer(this.custody.confirmWhereabouts(by, body));
  }

  @Handles(startSearch)
  startSearch(@By() by: SignedIn, @Body(parse(startSearch.body)) body: BodyOf<typeof startSearch>): Promise<Answer> {
    return answer(this.custody.startSearch(by, body));
  }

  @Handles(reportMissing)
  reportMissing(
    @By() by: SignedIn,
    @Body(parse(reportMissing.body)) body: BodyOf<typeof reportMissing>,
  ): Promise<Answer> {
    return answer(this.custody.reportMissing(by, body));
  }

  @Handles(reportFound)
  reportFound(@By() by: SignedIn, @Body(parse(reportFound.body)) body: BodyOf<typeof reportFound>): Promise<Answer> {
    return answer(this.custody.reportFound(by, body));
  }

  @Handles(enterLate)
  enterLate(@By() by: SignedIn, @Body(parse(enterLate.body)) body: BodyOf<typeof enterLate>): Promise<Answer> {
    return answer(this.custody.enterLate(by, body));
  }

  @Handles(amendEntry)
  amend(@By() by: SignedIn, @Body(parse(amendEntry.body)) body: BodyOf<typeof amendEntry>): Promise<Answer> {
    return answer(this.custody.amend(by, body));
  }

  @Handles(cancelEntry)
  cancel(@By() by: SignedIn, @Body(parse(cancelEntry.body)) body: BodyOf<typeof cancelEntry>): Promise<Answer> {
    return answer(this.custody.cancel(by, body));
  }

  @Handles(reviewEmergency)
  reviewEmergency(
    @By() by: SignedIn,
    @Body(parse(reviewEmergency.body)) body: BodyOf<typeof reviewEmergency>,
  ): Promise<Answer> {
    return answer(this.custody.reviewEmergency(by, body));
  }

  @Handles(describeItem)
  async describe(
    @By() by: SignedIn,
    @Param('id', id) itemId: string,
    @Body(parse(describeItem.body)) body: BodyOf<typeof describeItem>,
  ): Promise<AnswerOf<typeof describeItem>> {
    const receipt = await this.custody.describe(by, itemId, body);
    return { item: await this.items.read(by, itemId), receipt };
  }

  @Handles(assignItem)
  async assign(
    @By() by: SignedIn,
    @Param('id', id) itemId: string,
    @Body(parse(assignItem.body)) body: BodyOf<typeof assignItem>,
  ): Promise<AnswerOf<typeof assignItem>> {
    const receipt = await this.custody.assign(by, itemId, body);
    return { item: await this.items.read(by, itemId), receipt };
  }

  @Handles(readCustodyAt)
  readCustodyAt(
    @By() by: SignedIn,
    @Query(parse(readCustodyAt.query)) { at }: QueryOf<typeof readCustodyAt>,
  ): Promise<AnswerOf<typeof readCustodyAt>> {
    return this.custodyAt.read(by, at);
  }

  @Handles(readCommand)
  readCommand(@By() by: SignedIn, @Param('id', id) commandId: string): Promise<Answer> {
    return answer(this.commands.read(by.facilityId, commandId));
  }
}

async function answer(receipt: Promise<Receipt>): Promise<{ receipt: Receipt }> {
  return { receipt: await receipt };
}
