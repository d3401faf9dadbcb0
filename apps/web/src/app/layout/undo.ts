import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { cancelEntry, checkIn } from '@azukari/contract';

import { Session } from '../session/session';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { type Confirmation, type Receipt, Receipts, UNDOABLE } from '../ui/receipts';
import { Speech } from '../ui/speech';

/**
 * Undo is the way back from a tap on the wrong card. Nothing is edited: what was taken out is put back, and a wrong もどす is
 * cancelled by who may; each is an entry of its own beside the first. Who may not cancel goes to the resident's page.
 */
@Component({
  selector: 'az-undo',
  imports: [Outcome, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (way()) {
      @case ('put-back') {
        <button type="button" class="az-button" [disabled]="puttingBack.locked()" (click)="putBack()">
          {{ speech.say('shell.undo.putBack') }}
        </button>
      }
      @case ('cancel') {
        <button type="button" class="az-button" [disabled]="cancelling.locked()" (click)="cancel()">
          {{ speech.say('shell.undo.cancel') }}
        </button>
      }
      @case ('look') {
        <a class="az-button" [routerLink]="['/residents', residentId()]">{{ speech.say('shell.undo.look') }}</a>
      }
    }
    <az-outcome [of]="puttingBack.ended()" (again)="puttingBack.again()">
      <button type="button" class="az-button" (click)="receipts.forget()">{{ speech.say('shell.close') }}</button>
    </az-outcome>
    <az-outcome [of]="cancelling.ended()" (again)="cancelOn(true)">
      <button type="button" class="az-button" (click)="receipts.forget()">{{ speech.say('shell.close') }}</button>
    </az-outcome>
  `,
  styles: ':host { display: contents; }',
})
export class Undo {
  protected readonly speech = inject(Speech);
  protected readonly receipts = inject(Receipts);
  private readonly session = inject(Session);
  readonly of = input.required<Confirmation>();

  protected readonly residentId = computed(() => this.of().about[0]?.resident?.id ?? null);
  protected readonly way = computed<'put-back' | 'cancel' | 'look' | null>(() => {
    const { verb, about } = this.of();
    if (!UNDOABLE.includes(verb) || about.length === 0) return null;
    if (verb === 'check-out') return this.session.may('check-in') ? 'put-back' : null;
    if (this.session.may('cancel')) return 'cancel';
    return this.residentId() === null ? null : 'look';
  });
  protected readonly puttingBack = commandOf(checkIn, ({ receipt }) =>
    this.receipts.show('undone', receipt, this.of().about),
  );
  protected readonly cancelling = commandOf(cancelEntry, ({ receipt }) => {
    this.cancelled = receipt;
  });
  private cancelled: Receipt | null = null;
  private left: readonly number[] = [];

  protected async putBack(): Promise<void> {
    this.receipts.hold();
    await this.puttingBack.send({ itemIds: this.of().about.map(({ id }) => id) });
  }

  protected async cancel(): Promise<void> {
    this.receipts.hold();
    this.left = this.of().seqs;
    await this.cancelOn(false);
  }

  /** One entry after the other; what stopped on the way goes on where it stopped. */
  protected async cancelOn(again: boolean): Promise<void> {
    for (let once = again; this.left.length > 0; once = false) {
      const [seq = 0] = this.left;
      const explanation = this.speech.plain('shell.undo.explanation');
      const done = once
        ? await this.cancelling.again()
        : await this.cancelling.send({ seq, reason: 'did-not-happen', explanation });
      if (!done) return;
      this.left = this.left.slice(1);
    }
    if (this.cancelled) this.receipts.show('cancelled', this.cancelled, this.of().about);
  }
}
