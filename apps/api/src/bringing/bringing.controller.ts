import { Controller, Param, Query } from '@nestjs/common';
import { readBringing } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { BringingService } from './bringing.service.ts';

@Controller()
export class BringingController {
  constructor(private readonly bringing: BringingService) {}

  @Handles(readBringing)
  read(
    @By() by: SignedIn,
    @Param('id', id) residentId: string,
    @Query(parse(readBringing.query)) query: QueryOf<typeof readBringing>,
  ): Promise<AnswerOf<typeof readBringing>> {
    return this.bringing.read(by, residentId, query);
  }
}
