import { Controller, Param, Query } from '@nestjs/common';
import { readCountPicture, readDayPicture, readItemPicture, readLatePicture, readWeekPicture } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { PicturesService } from './pictures.service.ts';

@Controller()
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Handles(readItemPicture)
  item(
    @By() by: SignedIn,
    @Param('id', id) itemId: string,
    @Query(parse(readItemPicture.query)) period: QueryOf<typeof readItemPicture>,
  ): Promise<AnswerOf<typeof readItemPicture>> {
    return this.pictures.item(by, itemId, period);
  }

  @Handles(readDayPicture)
  day(
    @By() by: SignedIn,
    @Query(parse(readDayPicture.query)) { on }: QueryOf<typeof readDayPicture>,
  ): Promise<AnswerOf<typeof readDayPicture>> {
    return this.pictures.day(by, on);
  }

  @Handles(readWeekPicture)
  week(
    @By() by: SignedIn,
    @Query(parse(readWeekPicture.query)) period: QueryOf<typeof readWeekPicture>,
  ): Promise<AnswerOf<typeof readWeekPicture>> {
    return this.pictures.week(by, period);
  }

  @Handles(readLatePicture)
  late(
    @By() by: SignedIn,
    @Query(parse(readLatePicture.query)) period: QueryOf<typeof readLatePicture>,
  ): Promise<AnswerOf<typeof readLatePicture>> {
    return this.pictures.late(by, period);
  }

  @Handles(readCountPicture)
  counts(
    @By() by: SignedIn,
    @Query(parse(readCountPicture.query)) period: QueryOf<typeof readCountPicture>,
  ): Promise<AnswerOf<typeof readCountPicture>> {
    return this.pictures.counts(by, period);
  }
}
