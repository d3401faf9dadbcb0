import { Body, Controller, Param } from '@nestjs/common';
import { noteTraining, withdrawTraining } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { TrainingsService } from './trainings.service.ts';

type Answer = Promise<AnswerOf<typeof noteTraining>>;

@Controller()
export class TrainingsController {
  constructor(private readonly trainings: TrainingsService) {}

  @Handles(noteTraining)
  note(
    @By() by: SignedIn,
    @Param('id', id) staffId: string,
    @Body(parse(noteTraining.body)) body: BodyOf<typeof noteTraining>,
  ): Answer {
    return this.trainings.note(by, staffId, body);
  }

  @Handles(withdrawTraining)
  withdraw(
    @By() by: SignedIn,
    @Param('id', id) staffId: string,
    @Body(parse(withdrawTraining.body)) body: BodyOf<typeof withdrawTraining>,
  ): Answer {
    return this.trainings.withdraw(by, staffId, body);
  }
}
