import { Body, Controller, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  listInspections,
  makeInspection,
  readInspectionProgress,
  readInspectionSettings,
  setInspections,
} from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { InspectionService } from './inspection.service.ts';
import { InspectionSettingsService } from './inspection-settings.service.ts';

@Controller()
export class InspectionController {
  constructor(
    private readonly inspections: InspectionService,
    private readonly settings: InspectionSettingsService,
  ) {}

  @Handles(listInspections)
  async list(@By() by: SignedIn): Promise<AnswerOf<typeof listInspections>> {
    return { made: await this.inspections.list(by) };
  }

  @Handles(makeInspection)
  async make(
    @By() by: SignedIn,
    @Body(parse(makeInspection.body)) body: BodyOf<typeof makeInspection>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const zip = await this.inspections.make(by, body);
    void reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="azukari-inspection-${body.from}_${body.to}.zip"`)
      .header('cache-control', 'no-store');
    return new StreamableFile(zip);
  }

  @Handles(readInspectionProgress, { quiet: true })
  progress(@By() by: SignedIn): AnswerOf<typeof readInspectionProgress> {
    return { steps: this.inspections.progress(by) };
  }

  @Handles(readInspectionSettings)
  readSettings(@By() by: SignedIn): Promise<AnswerOf<typeof readInspectionSettings>> {
    return this.settings.read(by);
  }

  @Handles(setInspections)
  setSettings(
    @By() by: SignedIn,
    @Body(parse(setInspections.body)) body: BodyOf<typeof setInspections>,
  ): Promise<AnswerOf<typeof setInspections>> {
    return this.settings.set(by, body);
  }
}
