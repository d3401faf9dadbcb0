import { Body, Controller } from '@nestjs/common';
import { changeFacility, publishAgreementText, readFacility, readRegulation, setRegulation } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { FacilityService } from './facility.service.ts';
import { RegulationService } from './regulation.service.ts';

type Answer = AnswerOf<typeof readFacility>;

/** Every screen needs the facility's way of speaking (利用者, さん), so everybody who is signed in may read it. */
@Controller()
export class FacilityController {
  constructor(
    private readonly facility: FacilityService,
    private readonly regulation: RegulationService,
  ) {}

  @Handles(readFacility)
  read(@By() by: SignedIn): Promise<Answer> {
    return this.facility.read(by);
  }

  @Handles(changeFacility)
  change(@By() by: SignedIn, @Body(parse(changeFacility.body)) body: BodyOf<typeof changeFacility>): Promise<Answer> {
    return this.facility.change(by, body);
  }

  @Handles(publishAgreementText)
  publish(
    @By() by: SignedIn,
    @Body(parse(publishAgreementText.body)) body: BodyOf<typeof publishAgreementText>,
  ): Promise<Answer> {
    return this.facility.publish(by, body);
  }

  @Handles(readRegulation)
  readRegulation(@By() by: SignedIn): Promise<AnswerOf<typeof readRegulation>> {
    return this.regulation.read(by);
  }

  @Handles(setRegulation)
  setRegulation(
    @By() by: SignedIn,
    @Body(parse(setRegulation.body)) body: BodyOf<typeof setRegulation>,
  ): Promise<AnswerOf<typeof setRegulation>> {
    return this.regulation.set(by, body);
  }
}
