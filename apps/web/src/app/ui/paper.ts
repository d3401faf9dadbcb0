import { HttpClient, HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type DraftOf, type FORMS, issueForm } from '@azukari/contract';
import { filter, firstValueFrom, NEVER, type Observable, takeUntil, timeout } from 'rxjs';

import { Session } from '../session/session';
import { addressOf, failureOf, newCommandId, type Sent } from './api';
import { Clock } from './clock';
import { Connection } from './connection';

/** FormName is a form that can be printed. */
export type FormName = (typeof FORMS)[number];

/** PaperDraft is what a form is made from. */
export type PaperDraft = Omit<DraftOf<typeof issueForm>, 'commandId'>;

/** So long may the server be silent: a long paper comes piece by piece, and each piece is heard. */
const PATIENCE_MS = 60_000;

/** Wanted is how a form is asked for. */
interface Wanted {
  readonly stopped?: Observable<unknown>;
  /** What it tells of, where printing it once more about the same is no other paper; null: every time is another. */
  readonly occasion?: string | null;
}

/** Paper fetches a form as a PDF. A form that was not confirmed may be asked for again: it is another copy, and says so. */
@Injectable({ providedIn: 'root' })
export class Paper {
  private readonly http = inject(HttpClient);
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  private readonly made = new Map<string, string>();

  /** issue ends in null when it was stopped; the server hears that, and stops too. */
  async issue(
    form: FormName,
    draft: PaperDraft,
    { stopped = NEVER, occasion = null }: Wanted = {},
  ): Promise<Sent<Blob> | null> {
    const body = { commandId: this.commandId(JSON.stringify([form, draft, occasion]), occasion), ...draft };
    const address = addressOf(issueForm, { path: { form } });
    try {
      const arrived = await firstValueFrom(
        this.http
          .post(address, body, { responseType: 'arraybuffer', observe: 'events', reportDownloadProgress: true })
          .pipe(
            timeout({ each: PATIENCE_MS }),
            filter((event) => event instanceof HttpResponse),
            takeUntil(stopped),
          ),
        { defaultValue: null },
      );
      if (arrived === null) return null;
      return { kind: 'done', answer: new Blob([arrived.body ?? new ArrayBuffer()], { type: 'application/pdf' }) };
    } catch (error) {
      // HttpErrorResponse for any status but 2xx or none at all, TimeoutError when patience ran out.
      if (!(error instanceof HttpErrorResponse)) this.connection.miss();
      const failed = failureOf(readable(error));
      return failed.kind === 'unreachable' ? { kind: 'unconfirmed' } : failed;
    }
  }

  /** The same paper, asked for again by the same person on the same day, is the same command: one entry, however often it is printed. */
  private commandId(paper: string, occasion: string | null): string {
    if (occasion === null) return newCommandId();
    const key = JSON.stringify([this.clock.today(), this.session.staff()?.id, paper]);
    const id = this.made.get(key) ?? newCommandId();
    this.made.set(key, id);
    return id;
  }
}

/** readable turns the bytes of a "no" back into what they say. */
function readable(error: unknown): unknown {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof ArrayBuffer)) return error;
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(error.error));
    return new HttpErrorResponse({ error: said, status: error.status, url: error.url ?? '' });
  } catch {
    // SyntaxError: something between us and the server answered in its own words.
    return error;
  }
}
