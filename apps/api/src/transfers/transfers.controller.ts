import { Body, Controller, Param } from '@nestjs/common';
import { answerTransfer, cancelTransfer, readTransfers, sendItems } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { TransfersService } from './transfers.service.ts';

type Answer = Promise<AnswerOf<typeof sendItems>>;

@Controller()
export class TransfersController {
  constructor(private readonly transfers: TransfersService) {}

  @Handles(readTransfers)
  read(@By() by: SignedIn): Promise<AnswerOf<typeof readTransfers>> {
    return this.transfers.read(by);
  }

  @Handles(sendItems)
  async send(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(sendItems.body)) body: BodyOf<typeof sendItems>,
  ): Answer {
    return { receipt: await this.transfers.send(by, residentId, body) };
  }

  @Handles(answerTransfer)
  async answer(
    @By() by: SignedIn,
    @Param('id', id) transferId: string,
    @Body(parse(answerTransfer.body)) body: BodyOf<typeof answerTransfer>,
  ): Answer {
    return { receipt: await this.transfers.answer(by, transferId, body) };
  }

  @Handles(cancelTransfer)
  async cancel(
    @By() by: SignedIn,
    @Param('id', id) transferId: string,
    @Body(parse(cancelTransfer.body)) body: BodyOf<typeof cancelTransfer>,
  ): Answer {
    return { receipt: await this.transfers.cancel(by, transferId, body) };
  }
}
