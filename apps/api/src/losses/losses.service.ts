import { Injectable } from '@nestjs/common';
import { closeLoss, describeLoss, explainLoss, noteLossStep, reopenLoss } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { BodyOf } from '@azukari/contract';
import { CustodyService } from '../custody/custody.service.ts';
import { staffNamed } from '../items/situations.ts';
import type { Receipt } from '../ledger/commands.ts';
import type { SignedIn } from '../session/signed-in.ts';

/** LossesService keeps what is done about a 紛失, step by step: entries of the item that was lost. */
@Injectable()
export class LossesService {
  constructor(private readonly custody: CustodyService) {}

  describe(by: SignedIn, body: BodyOf<typeof contract.describeLoss>): Promise<Receipt> {
    return this.custody.correct(by, 'describeLoss', body, (_, situation) => describeLoss(body, situation));
  }

  noteStep(by: SignedIn, body: BodyOf<typeof contract.noteLossStep>): Promise<Receipt> {
    return this.custody.correct(by, 'noteLossStep', body, async (_, situation, tx) => {
      const staffName = body.staffId === null ? null : await staffNamed(tx, by, body.staffId);
      return noteLossStep({ ...body, staffName }, situation);
    });
  }

  explain(by: SignedIn, body: BodyOf<typeof contract.explainLoss>): Promise<Receipt> {
    return this.custody.correct(by, 'explainLoss', body, (_, situation) => explainLoss(body, situation));
  }

  close(by: SignedIn, body: BodyOf<typeof contract.closeLoss>): Promise<Receipt> {
    return this.custody.correct(by, 'closeLoss', body, (_, situation) => closeLoss(body, situation));
  }

  reopen(by: SignedIn, body: BodyOf<typeof contract.reopenLoss>): Promise<Receipt> {
    return this.custody.correct(by, 'reopenLoss', body, (_, situation) => reopenLoss(body, situation));
  }
}
