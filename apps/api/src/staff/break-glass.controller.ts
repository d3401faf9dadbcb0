import { Body, Controller } from '@nestjs/common';
import { closeBreakGlass, readBreakGlass, sealBreakGlass } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { BreakGlassService } from './break-glass.service.ts';

@Controller()
export class BreakGlassController {
  constructor(private readonly glass: BreakGlassService) {}

  @Handles(readBreakGlass)
  read(@By() by: SignedIn): Promise<AnswerOf<typeof readBreakGlass>> {
    return this.glass.read(by);
  }

  @Handles(sealBreakGlass)
  seal(
    @By() by: SignedIn,
    @Body(parse(sealBreakGlass.body)) body: BodyOf<typeof sealBreakGlass>,
  ): Promise<AnswerOf<typeof sealBreakGlass>> {
    return this.glass.seal(by, body);
  }

  @Handles(closeBreakGlass)
  close(
    @By() by: SignedIn,
    @Body(parse(closeBreakGlass.body)) body: BodyOf<typeof closeBreakGlass>,
  ): Promise<AnswerOf<typeof closeBreakGlass>> {
    return this.glass.close(by, body);
  }
}
