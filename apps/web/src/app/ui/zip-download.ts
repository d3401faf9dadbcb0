import { type HttpEvent, HttpErrorResponse, HttpEventType, HttpResponse } from '@angular/common/http';
import { DestroyRef, inject, signal } from '@angular/core';
import { firstValueFrom, type Observable, Subject, takeUntil, tap, timeout } from 'rxjs';
import { filter } from 'rxjs/operators';

import { failureOf, type Sent } from './api';
import { Connection } from './connection';

/** So long may nothing come: one pack is made after the other. The server itself gives up earlier on who takes nothing. */
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 1_000;

/** ZipDownload has the server make a file that takes a while, and says how far it is. It stops when who asked for it goes away. */
export abstract class ZipDownload {
  private readonly connection = inject(Connection);
  private readonly stopped = new Subject<void>();

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

  /** look asks how far it is. */
  protected abstract look(): Promise<void>;

  /** take ends in null when it was stopped. What did not arrive whole is not handed out. */
  protected async take(asked: Observable<HttpEvent<Blob>>): Promise<Sent<Blob> | null> {
    this.bytes.set(0);
    const looking = setInterval(() => void this.look(), LOOK_EVERY_MS);
    try {
      const arrived = await firstValueFrom(
        asked.pipe(
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
