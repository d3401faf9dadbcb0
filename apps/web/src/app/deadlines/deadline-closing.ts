import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { closeDeadline, reopenDeadline } from '@azukari/contract';
import { CLOSE_REASONS, type CloseReason } from '@azukari/domain';

import { Session } from '../session/session';
import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Deadline } from './deadline';

/** DeadlineClosing ends the reminders of a deadline that has no natural end, with a reason, or begins them again. */
@Component({
  selector: 'az-deadline-closing',
  imports: [BoxedForm, Choices, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (named(); as date) {
      @if (deadline().closed !== null) {
        <button type="button" class="az-button" [attr.aria-disabled]="reopening.locked()" (click)="reopen(date)">
          {{ speech.say('dating.closing.reopen') }}
        </button>
        <az-outcome [of]="reopening.ended()" (again)="reopening.again()" />
      } @else if (asking()) {
        <az-boxed-form
          [command]="closing"
          [submit]="speech.say('dating.closing.submit')"
          (send)="close(date)"
          (cancelled)="asking.set(false)"
        >
          <az-choices
            group="closeReason"
            [label]="speech.say('dating.closing.reason')"
            [name]="'reason-' + deadline().item.id + deadline().kind"
            [hint]="speech.say('dating.closing.hint')"
            [options]="reasons"
            [value]="reason()"
            [error]="closing.error('reason')"
            (choose)="reason.set($event)"
          />
        </az-boxed-form>
      } @else {
        <button type="button" class="az-button" (click)="begin()">{{ speech.say('dating.closing.begin') }}</button>
      }
    }
  `,
})
export class DeadlineClosing {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  readonly deadline = input.required<Deadline>();
  readonly changed = output();

  protected readonly reasons = CLOSE_REASONS;
  protected readonly asking = signal(false);
  protected readonly reason = signal<CloseReason | null>(null);
  /** named is the date by which a deadline is closed; what has none ends with its date. */
  protected readonly named = computed(() => {
    const { date, kind } = this.deadline();
    return this.session.may('keep-deadlines') && kind !== 'none' ? date : null;
  });
  protected readonly closing = commandOf(closeDeadline, ({ receipt }) => this.finish(receipt));
  protected readonly reopening = commandOf(reopenDeadline, ({ receipt }) => this.finish(receipt));

  protected begin(): void {
    this.reason.set(null);
    this.closing.forget();
    this.asking.set(true);
  }

  protected async close(date: string): Promise<void> {
    const { item, kind } = this.deadline();
    if (kind === 'none') return;
    // A reason that is missing is said by the contract, beside its choices.
    const reason = this.reason() as CloseReason;
    await this.closing.send({ itemId: item.id, kind, date, reason });
  }

  protected async reopen(date: string): Promise<void> {
    const { item, kind } = this.deadline();
    if (kind !== 'none') await this.reopening.send({ itemId: item.id, kind, date });
  }

  private finish(receipt: Receipt): void {
    this.asking.set(false);
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  }
}
