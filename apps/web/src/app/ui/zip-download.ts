import { type HttpEvent, HttpErrorResponse, HttpEventType, HttpResponse } from '@angular/common/http';
import { DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { firstValueFrom, type Observable, Subject, takeUntil, tap, timeout } from 'rxjs';
import { filter } from 'rxjs/operators';

import { failureOf, type Sent } from './api';
import { Connection } from './connection';
import { ZipWords } from './zip-words';

/** So long may nothing come: one pack is made after the other. The server itself gives up earlier on who takes nothing. */
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 1_000;

/** ZipEnded is what came of it: the file is saved, somebody stopped it, it broke off, or there is a reason why there is none. */
export type ZipEnded =
  | { readonly kind: 'saved'; readonly name: string; readonly address: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'no'; readonly sent: Sent<unknown> };

/** ZipDownload has the server make a file that takes a while, says how far it is, and saves it. It stops when who asked for it goes away. */
export abstract class ZipDownload {
  private readonly connection = inject(Connection);
  private readonly document = inject(DOCUMENT);
  private readonly halted = new Subject<void>();
  private readonly running = signal(false);
  private readonly end = signal<ZipEnded | null>(null);

  readonly bytes = signal(0);
  readonly busy = this.running.asReadonly();
  readonly ended = this.end.asReadonly();

  constructor() {
    inject(ZipWords);
    inject(DestroyRef).onDestroy(() => {
      this.stop();
      this.forget();
    });
  }

  /** stop ends it; the server hears that, and stops too. */
  stop(): void {
    this.halted.next();
  }

  /** forget lets go of what came of it. */
  forget(): void {
    const ended = this.end();
    if (ended?.kind === 'saved') URL.revokeObjectURL(ended.address);
    this.end.set(null);
  }

  /** look asks how far it is. */
  protected abstract look(): Promise<void>;

  /** run has it made and saves it under a name; the answer is null when it was stopped. */
  protected async run(asked: Observable<HttpEvent<Blob>>, name: string): Promise<Sent<Blob> | null> {
    this.forget();
    this.running.set(true);
    const sent = await this.take(asked);
    this.running.set(false);
    if (sent?.kind === 'done') this.save(name, sent.answer);
    else if (sent === null || sent.kind === 'unconfirmed') this.end.set({ kind: sent === null ? 'stopped' : 'broken' });
    else this.end.set({ kind: 'no', sent });
    return sent;
  }

  private save(name: string, file: Blob): void {
    const address = URL.createObjectURL(file);
    this.end.set({ kind: 'saved', name, address });
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  }

  /** What did not arrive whole is not handed out. */
  private async take(asked: Observable<HttpEvent<Blob>>): Promise<Sent<Blob> | null> {
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
          takeUntil(this.halted),
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
