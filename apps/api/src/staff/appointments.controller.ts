import { Body, Controller, Param, Query } from '@nestjs/common';
import { appoint, confirmAppointment, endAppointment, listAppointments } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { AppointmentsService } from './appointments.service.ts';

@Controller()
export class AppointmentsController {
  constructor(private readonly appointments: AppointmentsService) {}

  @Handles(listAppointments)
  list(
    @By() by: SignedIn,
    @Query(parse(listAppointments.query)) query: QueryOf<typeof listAppointments>,
  ): Promise<AnswerOf<typeof listAppointments>> {
    return this.appointments.list(by, query.on);
  }

  @Handles(appoint)
  appoint(
    @By() by: SignedIn,
    @Body(parse(appoint.body)) body: BodyOf<typeof appoint>,
  ): Promise<AnswerOf<typeof appoint>> {
    return this.appointments.appoint(by, body);
  }

  @Handles(confirmAppointment)
  confirm(
    @By() by: SignedIn,
    @Param('id', id) appointmentId: string,
    @Body(parse(confirmAppointment.body)) body: BodyOf<typeof confirmAppointment>,
  ): Promise<AnswerOf<typeof confirmAppointment>> {
    return this.appointments.confirm(by, appointmentId, body);
  }

  @Handles(endAppointment)
  end(
    @By() by: SignedIn,
    @Param('id', id) appointmentId: string,
    @Body(parse(endAppointment.body)) body: BodyOf<typeof endAppointment>,
  ): Promise<AnswerOf<typeof endAppointment>> {
    return this.appointments.end(by, appointmentId, body);
  }
}
