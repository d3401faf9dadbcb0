import { Body, Controller, Param, Query } from '@nestjs/common';
import { changeResident, checkResident, listResidents, readResident, registerResident } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ResidentsService } from './residents.service.ts';

@Controller()
export class ResidentsController {
  constructor(private readonly residents: ResidentsService) {}

  @Handles(listResidents)
  list(
    @By() by: SignedIn,
    @Query(parse(listResidents.query)) query: QueryOf<typeof listResidents>,
  ): Promise<AnswerOf<typeof listResidents>> {
    return this.residents.list(by, query);
  }

  @Handles(registerResident)
  register(
    @By() by: SignedIn,
    @Body(parse(registerResident.body)) body: BodyOf<typeof registerResident>,
  ): Promise<AnswerOf<typeof registerResident>> {
    return this.residents.register(by, body);
  }

  @Handles(readResident)
  read(@By() by: SignedIn, @Param('id', id) residentId: string): Promise<AnswerOf<typeof readResident>> {
    return this.residents.read(by, residentId);
  }

  @Handles(changeResident)
  change(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(changeResident.body)) body: BodyOf<typeof changeResident>,
  ): Promise<AnswerOf<typeof changeResident>> {
    return this.residents.change(by, residentId, body);
  }

  @Handles(checkResident)
  check(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Body(parse(checkResident.body)) body: BodyOf<typeof checkResident>,
  ): Promise<AnswerOf<typeof checkResident>> {
    return this.residents.check(by, residentId, body);
  }
}
