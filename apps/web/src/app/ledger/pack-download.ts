import { HttpClient, HttpErrorResponse, HttpEventType, HttpResponse } from '@angular/common/http';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { type AnswerOf, makePack, readPackProgress } from '@azukari/contract';
import { firstValueFrom, Subject, takeUntil, tap, timeout } from 'rxjs';
import { filter } from 'rxjs/operators';

import { addressOf, Api, failureOf, type Sent } from '../ui/api';
import { Connection } from '../ui/connection';

/** PackAsked is what a pack shall hold; without an end it goes on to now. */
export interface PackAsked {
  readonly from?: string;
  readonly to?: string;
  readonly log?: 'custody' | 'access';
}

/** So long may nothing come: one pack is made after the other. The server itself gives up earlier on who takes nothing. */
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 1_000;

/** PackDownload has the server make a pack, and says how far it is. It stops when who asked for it goes away. */
@Injectable()
export class PackDownload {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly connection = inject(Connection);
  private readonly stopped = new Subject<void>();

  /** entries are written by the server, of how many; null before it has begun. */
  readonly entries = signal<AnswerOf<typeof readPackProgress>['entries']>(null);
  readonly bytes = signal(0);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop();
    });
  }

  /** stop ends it; the server hears that, and stops too. */
  stop(): void {
    this.stopped.next();
  }

  /** fetch ends in null when it was stopped. What did not arrive whole is not handed out. */
  async fetch(asked: PackAsked): Promise<Sent<Blob> | null> {
    this.entries.set(null);
    this.bytes.set(0);
    const looking = setInterval(() => void this.look(), LOOK_EVERY_MS);
    try {
      const arrived = await firstValueFrom(
        this.http
          .get(addressOf(makePack, { query: { ...asked } }), {
            responseType: 'blob',
            observe: 'events',
            reportDownloadProgress: true,
          })
          .pipe(
            timeout({ each: PATIENCE_MS }),
            tap((event) => {
              if (event.type === HttpEventType.DownloadProgress) this.bytes.set(event.loaded);
            }),
            filter((event) => event instanceof HttpResponse),
            takeUntil(this.stopped),
          ),
        { defaultValue: null },
      );
      return arrived?.body ? { kind: 'done', answer: arrived.body } : null;
    } catch (error) {
      // HttpErrorResponse for any status but 2xx or a line that broke off, TimeoutError when patience ran out.
      if (!(error instanceof HttpErrorResponse)) this.connection.miss();
      const failed = failureOf(await readable(error));
      return failed.kind === 'unreachable' ? { kind: 'unconfirmed' } : failed;
    } finally {
      clearInterval(looking);
    }
  }

  private async look(): Promise<void> {
    const answer = await this.api.ask(readPackProgress);
    if (answer.kind === 'done' && answer.answer.entries !== null) this.entries.set(answer.answer.entries);
  }
}

/** readable turns the bytes of a "no" back into what they say. */
async function readable(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  try {
    const said: unknown = JSON.parse(await error.error.text());
    return new HttpErrorResponse({ error: said, status: error.status, url: error.url ?? '' });
  } catch {
    // SyntaxError: something between us and the server answered in its own words.
    return error;
  }
}
