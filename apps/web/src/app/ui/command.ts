import { computed, inject, Injector, signal } from '@angular/core';
import type { AnswerOf, DraftOf, Endpoint } from '@azukari/contract';
import { FORBIDDEN_REASONS, type Refusal } from '@azukari/domain';
import type { z } from 'zod';

import { Api, newCommandId, type Sent, type Where } from './api';
import { goToFirstError } from './first-error';
import { issueText } from './issue-text';
import { Speech } from './speech';
import { Unsaved } from './unsaved';

type Mutation = Endpoint & { readonly body: z.ZodType };

/** Order is a body without its commandId: what the person decided. */
export type Order<E extends Mutation> = Omit<DraftOf<E>, 'commandId'>;

/**
 * Command is one decision of a person on its way to the record. The contract reads it before it leaves, so that a mistake
 * is seen at once. `send` is a new decision with a commandId of its own; `again` sends the very same body once more.
 */
export class Command<E extends Mutation> {
  private readonly api = inject(Api);
  private readonly speech = inject(Speech);
  private readonly injector = inject(Injector);
  private readonly unsaved = inject(Unsaved);
  private readonly endpoint: E;
  private readonly then: (answer: AnswerOf<E>) => unknown;
  private sent: { readonly body: DraftOf<E>; readonly where: Where | undefined } | null = null;
  private readonly endedNow = signal<Sent<AnswerOf<E>> | null>(null);
  private readonly busy = signal(false);

  /** ended is how the last try ended; null while nothing was tried and after a yes. */
  readonly ended = this.endedNow.asReadonly();
  /** locked is true while a new decision could be recorded beside this one: on its way, or not confirmed yet. */
  readonly locked = computed(() => this.busy() || this.endedNow()?.kind === 'unconfirmed');

  constructor(endpoint: E, then: (answer: AnswerOf<E>) => unknown) {
    this.endpoint = endpoint;
    this.then = then;
  }

  /** send sends a new decision and says whether it ended in a yes. */
  async send(order: Order<E>, where?: Where): Promise<boolean> {
    if (this.locked()) return false;
    // An order is by its type the body of this endpoint but for the id.
    const body = { ...order, commandId: newCommandId() } as unknown as DraftOf<E>;
    const read = this.endpoint.body.safeParse(body);
    if (!read.success) {
      this.endedNow.set(unreadable(read.error.issues));
      goToFirstError(this.injector);
      return false;
    }
    this.sent = { body, where };
    return this.again();
  }

  /** again sends the last decision once more with its own commandId. */
  async again(): Promise<boolean> {
    if (this.sent === null || this.busy()) return false;
    this.busy.set(true);
    const ended = await this.api.send(this.endpoint, this.sent.body, this.sent.where);
    this.endedNow.set(ended.kind === 'done' ? null : ended);
    // Until the page has gone on, the same tap must not become a second decision.
    if (ended.kind === 'done') {
      this.unsaved.settle();
      await this.then(ended.answer);
    } else goToFirstError(this.injector);
    this.busy.set(false);
    return ended.kind === 'done';
  }

  /** error is the sentence under the field of that name; null when it is in order. */
  error(path: string): string | null {
    const refusal = this.refusal('forbidden-text');
    if (refusal?.field === path) return this.speech.say(`shell.issue.forbidden:${refusal.reason}`);
    return issueText(this.endedNow(), path, this.speech);
  }

  /** refusal is the "no" of that kind, if that was the answer. */
  refusal<K extends Refusal['kind']>(kind: K): Extract<Refusal, { readonly kind: K }> | null {
    const ended = this.endedNow();
    return ended?.kind === 'refused' && isOfKind(ended.refusal, kind) ? ended.refusal : null;
  }

  /** id is the commandId of the last decision; null where none has left yet. */
  id(): string | null {
    return (this.sent?.body as { readonly commandId?: string } | undefined)?.commandId ?? null;
  }

  /** forget clears the answer once the person has gone another way. What is not confirmed is not forgotten. */
  forget(): void {
    if (!this.locked()) this.endedNow.set(null);
  }
}

function isOfKind<K extends Refusal['kind']>(
  refusal: Refusal,
  kind: K,
): refusal is Extract<Refusal, { readonly kind: K }> {
  return refusal.kind === kind;
}

/** What cannot be read ends here as it would end at the server; text that must never be stored does not even leave. */
function unreadable(found: readonly z.core.$ZodIssue[]): Sent<never> {
  const issues = found.map(({ path, message, code }) => {
    const own = /^[a-z]+(-[a-z]+)*(:[a-z-]+)?$/.test(message);
    return { path: path.map(String).join('.'), code: own ? message : code.replaceAll('_', '-') };
  });
  for (const { path, code } of issues) {
    const reason = FORBIDDEN_REASONS.find((one) => code === `forbidden:${one}`);
    if (reason) return { kind: 'refused', refusal: { kind: 'forbidden-text', field: path, reason } };
  }
  return { kind: 'malformed', issues };
}

/** commandOf makes a Command in a field of a page or dialog; `then` is what follows a yes, whichever try it came to. */
export function commandOf<E extends Mutation>(endpoint: E, then: (answer: AnswerOf<E>) => unknown): Command<E> {
  return new Command(endpoint, then);
}
