import { randomUUID } from 'node:crypto';
import { type AnswerOf, type DraftOf, type Endpoint, signIn } from '@azukari/contract';
import type { z } from 'zod';

type Mutation = Endpoint & { readonly body: z.ZodType };
type Question = Endpoint & { readonly method: 'GET' };

/** Order is a body without its commandId: each gets one of its own. */
type Order<E extends Mutation> = Omit<DraftOf<E>, 'commandId'>;

const FRESH_FOR_MS = 4 * 60_000;

/** Person calls the server over HTTP as somebody: journeys prepare with it and read the record with it. */
export class Person {
  id = '';
  #cookie = '';
  #signedInMs = 0;

  constructor(
    private readonly url: string,
    readonly name: string,
    readonly loginId: string,
    readonly password: string,
  ) {}

  signIn(code?: string): Promise<this> {
    return this.open({ password: this.password, ...(code !== undefined && { code }) });
  }

  /** enter is the first sign-in: with the one-time code, choosing the password. */
  enter(code: string | null): Promise<this> {
    return this.open({ password: code ?? '', next: this.password });
  }

  /** does carries out a command. */
  does<E extends Mutation>(
    endpoint: E,
    order: Order<E>,
    path: Readonly<Record<string, string>> = {},
  ): Promise<AnswerOf<E>> {
    return this.exchange(endpoint, '', { commandId: randomUUID(), ...order }, path);
  }

  /** sends carries out what has no commandId. */
  sends<E extends Mutation>(endpoint: E, body: DraftOf<E>): Promise<AnswerOf<E>> {
    return this.exchange(endpoint, '', body);
  }

  asks<E extends Question>(
    endpoint: E,
    query: Readonly<Record<string, string>> = {},
    path: Readonly<Record<string, string>> = {},
  ): Promise<AnswerOf<E>> {
    const asked = new URLSearchParams(query).toString();
    return this.exchange(endpoint, asked === '' ? '' : `?${asked}`, undefined, path);
  }

  private async open(shown: Omit<DraftOf<typeof signIn>, 'loginId'>): Promise<this> {
    const session = await this.exchange(signIn, '', { loginId: this.loginId, ...shown });
    this.id = session.staff.id;
    this.#signedInMs = Date.now();
    return this;
  }

  private async exchange<E extends Endpoint>(
    endpoint: E,
    query: string,
    body: unknown,
    path: Readonly<Record<string, string>> = {},
  ): Promise<AnswerOf<E>> {
    // Journeys of one house take longer than a sign-in is fresh.
    if (endpoint.fresh && this.#signedInMs > 0 && Date.now() - this.#signedInMs > FRESH_FOR_MS) await this.signIn();
    const address = endpoint.path.replace(/:(\w+)/g, (_, part: string) => path[part] ?? '');
    const response = await fetch(`${this.url}${address}${query}`, {
      method: endpoint.method,
      headers: { 'content-type': 'application/json', 'x-azukari': '1', cookie: this.#cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = response.headers.get('set-cookie')?.split(';')[0];
    if (given !== undefined) this.#cookie = given;
    const text = await response.text();
    if (!response.ok) throw new Error(`${endpoint.method} ${address} answered ${String(response.status)}: ${text}`);
    return endpoint.answer.parse(JSON.parse(text)) as AnswerOf<E>;
  }
}
