import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { type AnswerOf, makeInspection, readInspectionProgress } from '@azukari/contract';

import { addressOf, Api, type Sent } from '../ui/api';
import type { Days } from '../ui/period';
import { ZipDownload } from '../ui/zip-download';

/** InspectionDownload has the server make the pack. */
@Injectable()
export class InspectionDownload extends ZipDownload {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);

  /** steps are done, of how many; null before the server has begun. */
  readonly steps = signal<AnswerOf<typeof readInspectionProgress>['steps']>(null);

  /** make saves the pack under a name; null when it was stopped. One decision keeps its commandId: asked again, it is no second pack in the record. */
  make(days: Days, commandId: string, name: string): Promise<Sent<Blob> | null> {
    this.steps.set(null);
    const body = { ...days, commandId };
    return this.run(
      this.http.post(addressOf(makeInspection), body, {
        responseType: 'blob',
        observe: 'events',
        reportDownloadProgress: true,
      }),
      name,
    );
  }

  protected async look(): Promise<void> {
    const answer = await this.api.ask(readInspectionProgress);
    if (answer.kind === 'done' && answer.answer.steps !== null) this.steps.set(answer.answer.steps);
  }
}
