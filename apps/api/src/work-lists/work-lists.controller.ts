import { Body, Controller, Param } from '@nestjs/common';
import { noteApplication, noteMovingIn, readWorkLists, withdrawApplication } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { NotesService } from './notes.service.ts';
import { WorkListsService } from './work-lists.service.ts';

@Controller()
export class WorkListsController {
  constructor(
    private readonly lists: WorkListsService,
    private readonly notes: NotesService,
  ) {}

  @Handles(readWorkLists)
  read(@By() by: SignedIn): Promise<AnswerOf<typeof readWorkLists>> {
    return this.lists.read(by);
  }

  @Handles(noteMovingIn)
  movingIn(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(noteMovingIn.body)) body: BodyOf<typeof noteMovingIn>,
  ): Promise<AnswerOf<typeof noteMovingIn>> {
    return this.notes.movingIn(by, residentId, body);
  }

  @Handles(noteApplication)
  application(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(noteApplication.body)) body: BodyOf<typeof noteApplication>,
  ): Promise<AnswerOf<typeof noteApplication>> {
    return this.notes.application(by, residentId, body);
  }

  @Handles(withdrawApplication)
  withdraw(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(withdrawApplication.body)) body: BodyOf<typeof withdrawApplication>,
  ): Promise<AnswerOf<typeof withdrawApplication>> {
    return this.notes.withdraw(by, residentId, body);
  }
}
