import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type AnswerOf, confirmErasure, type listErasures, withdrawErasure } from '@azukari/contract';

import { Session } from '../session/session';
import { BoxedForm } from '../ui/boxed-form';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';

/** AskedLine is an erasure that waits for a second person, who erases, or for who takes it back. */
@Component({
  selector: 'az-erasure-asked',
  imports: [BoxedForm, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let one = of();
    <div class="az-row">
      <div class="facts">
        <strong>{{ one.name }}</strong>
        <span>{{ speech.say('erasing.ground.' + one.ground) }}</span>
        <span class="az-soft">{{
          speech.say('erasing.asked.by', { name: one.by.name, time: speech.moment(one.at), day: speech.day(one.until) })
        }}</span>
        @if (mine()) {
          <span>{{ speech.say('erasing.asked.other') }}</span>
        }
      </div>
      @if (!open()) {
        @if (!mine() && session.may('confirm-erasure')) {
          <button
            type="button"
            class="az-button az-button--danger"
            [attr.aria-label]="speech.say('erasing.confirm.of', { name: one.name })"
            (click)="open.set(true)"
          >
            {{ speech.say('erasing.confirm.open') }}
          </button>
        }
        @if (session.may('erase')) {
          <button
            type="button"
            class="az-button az-button--quiet"
            [attr.aria-disabled]="withdrawing.locked()"
            (click)="withdraw()"
          >
            {{ speech.say('erasing.asked.withdraw') }}
          </button>
        }
      }
    </div>
    <az-outcome [of]="withdrawing.ended()" (again)="withdrawing.again()" />
    @if (open()) {
      <az-boxed-form
        [command]="confirming"
        [submit]="speech.say('erasing.confirm.submit')"
        (send)="confirm()"
        (cancelled)="close()"
      >
        <p>{{ speech.say('erasing.confirm.lead', { name: one.name }) }}</p>
      </az-boxed-form>
    }
  `,
  styleUrl: './erasures-page.scss',
})
export class AskedLine {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  readonly of = input.required<AnswerOf<typeof listErasures>['asked'][number]>();
  readonly changed = output();
  protected readonly open = signal(false);
  protected readonly mine = computed(() => this.of().by.id === this.session.staff()?.id);
  protected readonly confirming = commandOf(confirmErasure, ({ receipt }) => {
    this.receipts.show('erased', receipt);
    this.changed.emit();
  });
  protected readonly withdrawing = commandOf(withdrawErasure, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  });

  protected async confirm(): Promise<void> {
    await this.confirming.send({}, { path: { id: this.of().id } });
  }

  protected async withdraw(): Promise<void> {
    await this.withdrawing.send({}, { path: { id: this.of().id } });
  }

  protected close(): void {
    this.confirming.forget();
    this.open.set(false);
  }
}
