import { Body, Controller, Param } from '@nestjs/common';
import { addInsurer, changeInsurer, listInsurers, nameInsurer, retireInsurer } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { InsurersService } from './insurers.service.ts';

@Controller()
export class InsurersController {
  constructor(private readonly insurers: InsurersService) {}

  @Handles(listInsurers)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listInsurers>> {
    return this.insurers.list(by);
  }

  @Handles(addInsurer)
  add(
    @By() by: SignedIn,
    @Body(parse(addInsurer.body)) body: BodyOf<typeof addInsurer>,
  ): Promise<AnswerOf<typeof addInsurer>> {
    return this.insurers.add(by, body);
  }

  @Handles(changeInsurer)
  change(
    @By() by: SignedIn,
    @Param('id', id) insurerId: string,
    @Body(parse(changeInsurer.body)) body: BodyOf<typeof changeInsurer>,
  ): Promise<AnswerOf<typeof changeInsurer>> {
    return this.insurers.change(by, insurerId, body);
  }

  @Handles(retireInsurer)
  retire(
    @By() by: SignedIn,
    @Param('id', id) insurerId: string,
    @Body(parse(retireInsurer.body)) body: BodyOf<typeof retireInsurer>,
  ): Promise<AnswerOf<typeof retireInsurer>> {
    return this.insurers.retire(by, insurerId, body);
  }

  @Handles(nameInsurer)
  name(
    @By() by: SignedIn,
    @Param('id', id) itemId: string,
    @Body(parse(nameInsurer.body)) body: BodyOf<typeof nameInsurer>,
  ): Promise<AnswerOf<typeof nameInsurer>> {
    return this.insurers.name(by, itemId, body);
  }
}
