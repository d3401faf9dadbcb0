import { Body, Controller, Param, Query } from '@nestjs/common';
import { addStaff, changeStaff, leaveStaff, listStaff, giveCode } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { StaffService } from './staff.service.ts';

@Controller()
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Handles(listStaff)
  list(
    @By() by: SignedIn,
    @Query(parse(listStaff.query)) query: QueryOf<typeof listStaff>,
  ): Promise<AnswerOf<typeof listStaff>> {
    return this.staff.list(by, query.left);
  }

  @Handles(addStaff)
  add(
    @By() by: SignedIn,
    @Body(parse(addStaff.body)) body: BodyOf<typeof addStaff>,
  ): Promise<AnswerOf<typeof addStaff>> {
    return this.staff.add(by, body);
  }

  @Handles(changeStaff)
  change(
    @By() by: SignedIn,
    @Param('id', id) staffId: string,
    @Body(parse(changeStaff.body)) body: BodyOf<typeof changeStaff>,
  ): Promise<AnswerOf<typeof changeStaff>> {
    return this.staff.change(by, staffId, body);
  }

  @Handles(leaveStaff)
  leave(
    @By() by: SignedIn,
    @Param('id', id) staffId: string,
    @Body(parse(leaveStaff.body)) body: BodyOf<typeof leaveStaff>,
  ): Promise<AnswerOf<typeof leaveStaff>> {
    return this.staff.leave(by, staffId, body);
  }

  @Handles(giveCode)
  giveCode(
    @By() by: SignedIn,
    @Param('id', id) staffId: string,
    @Body(parse(giveCode.body)) body: BodyOf<typeof giveCode>,
  ): Promise<AnswerOf<typeof giveCode>> {
    return this.staff.giveCode(by, staffId, body);
  }
}
