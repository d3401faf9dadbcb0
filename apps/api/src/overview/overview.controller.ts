import { Controller } from '@nestjs/common';
import { readOverview } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { OverviewService } from './overview.service.ts';

@Controller()
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Handles(readOverview)
  read(@By() by: SignedIn): Promise<AnswerOf<typeof readOverview>> {
    return this.overview.read(by);
  }
}
