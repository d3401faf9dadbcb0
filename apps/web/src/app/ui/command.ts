import { computed, inject, signal } from '@angular/core';
import type { AnswerOf, DraftOf, Endpoint } from '@azukari/contract';
import type { z } from 'zod';

import { Api, newCommandId, type Sent, type Where } from './api';

type Mutation = Endpoint & { readonly body: z.ZodType };

/**
 * Command is one decision of a person on its way to the record. `run` makes a new decision with a new commandId;
 * `again` sends the very same body once more, which is safe however often it is done.
 */
export class Command<E extends Mutation> {
  private readonly api: Api;
  private readonly endpoint: E;
  private draft: DraftOf<E> | null = null;
  private where: Where = {};
  private readonly endedNow = signal<Sent<AnswerOf<E>> | null>(null);
  private readonly busyNow = signal(false);

  /** ended is how the last try ended; null while nothing was tried or after a yes. */
  readonly ended = this.endedNow.asReadonly();
  readonly busy = this.busyNow.asReadonly();
  /** locked is true while a new decision could be recorded beside one that is not confirmed yet. */
  readonly locked = computed(() => this.busyNow() || this.endedNow()?.kind === 'unconfirmed');

  constructor(api: Api, endpoint: E) {
    this.api = api;
    this.endpoint = endpoint;
  }

  /** run sends a new decision; the answer, or null when it did not end in a yes. */
  async run(write: (commandId: string) => DraftOf<E>, where: Where = {}): Promise<AnswerOf<E> | null> {
    if (this.locked()) return null;
    this.draft = write(newCommandId());
    this.where = where;
    return this.again();
  }

  /** again sends the last decision once more with its own commandId. */
  async again(): Promise<AnswerOf<E> | null> {
    if (this.draft === null || this.busyNow()) return null;
    this.busyNow.set(true);
    const sent = await this.api.send(this.endpoint, this.draft, this.where);
    this.busyNow.set(false);
    this.endedNow.set(sent.kind === 'done' ? null : sent);
    return sent.kind === 'done' ? sent.answer : null;
  }

  /** forget clears the banner once the person has gone another way. */
  forget(): void {
    this.endedNow.set(null);
  }
}

/** commandOf makes a Command in a field of a page. */
export function commandOf<E extends Mutation>(endpoint: E): Command<E> {
  return new Command(inject(Api), endpoint);
}
