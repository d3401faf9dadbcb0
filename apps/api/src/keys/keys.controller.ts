import { Body, Controller, Param } from '@nestjs/common';
import { handOverKey, readKeys, setKeys } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { KeysService } from './keys.service.ts';

@Controller()
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  @Handles(readKeys)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof readKeys>> {
    return this.keys.list(by);
  }

  @Handles(handOverKey)
  handOver(
    @By() by: SignedIn,
    @Param('id', id) lockerId: string,
    @Body(parse(handOverKey.body)) body: BodyOf<typeof handOverKey>,
  ): Promise<AnswerOf<typeof handOverKey>> {
    return this.keys.handOver(by, lockerId, body);
  }

  @Handles(setKeys)
  set(@By() by: SignedIn, @Body(parse(setKeys.body)) body: BodyOf<typeof setKeys>): Promise<AnswerOf<typeof setKeys>> {
    return this.keys.set(by, body);
  }
}
