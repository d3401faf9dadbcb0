import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { noteApplication, withdrawApplication } from '@azukari/contract';
import { ANSWERS, APPLICANTS, APPLICATION_GROUNDS } from '@azukari/domain';

import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import { Outcome } from '../ui/outcome';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Application } from './work-list';

type Noted = NonNullable<Application['noted']>;

const FIRST: Noted = {
  ground: 'care-certification',
  applicant: 'family',
  byProxy: false,
  appliedOn: null,
  arrivedOn: null,
  renews: 'unknown',
};

/** ApplicationForm notes how far somebody's application for a 資格確認書 is. */
@Component({
  selector: 'az-application-form',
  imports: [Choices, DayField, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate (submit)="$event.preventDefault(); record()">
      @let now = note();
      <az-choices
        group="applicationGround"
        [name]="'ground-' + residentId()"
        [label]="speech.say('deadlines.work.apply.ground')"
        [options]="grounds"
        [value]="now.ground"
        (choose)="set({ ground: $event })"
      />
      <az-choices
        group="applicant"
        [name]="'applicant-' + residentId()"
        [label]="speech.say('deadlines.work.apply.applicant')"
        [options]="applicants"
        [value]="now.applicant"
        (choose)="set({ applicant: $event })"
      />
      <az-choices
        words="deadlines.work.apply.proxyChoice"
        [name]="'proxy-' + residentId()"
        [label]="speech.say('deadlines.work.apply.proxy')"
        [options]="['yes', 'no']"
        [value]="now.byProxy ? 'yes' : 'no'"
        (choose)="set({ byProxy: $event === 'yes' })"
      />
      <az-day-field
        name="appliedOn"
        need="optional"
        [label]="speech.say('deadlines.work.apply.appliedOn')"
        [error]="noting.error('appliedOn')"
        [value]="now.appliedOn"
        (valueChange)="set({ appliedOn: $event })"
      />
      <az-day-field
        name="arrivedOn"
        need="optional"
        [label]="speech.say('deadlines.work.apply.arrivedOn')"
        [error]="noting.error('arrivedOn')"
        [value]="now.arrivedOn"
        (valueChange)="set({ arrivedOn: $event })"
      />
      <az-choices
        words="deadlines.work.apply.renewsChoice"
        [name]="'renews-' + residentId()"
        [label]="speech.say('deadlines.work.apply.renews')"
        [options]="answers"
        [value]="now.renews"
        (choose)="set({ renews: $event })"
      />
      <az-outcome [of]="noting.ended()" (again)="noting.again()" />
      <az-outcome [of]="withdrawing.ended()" (again)="withdrawing.again()" />
      <div class="az-row">
        <button type="submit" class="az-button az-button--primary" [attr.aria-disabled]="noting.locked()">
          {{ speech.say('deadlines.work.apply.submit') }}
        </button>
        <button type="button" class="az-button" (click)="cancelled.emit()">{{ speech.say('shell.cancel') }}</button>
        @if (noted() !== null) {
          <button type="button" class="az-button" [attr.aria-disabled]="withdrawing.locked()" (click)="withdraw()">
            {{ speech.say('deadlines.work.apply.withdraw') }}
          </button>
        }
      </div>
    </form>
  `,
  styleUrl: './work-row.scss',
})
export class ApplicationForm {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  readonly residentId = input.required<string>();
  readonly noted = input.required<Application['noted']>();
  readonly version = input.required<Application['version']>();
  readonly changed = output();
  readonly cancelled = output();

  protected readonly grounds = APPLICATION_GROUNDS;
  protected readonly applicants = APPLICANTS;
  protected readonly answers = ANSWERS;
  protected readonly note = linkedSignal<Noted>(() => this.noted() ?? FIRST);
  protected readonly noting = commandOf(noteApplication, ({ receipt }) => this.finish(receipt));
  protected readonly withdrawing = commandOf(withdrawApplication, ({ receipt }) => this.finish(receipt));

  protected set(part: Partial<Noted>): void {
    this.note.update((before) => ({ ...before, ...part }));
  }

  protected async record(): Promise<void> {
    await this.noting.send({ version: this.version(), ...this.note() }, { path: { id: this.residentId() } });
  }

  protected async withdraw(): Promise<void> {
    await this.withdrawing.send({ version: this.version() }, { path: { id: this.residentId() } });
  }

  private finish(receipt: Receipt): void {
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  }
}
