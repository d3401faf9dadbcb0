import { computed, inject, Injector, signal } from '@angular/core';
import type { AnswerOf, DraftOf, Endpoint } from '@azukari/contract';
import type { z } from 'zod';

import { Api, newCommandId, type Sent, type Where } from './api';
import { goToFirstError } from './first-error';
import { issueText } from './issue-text';
import { Speech } from './speech';

type Mutation = Endpoint & { readonly body: z.ZodType };

/**
 * Decision is a form on its way to the record. What is typed is checked by the contract before it is sent, so that a
 * mistake is seen at once; then one commandId is kept until the server has answered, however often it is asked.
 */
export class Decision<E extends Mutation> {
  private readonly api = inject(Api);
  private readonly speech = inject(Speech);
  private readonly injector = inject(Injector);
  private readonly endpoint: E;
  private sending: { readonly body: DraftOf<E>; readonly where: Where | undefined } | null = null;
  private readonly endedNow = signal<Sent<AnswerOf<E>> | null>(null);
  private readonly busyNow = signal(false);

  /** ended is how the last try ended; null while nothing was tried and after a yes. */
  readonly ended = this.endedNow.asReadonly();
  /** locked is true while a new try could record twice: sending, or not confirmed yet. */
  readonly locked = computed(() => this.busyNow() || this.endedNow()?.kind === 'unconfirmed');

  constructor(endpoint: E) {
    this.endpoint = endpoint;
  }

  /** decide sends a new decision; the answer, or null when it did not end in a yes. */
  async decide(write: (commandId: string) => DraftOf<E>, where?: Where): Promise<AnswerOf<E> | null> {
    if (this.locked()) return null;
    const body = write(newCommandId());
    const read = this.endpoint.body.safeParse(body);
    if (!read.success) {
      this.endedNow.set({ kind: 'malformed', issues: read.error.issues.map(issueOf) });
      goToFirstError(this.injector);
      return null;
    }
    this.sending = { body, where };
    return this.exchange();
  }

  /** again asks once more for the very same decision, with its own commandId. */
  async again(): Promise<AnswerOf<E> | null> {
    return this.busyNow() ? null : this.exchange();
  }

  /** error is the sentence under the field of that name, or null when it is in order. */
  error(path: string): string | null {
    const ended = this.endedNow();
    if (ended?.kind === 'refused' && ended.refusal.kind === 'forbidden-text' && ended.refusal.field === path)
      return this.speech.say(`shell.issue.forbidden:${ended.refusal.reason}`);
    return issueText(ended, path, this.speech);
  }

  /** refused says whether the answer was a "no" of that kind. */
  refused(kind: string): boolean {
    const ended = this.endedNow();
    return ended?.kind === 'refused' && ended.refusal.kind === kind;
  }

  /** forget clears the answer once the person has gone another way. */
  forget(): void {
    if (!this.locked()) this.endedNow.set(null);
  }

  private async exchange(): Promise<AnswerOf<E> | null> {
    if (this.sending === null) return null;
    this.busyNow.set(true);
    const sent = await this.api.send(this.endpoint, this.sending.body, this.sending.where);
    this.busyNow.set(false);
    this.endedNow.set(sent.kind === 'done' ? null : sent);
    if (sent.kind === 'malformed' || sent.kind === 'refused') goToFirstError(this.injector);
    return sent.kind === 'done' ? sent.answer : null;
  }
}

function issueOf({ path, message, code }: z.core.$ZodIssue) {
  const own = /^[a-z]+(-[a-z]+)*(:[a-z-]+)?$/.test(message);
  return { path: path.map(String).join('.'), code: own ? message : code };
}

/** decisionOf makes a Decision in a field of a page. */
export function decisionOf<E extends Mutation>(endpoint: E): Decision<E> {
  return new Decision(endpoint);
}
