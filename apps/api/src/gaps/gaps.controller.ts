import { Body, Controller } from '@nestjs/common';
import { confirmGap, explainGap, listGaps } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { GapsService } from './gaps.service.ts';

@Controller()
export class GapsController {
  constructor(private readonly gaps: GapsService) {}

  @Handles(listGaps)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listGaps>> {
    return this.gaps.list(by);
  }

  @Handles(explainGap)
  explain(
    @By() by: SignedIn,
    @Body(parse(explainGap.body)) body: BodyOf<typeof explainGap>,
  ): Promise<AnswerOf<typeof explainGap>> {
    return this.gaps.explain(by, body);
  }

  @Handles(confirmGap)
  confirm(
    @By() by: SignedIn,
    @Body(parse(confirmGap.body)) body: BodyOf<typeof confirmGap>,
  ): Promise<AnswerOf<typeof confirmGap>> {
    return this.gaps.confirm(by, body);
  }
}
