import { Body, Controller, Param } from '@nestjs/common';
import {
  confirmReconciliation,
  correctReconciliation,
  dropReconciliation,
  finishReconciliation,
  joinCount,
  readReconciliation,
  readReconciliations,
  startReconciliation,
} from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ReconciliationsReader } from './reconciliations-reader.ts';
import { ReconciliationsService } from './reconciliations.service.ts';

type Answer = AnswerOf<typeof startReconciliation>;

@Controller()
export class ReconciliationsController {
  constructor(
    private readonly reconciliations: ReconciliationsService,
    private readonly reader: ReconciliationsReader,
  ) {}

  @Handles(readReconciliations)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof readReconciliations>> {
    return this.reader.list(by);
  }

  @Handles(readReconciliation)
  one(@By() by: SignedIn, @Param('id', id) of: string): Promise<AnswerOf<typeof readReconciliation>> {
    return this.reader.one(by, of);
  }

  @Handles(startReconciliation)
  start(
    @By() by: SignedIn,
    @Body(parse(startReconciliation.body)) body: BodyOf<typeof startReconciliation>,
  ): Promise<Answer> {
    return this.reconciliations.start(by, body);
  }

  @Handles(joinCount)
  join(
    @By() by: SignedIn,
    @Param('id', id) of: string,
    @Body(parse(joinCount.body)) body: BodyOf<typeof joinCount>,
  ): Promise<AnswerOf<typeof joinCount>> {
    return this.reconciliations.join(by, of, body);
  }

  @Handles(finishReconciliation)
  finish(
    @By() by: SignedIn,
    @Param('id', id) of: string,
    @Body(parse(finishReconciliation.body)) body: BodyOf<typeof finishReconciliation>,
  ): Promise<Answer> {
    return this.reconciliations.finish(by, of, body);
  }

  @Handles(confirmReconciliation)
  confirm(
    @By() by: SignedIn,
    @Param('id', id) of: string,
    @Body(parse(confirmReconciliation.body)) body: BodyOf<typeof confirmReconciliation>,
  ): Promise<Answer> {
    return this.reconciliations.confirm(by, of, body);
  }

  @Handles(correctReconciliation)
  correct(
    @By() by: SignedIn,
    @Param('id', id) of: string,
    @Body(parse(correctReconciliation.body)) body: BodyOf<typeof correctReconciliation>,
  ): Promise<Answer> {
    return this.reconciliations.correct(by, of, body);
  }

  @Handles(dropReconciliation)
  drop(
    @By() by: SignedIn,
    @Param('id', id) of: string,
    @Body(parse(dropReconciliation.body)) body: BodyOf<typeof dropReconciliation>,
  ): Promise<AnswerOf<typeof dropReconciliation>> {
    return this.reconciliations.drop(by, of, body);
  }
}
