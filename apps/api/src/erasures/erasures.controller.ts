import { Body, Controller, Param } from '@nestjs/common';
import { askErasure, confirmErasure, holdErasure, listErasures, withdrawErasure } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ErasuresService } from './erasures.service.ts';

@Controller()
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Handles(listErasures)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listErasures>> {
    return this.erasures.list(by);
  }

  @Handles(askErasure)
  ask(
    @By() by: SignedIn,
    @Body(parse(askErasure.body)) body: BodyOf<typeof askErasure>,
  ): Promise<AnswerOf<typeof askErasure>> {
    return this.erasures.ask(by, body);
  }

  @Handles(holdErasure)
  hold(
    @By() by: SignedIn,
    @Body(parse(holdErasure.body)) body: BodyOf<typeof holdErasure>,
  ): Promise<AnswerOf<typeof holdErasure>> {
    return this.erasures.hold(by, body);
  }

  @Handles(withdrawErasure)
  withdraw(
    @By() by: SignedIn,
    @Param('id', id) erasureId: string,
    @Body(parse(withdrawErasure.body)) body: BodyOf<typeof withdrawErasure>,
  ): Promise<AnswerOf<typeof withdrawErasure>> {
    return this.erasures.withdraw(by, erasureId, body);
  }

  @Handles(confirmErasure)
  confirm(
    @By() by: SignedIn,
    @Param('id', id) erasureId: string,
    @Body(parse(confirmErasure.body)) body: BodyOf<typeof confirmErasure>,
  ): Promise<AnswerOf<typeof confirmErasure>> {
    return this.erasures.confirm(by, erasureId, body);
  }
}
