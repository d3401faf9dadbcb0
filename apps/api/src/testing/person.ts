import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Refusal } from '@azukari/domain';
import { signIn } from '@azukari/contract';
import type { AnswerOf, DraftOf, Endpoint } from '@azukari/contract';

/** PASSWORD is everybody's in a suite's house. */
export const PASSWORD = 'azukari-suite';

const FRESH_FOR_MS = 4 * 60_000;

/** Reply is what the server answered; `refusal` or `issues` are there instead of a body when it said no. */
export interface Reply<A> {
  readonly status: number;
  readonly body: A;
  readonly refusal: Refusal | undefined;
  readonly issues: readonly { readonly path: string; readonly code: string }[] | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body as it was sent, for what must not be in it. */
  readonly text: string;
}

/** Sent is a body as a suite writes it; a command without an id gets a fresh one. */
export type Sent<E extends Endpoint> = E extends { readonly body: infer B extends NonNullable<Endpoint['body']> }
  ? Draft<DraftOf<{ readonly body: B }>>
  : undefined;
type Draft<D> = D extends { readonly commandId: string } ? Omit<D, 'commandId'> & { readonly commandId?: string } : D;

/** At names the parameters of a path and of a query. */
export type At = Readonly<Record<string, string | number | boolean | undefined>>;

interface Wire {
  readonly method: Endpoint['method'];
  readonly url: string;
  readonly payload?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Person calls the server as somebody: a cookie jar of its own, and the header that mutations need. */
export class Person {
  staffId = '';
  facilityId = '';
  private readonly cookies = new Map<string, string>();
  private signedInMs = 0;

  constructor(
    private readonly app: NestFastifyApplication,
    readonly loginId = '',
    readonly password = PASSWORD,
  ) {}

  /** signIn opens a session; later calls go with its cookie. */
  signIn(): Promise<this> {
    return this.open({ password: this.password });
  }

  /** enter is the first sign-in: with the one-time code, choosing the password. */
  enter(code: string | null): Promise<this> {
    return this.open({ password: code ?? '', next: this.password });
  }

  /** ok sends and answers the body of a yes; anything else fails the test with what was said. */
  async ok<E extends Endpoint>(endpoint: E, body?: Sent<E>, at: At = {}): Promise<AnswerOf<E>> {
    const reply = await this.send(endpoint, body, at);
    if (reply.status !== (endpoint.status ?? 200))
      throw new Error(
        `${endpoint.method} ${endpoint.path} answered ${String(reply.status)}: ${reply.text.slice(0, 500)}`,
      );
    return reply.body;
  }

  /** send calls an endpoint; what stands in `at` fills the path first, and the rest becomes the query. */
  async send<E extends Endpoint>(endpoint: E, body?: Sent<E>, at: At = {}): Promise<Reply<AnswerOf<E>>> {
    // On a slow machine a suite takes longer than a sign-in is fresh; a suite that moves the clock is not meant.
    if (endpoint.fresh && this.signedInMs > 0 && Date.now() - this.signedInMs > FRESH_FOR_MS) await this.signIn();
    const query = new URLSearchParams(
      Object.entries(at).flatMap(([key, value]) =>
        value === undefined || endpoint.path.includes(`:${key}`) ? [] : [[key, String(value)]],
      ),
    );
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) => String(at[key]));
    const wantsId =
      endpoint.body !== undefined && 'shape' in endpoint.body && 'commandId' in (endpoint.body.shape as object);
    const payload = wantsId ? { commandId: crypto.randomUUID(), ...(body as object | undefined) } : body;
    return this.raw({ method: endpoint.method, url: query.size === 0 ? path : `${path}?${query.toString()}`, payload });
  }

  /** raw calls with whatever it is given, for what no honest caller would send. */
  async raw<A>({ method, url, payload, headers = { 'x-azukari': '1' } }: Wire): Promise<Reply<A>> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await this.app.inject({
      method,
      url,
      headers: { ...(cookie !== '' && { cookie }), ...headers },
      ...(payload !== undefined && { payload: payload as object }),
    });
    for (const { name, value } of answer.cookies)
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    const json = (answer.headers['content-type'] ?? '').includes('json');
    const body = (json && answer.body !== '' ? answer.json() : answer.body === '' ? undefined : answer.rawPayload) as A;
    const no = (json ? body : {}) as Partial<Pick<Reply<A>, 'refusal' | 'issues'>>;
    return {
      status: answer.statusCode,
      body,
      refusal: no.refusal,
      issues: no.issues,
      headers: answer.headers,
      text: answer.body,
    };
  }

  private async open(shown: Omit<Sent<typeof signIn>, 'loginId'>): Promise<this> {
    const { staff, facility } = await this.ok(signIn, { loginId: this.loginId, ...shown });
    this.staffId = staff.id;
    this.facilityId = facility.id;
    this.signedInMs = Date.now();
    return this;
  }
}
