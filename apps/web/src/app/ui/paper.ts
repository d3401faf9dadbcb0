import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type DraftOf, type FORMS, issueForm } from '@azukari/contract';
import { firstValueFrom, timeout } from 'rxjs';

import { addressOf, failureOf, newCommandId, type Sent } from './api';
import { Connection } from './connection';

/** FormName is a form that can be printed. */
export type FormName = (typeof FORMS)[number];

/** PaperDraft is what a form is made from. */
export type PaperDraft = Omit<DraftOf<typeof issueForm>, 'commandId'>;

const PATIENCE_MS = 60_000;

/** Paper fetches a form as a PDF. A form that was not confirmed may be asked for again: it is another copy, and says so. */
@Injectable({ providedIn: 'root' })
export class Paper {
  private readonly http = inject(HttpClient);
  private readonly connection = inject(Connection);

  async issue(form: FormName, draft: PaperDraft): Promise<Sent<Blob>> {
    const body = { commandId: newCommandId(), ...draft };
    try {
      const bytes = await firstValueFrom(
        this.http
          .post(addressOf(issueForm, { path: { form } }), body, { responseType: 'arraybuffer' })
          .pipe(timeout(PATIENCE_MS)),
      );
      return { kind: 'done', answer: new Blob([bytes], { type: 'application/pdf' }) };
    } catch (error) {
      // HttpErrorResponse for any status but 2xx or none at all, TimeoutError when patience ran out.
      if (!(error instanceof HttpErrorResponse)) this.connection.miss();
      const failed = failureOf(readable(error));
      return failed.kind === 'unreachable' ? { kind: 'unconfirmed' } : failed;
    }
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
