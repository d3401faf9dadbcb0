import { Body, Controller, Query } from '@nestjs/common';
import { closeLoss, describeLoss, explainLoss, listLosses, noteLossStep, reopenLoss } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import type { Receipt } from '../ledger/commands.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { LossesReader } from './losses.reader.ts';
import { LossesService } from './losses.service.ts';

type Answer = Promise<AnswerOf<typeof closeLoss>>;

@Controller()
export class LossesController {
  constructor(
    private readonly losses: LossesService,
    private readonly reader: LossesReader,
  ) {}

  @Handles(listLosses)
  async list(
    @By() by: SignedIn,
    @Query(parse(listLosses.query)) { open }: QueryOf<typeof listLosses>,
  ): Promise<AnswerOf<typeof listLosses>> {
    const losses = open === true ? await this.reader.open(by) : await this.reader.all(by);
    return { losses: losses.map(({ view }) => view) };
  }

  @Handles(describeLoss)
  describe(@By() by: SignedIn, @Body(parse(describeLoss.body)) body: BodyOf<typeof describeLoss>): Answer {
    return answer(this.losses.describe(by, body));
  }

  @Handles(noteLossStep)
  noteStep(@By() by: SignedIn, @Body(parse(noteLossStep.body)) body: BodyOf<typeof noteLossStep>): Answer {
    return answer(this.losses.noteStep(by, body));
  }

  @Handles(explainLoss)
  explain(@By() by: SignedIn, @Body(parse(explainLoss.body)) body: BodyOf<typeof explainLoss>): Answer {
    return answer(this.losses.explain(by, body));
  }

  @Handles(closeLoss)
  close(@By() by: SignedIn, @Body(parse(closeLoss.body)) body: BodyOf<typeof closeLoss>): Answer {
    return answer(this.losses.close(by, body));
  }

  @Handles(reopenLoss)
  reopen(@By() by: SignedIn, @Body(parse(reopenLoss.body)) body: BodyOf<typeof reopenLoss>): Answer {
    return answer(this.losses.reopen(by, body));
  }
}

async function answer(receipt: Promise<Receipt>): Answer {
  return { receipt: await receipt };
}
