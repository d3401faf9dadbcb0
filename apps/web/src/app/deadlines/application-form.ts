import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { noteApplication, withdrawApplication } from '@azukari/contract';
import { ANSWERS, APPLICANTS, APPLICATION_GROUNDS } from '@azukari/domain';

import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import type { Underway } from '../ui/dialog-form';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Application } from './work-list';

type Noted = NonNullable<Application['noted']>;

/** Answers are a note in which nobody may have said yet why, who, and whether with a 委任状. */
type Answers = Omit<Noted, 'ground' | 'applicant' | 'byProxy'> & {
  readonly [K in 'ground' | 'applicant' | 'byProxy']: Noted[K] | null;
};

/** A note, and which one it was made from. */
type Draft = Answers & Pick<Application, 'version'>;

const FIRST: Answers = {
  ground: null,
  applicant: null,
  byProxy: null,
  appliedOn: null,
  arrivedOn: null,
  renews: 'unknown',
};

/** ApplicationForm notes how far somebody's application for a 資格確認書 is. */
@Component({
  selector: 'az-application-form',
  imports: [BoxedForm, Choices, DayField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-boxed-form
      [command]="underway()"
      [submit]="speech.say('dating.work.apply.submit')"
      (send)="record()"
      (cancelled)="cancelled.emit()"
      (anew)="changed.emit()"
    >
      @let now = note();
      <az-choices
        group="applicationGround"
        [name]="'ground-' + residentId()"
        [label]="speech.say('dating.work.apply.ground')"
        [options]="grounds"
        need="required"
        [error]="noting.error('ground')"
        [value]="now.ground"
        (choose)="set({ ground: $event })"
      />
      <az-choices
        group="applicant"
        [name]="'applicant-' + residentId()"
        [label]="speech.say('dating.work.apply.applicant')"
        [options]="applicants"
        need="required"
        [error]="noting.error('applicant')"
        [value]="now.applicant"
        (choose)="set({ applicant: $event })"
      />
      <az-choices
        words="dating.work.apply.proxyChoice"
        [name]="'proxy-' + residentId()"
        [label]="speech.say('dating.work.apply.proxy')"
        [options]="['yes', 'no']"
        need="required"
        [error]="noting.error('byProxy')"
        [value]="now.byProxy === null ? null : now.byProxy ? 'yes' : 'no'"
        (choose)="set({ byProxy: $event === 'yes' })"
      />
      <az-day-field
        name="appliedOn"
        need="optional"
        [label]="speech.say('dating.work.apply.appliedOn')"
        [error]="noting.error('appliedOn')"
        [value]="now.appliedOn"
        (valueChange)="set({ appliedOn: $event })"
      />
      <az-day-field
        name="arrivedOn"
        need="optional"
        [label]="speech.say('dating.work.apply.arrivedOn')"
        [error]="noting.error('arrivedOn')"
        [value]="now.arrivedOn"
        (valueChange)="set({ arrivedOn: $event })"
      />
      <az-choices
        words="dating.work.apply.renewsChoice"
        [name]="'renews-' + residentId()"
        [label]="speech.say('dating.work.apply.renews')"
        [options]="answers"
        [value]="now.renews"
        (choose)="set({ renews: $event })"
      />
      @if (noted() !== null) {
        <button more type="button" class="az-button" [attr.aria-disabled]="underway().locked()" (click)="withdraw()">
          {{ speech.say('dating.work.apply.withdraw') }}
        </button>
      }
    </az-boxed-form>
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
  /** draft is begun from what was known when the form opened: what others note meanwhile neither changes it nor is written over. */
  private readonly draft = linkedSignal<Draft, Draft>({
    source: () => ({ version: this.version(), ...(this.noted() ?? FIRST) }),
    computation: (known, begun) => begun?.value ?? known,
  });
  protected readonly note = this.draft.asReadonly();
  protected readonly noting = commandOf(noteApplication, ({ receipt }) => this.finish(receipt));
  protected readonly withdrawing = commandOf(withdrawApplication, ({ receipt }) => this.finish(receipt));

  /** underway is which of both was asked for last. */
  protected readonly underway = signal<Underway>(this.noting);

  protected set(part: Partial<Answers>): void {
    this.draft.update((before) => ({ ...before, ...part }));
  }

  protected async record(): Promise<void> {
    this.underway.set(this.noting);
    // What nobody has chosen is named by the contract before anything leaves.
    await this.noting.send(this.draft() as Noted & Draft, { path: { id: this.residentId() } });
  }

  protected async withdraw(): Promise<void> {
    this.underway.set(this.withdrawing);
    await this.withdrawing.send({ version: this.draft().version }, { path: { id: this.residentId() } });
  }

  private finish(receipt: Receipt): void {
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  }
}
