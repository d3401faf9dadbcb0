import { HttpClient, HttpErrorResponse, HttpParams, httpResource, type HttpResourceRef } from '@angular/common/http';
import { effect, inject, Injectable, untracked } from '@angular/core';
import { type AnswerOf, type DraftOf, type Endpoint, malformedAnswer, refusedAnswer } from '@azukari/contract';
import type { Refusal } from '@azukari/domain';
import { firstValueFrom, timeout } from 'rxjs';
import type { z } from 'zod';

import { Connection } from './connection';
import { SHOW_ANEW } from './show-anew';

const PATIENCE_MS = 10_000;
/** What the contract calls slow says how far it is meanwhile. */
const LONG_PATIENCE_MS = 300_000;

/** Issue names a field that could not be read, and why. */
export interface Issue {
  readonly path: string;
  readonly code: string;
}

/** Sent is how a mutation ends. `unconfirmed` is a state of the page: send the same body, with the same commandId, again. */
export type Sent<A> =
  | { readonly kind: 'done'; readonly answer: A }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'malformed'; readonly issues: readonly Issue[] }
  | { readonly kind: 'unconfirmed' };

/** Asked is how a question ends. */
export type Asked<A> = Exclude<Sent<A>, { readonly kind: 'unconfirmed' }> | { readonly kind: 'unreachable' };

type Mutation = Endpoint & { readonly body: z.ZodType };
type Question = Endpoint & { readonly method: 'GET' };
type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Where names the parts of an address: `:id` and the like, and what follows the question mark. */
export interface Where {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Values;
}

/** addressOf fills an endpoint's path and query. */
export function addressOf(endpoint: Endpoint, where: Where = {}): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(where.path?.[name] ?? ''));
  let params = new HttpParams();
  for (const [name, value] of Object.entries(where.query ?? {})) {
    if (value !== null && value !== undefined && value !== '') params = params.set(name, value);
  }
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** newCommandId makes the id that lets a command be sent again safely. One per decision of a person, not per try. */
export function newCommandId(): string {
  return crypto.randomUUID();
}

/** Api speaks the contract: every page sends and reads through it. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly connection = inject(Connection);
  private readonly showAnew = inject(SHOW_ANEW);

  /** send carries out a mutation. It never throws for anything the server or the network may do. */
  async send<E extends Mutation>(endpoint: E, body: DraftOf<E>, where?: Where): Promise<Sent<AnswerOf<E>>> {
    const ended = await this.exchange(endpoint, where, body);
    return ended.kind === 'unreachable' ? { kind: 'unconfirmed' } : ended;
  }

  /** ask reads once. */
  ask<E extends Question>(endpoint: E, where?: Where): Promise<Asked<AnswerOf<E>>> {
    return this.exchange(endpoint, where, undefined);
  }

  /** end carries out a mutation without a body, such as signing out. */
  end<E extends Endpoint>(endpoint: E, where?: Where): Promise<Asked<AnswerOf<E>>> {
    return this.exchange(endpoint, where, undefined);
  }

  /** read makes a resource that follows its signals; undefined means that there is nothing to ask yet. Call it in a field. */
  read<E extends Question>(
    endpoint: E,
    where: () => Where | undefined = () => ({}),
  ): HttpResourceRef<AnswerOf<E> | undefined> {
    const read = httpResource(
      () => {
        const at = where();
        return at === undefined ? undefined : addressOf(endpoint, at);
      },
      { parse: (raw): AnswerOf<E> => endpoint.answer.parse(raw) as AnswerOf<E> },
    );
    // What could not be read while the line was down is read once it is back, without anybody pressing anything.
    effect(() => {
      if (!this.connection.lost() && untracked(read.error) !== undefined) read.reload();
    });
    return read;
  }

  /** What takes a fresh sign-in is sent again, as it is, once she has shown anew who she is. */
  private async exchange<E extends Endpoint>(
    endpoint: E,
    where: Where | undefined,
    body: unknown,
  ): Promise<Asked<AnswerOf<E>>> {
    const ended = await this.once(endpoint, where, body);
    const stale = ended.kind === 'refused' && ended.refusal.kind === 'sign-in-not-fresh';
    return stale && (await this.showAnew?.()) === true ? this.once(endpoint, where, body) : ended;
  }

  private async once<E extends Endpoint>(
    endpoint: E,
    where: Where | undefined,
    body: unknown,
  ): Promise<Asked<AnswerOf<E>>> {
    try {
      const raw = await firstValueFrom(
        this.http
          .request<unknown>(endpoint.method, addressOf(endpoint, where), { body })
          .pipe(timeout(endpoint.slow ? LONG_PATIENCE_MS : PATIENCE_MS)),
      );
      const answer = endpoint.answer.safeParse(raw ?? undefined);
      // An answer that cannot be read says nothing about what was recorded.
      return answer.success ? { kind: 'done', answer: answer.data as AnswerOf<E> } : { kind: 'unreachable' };
    } catch (error) {
      // HttpErrorResponse for any status but 2xx or none at all, TimeoutError when patience ran out.
      if (!(error instanceof HttpErrorResponse)) this.connection.miss();
      return failureOf(error);
    }
  }
}

/** failureOf reads what the server said in its "no". */
export function failureOf(error: unknown): Exclude<Asked<never>, { readonly kind: 'done' }> {
  if (!(error instanceof HttpErrorResponse)) return { kind: 'unreachable' };
  const refused = refusedAnswer.safeParse(error.error);
  if (refused.success) return { kind: 'refused', refusal: refused.data.refusal as unknown as Refusal };
  const malformed = malformedAnswer.safeParse(error.error);
  if (malformed.success) return { kind: 'malformed', issues: malformed.data.issues };
  return { kind: 'unreachable' };
}
