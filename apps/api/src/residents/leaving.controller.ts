import { Body, Controller, Param } from '@nestjs/common';
import { leaveResident, noteDispute, resumeResidentNotices, undoLeaving } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { LeavingService } from './leaving.service.ts';

type Answer = AnswerOf<typeof leaveResident>;

@Controller()
export class LeavingController {
  constructor(private readonly leaving: LeavingService) {}

  @Handles(leaveResident)
  leave(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(leaveResident.body)) body: BodyOf<typeof leaveResident>,
  ): Promise<Answer> {
    return this.leaving.leave(by, residentId, body);
  }

  @Handles(undoLeaving)
  undo(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(undoLeaving.body)) body: BodyOf<typeof undoLeaving>,
  ): Promise<Answer> {
    return this.leaving.undo(by, residentId, body);
  }

  @Handles(resumeResidentNotices)
  resume(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(resumeResidentNotices.body)) body: BodyOf<typeof resumeResidentNotices>,
  ): Promise<Answer> {
    return this.leaving.resume(by, residentId, body);
  }

  @Handles(noteDispute)
  dispute(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(noteDispute.body)) body: BodyOf<typeof noteDispute>,
  ): Promise<Answer> {
    return this.leaving.dispute(by, residentId, body);
  }
}
