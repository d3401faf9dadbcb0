import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { type AnswerOf, makePack, readPackProgress } from '@azukari/contract';

import { addressOf, Api } from '../ui/api';
import { ZipDownload } from '../ui/zip-download';

/** PackAsked is what a pack shall hold; without an end it goes on to now. */
export interface PackAsked {
  readonly from?: string;
  readonly to?: string;
  readonly log?: 'custody' | 'access';
}

/** PackDownload has the server make a pack of the record. */
@Injectable()
export class PackDownload extends ZipDownload {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);

  /** entries are written by the server, of how many; null before it has begun. */
  readonly entries = signal<AnswerOf<typeof readPackProgress>['entries']>(null);

  /** make saves the pack under a name. */
  async make(asked: PackAsked, name: string): Promise<void> {
    this.entries.set(null);
    await this.run(
      this.http.get(addressOf(makePack, { query: { ...asked } }), {
        responseType: 'blob',
        observe: 'events',
        reportDownloadProgress: true,
      }),
      name,
    );
  }

  protected async look(): Promise<void> {
    const answer = await this.api.ask(readPackProgress);
    if (answer.kind === 'done' && answer.answer.entries !== null) this.entries.set(answer.answer.entries);
  }
}
