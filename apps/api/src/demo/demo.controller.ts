import { Body, Controller } from '@nestjs/common';
import { addDemoFacility, setDemoClock, setDemoPassword } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { DemoService } from './demo.service.ts';

/** DemoController exists only in a demo. Its routes are for managers: who may appoint may also move a clock that is not real. */
@Controller()
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Handles(setDemoClock)
  setClock(@Body(parse(setDemoClock.body)) body: BodyOf<typeof setDemoClock>): Promise<AnswerOf<typeof setDemoClock>> {
    return this.demo.setClock(body);
  }

  @Handles(addDemoFacility)
  addFacility(
    @Body(parse(addDemoFacility.body)) body: BodyOf<typeof addDemoFacility>,
  ): Promise<AnswerOf<typeof addDemoFacility>> {
    return this.demo.addFacility(body);
  }

  @Handles(setDemoPassword)
  setPassword(
    @By() by: SignedIn,
    @Body(parse(setDemoPassword.body)) body: BodyOf<typeof setDemoPassword>,
  ): Promise<AnswerOf<typeof setDemoPassword>> {
    return this.demo.setPassword(by, body);
  }
}
