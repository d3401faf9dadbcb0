import { afterNextRender, ElementRef, inject, Injector } from '@angular/core';
import type { AnswerOf, DraftOf, Endpoint } from '@azukari/contract';
import type { z } from 'zod';

import { Api, type Where } from './api';
import { Command } from './command';
import { issueText } from './issue-text';
import { Speech } from './speech';

type Mutation = Endpoint & { readonly body: z.ZodType };

/** Order is a body without its commandId: what the person decided. */
export type Order<E extends Mutation> = Omit<DraftOf<E>, 'commandId'>;

/** FormCommand is the Command of a form: it knows the sentence for each field, and after a "no" the first such field gets the focus. */
export class FormCommand<E extends Mutation> extends Command<E> {
  private readonly speech = inject(Speech);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  /** send is `run` for a body that is written already. */
  send(order: Order<E>, where?: Where): Promise<AnswerOf<E> | null> {
    // An order is by its type the body of this endpoint but for the id.
    return this.run((commandId) => ({ ...order, commandId }) as unknown as DraftOf<E>, where);
  }

  override async again(): Promise<AnswerOf<E> | null> {
    const answer = await super.again();
    if (answer === null) this.focusFirstError();
    return answer;
  }

  /** issue is the sentence under a field; null when the field is in order. */
  issue(path: string): string | null {
    const ended = this.ended();
    if (ended?.kind === 'refused' && ended.refusal.kind === 'forbidden-text' && ended.refusal.field === path) {
      return this.speech.say(`shell.issue.forbidden:${ended.refusal.reason}`);
    }
    return issueText(ended, path, this.speech);
  }

  /** Without a field to go to, what the answer says is brought into view: in a dialog it may lie below the edge. */
  private focusFirstError(): void {
    const go = (): void => {
      const { nativeElement } = this.host;
      const field = nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]');
      if (field) field.focus();
      else nativeElement.querySelector('az-outcome')?.scrollIntoView({ block: 'nearest' });
    };
    afterNextRender({ read: go }, { injector: this.injector });
  }
}

/** formCommandOf makes a FormCommand in a field of a page or dialog. */
export function formCommandOf<E extends Mutation>(endpoint: E): FormCommand<E> {
  return new FormCommand(inject(Api), endpoint);
}
