import { Body, Controller, Param } from '@nestjs/common';
import { addStorage, changeStorage, listStorages, retireStorage } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { StoragesService } from './storages.service.ts';

@Controller()
export class StoragesController {
  constructor(private readonly storages: StoragesService) {}

  @Handles(listStorages)
  list(@By() by: SignedIn): Promise<AnswerOf<typeof listStorages>> {
    return this.storages.list(by);
  }

  @Handles(addStorage)
  add(
    @By() by: SignedIn,
    @Body(parse(addStorage.body)) body: BodyOf<typeof addStorage>,
  ): Promise<AnswerOf<typeof addStorage>> {
    return this.storages.add(by, body);
  }

  @Handles(changeStorage)
  change(
    @By() by: SignedIn,
    @Param('id', id) storageId: string,
    @Body(parse(changeStorage.body)) body: BodyOf<typeof changeStorage>,
  ): Promise<AnswerOf<typeof changeStorage>> {
    return this.storages.change(by, storageId, body);
  }

  @Handles(retireStorage)
  retire(
    @By() by: SignedIn,
    @Param('id', id) storageId: string,
    @Body(parse(retireStorage.body)) body: BodyOf<typeof retireStorage>,
  ): Promise<AnswerOf<typeof retireStorage>> {
    return this.storages.retire(by, storageId, body);
  }
}
