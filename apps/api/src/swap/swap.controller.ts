import { Body, Controller, Query } from '@nestjs/common';
import { readSwap, swapPapers } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { SwapService } from './swap.service.ts';

@Controller()
export class SwapController {
  constructor(private readonly swaps: SwapService) {}

  @Handles(readSwap)
  read(
    @By() by: SignedIn,
    @Query(parse(readSwap.query)) query: QueryOf<typeof readSwap>,
  ): Promise<AnswerOf<typeof readSwap>> {
    return this.swaps.read(by, query);
  }

  @Handles(swapPapers)
  swap(
    @By() by: SignedIn,
    @Body(parse(swapPapers.body)) body: BodyOf<typeof swapPapers>,
  ): Promise<AnswerOf<typeof swapPapers>> {
    return this.swaps.swap(by, body);
  }
}
