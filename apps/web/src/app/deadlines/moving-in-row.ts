import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { noteMovingIn } from '@azukari/contract';
import { ADDRESS_ANSWERS, type AddressAnswer } from '@azukari/domain';

import { Session } from '../session/session';
import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import { Icon } from '../ui/icon';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { PersonLine } from './person-line';
import type { MovingIn } from './work-list';

/** MovingInRow is somebody who moved in with a マイナンバーカード: whether the address moves, both days, and what of it is done. */
@Component({
  selector: 'az-moving-in-row',
  imports: [BoxedForm, Choices, DayField, Icon, PersonLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-person-line [resident]="line().resident">
      <p class="az-soft">
        {{ speech.say('dating.work.moving.admitted', { day: speech.day(line().admittedOn) }) }}
        {{ speech.say('dating.work.moving.address.' + line().noted.address) }}
      </p>
      @for (step of steps(); track step.name) {
        <p class="step" [attr.data-step]="step.name" [class.late]="step.late">
          <az-icon [name]="step.icon" />
          {{ speech.say('dating.work.moving.' + step.name) }}
          <strong>{{ step.said }}</strong>
          @if (step.reckoned; as words) {
            <span class="az-soft">{{ words }}</span>
          }
        </p>
      }
      @if (mayNote && !open()) {
        <button type="button" class="az-button way" (click)="begin()">
          {{ speech.say('dating.work.moving.note')
          }}<span class="az-sr-only">{{ speech.person(line().resident.name) }}</span>
        </button>
      }
    </az-person-line>
    @if (open()) {
      <az-boxed-form
        [command]="noting"
        [submit]="speech.say('dating.work.moving.submit')"
        (send)="record()"
        (cancelled)="open.set(false)"
        (anew)="open.set(false); changed.emit()"
      >
        <az-choices
          [label]="speech.say('dating.work.moving.ask')"
          [name]="'address-' + line().resident.id"
          [options]="answers"
          [value]="address()"
          words="dating.work.moving.choice"
          (choose)="address.set($event)"
        />
        @if (address() === 'moves') {
          <az-day-field
            name="movedOn"
            need="optional"
            [label]="speech.say('dating.work.moving.movedOn')"
            [hint]="speech.say('dating.work.moving.movedHint')"
            [error]="noting.error('movedOn')"
            [(value)]="movedOn"
          />
          <az-day-field
            name="noticeGivenOn"
            need="optional"
            [label]="speech.say('dating.work.moving.noticeGivenOn')"
            [error]="noting.error('noticeGivenOn')"
            [(value)]="noticeGivenOn"
          />
          <az-day-field
            name="cardContinuedOn"
            need="optional"
            [label]="speech.say('dating.work.moving.cardContinuedOn')"
            [hint]="speech.say('dating.work.moving.pin')"
            [error]="noting.error('cardContinuedOn')"
            [(value)]="cardContinuedOn"
          />
        }
      </az-boxed-form>
    }
  `,
  styleUrl: './work-row.scss',
})
export class MovingInRow {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  readonly line = input.required<MovingIn>();
  readonly changed = output();

  protected readonly mayNote = inject(Session).may('keep-deadlines');
  protected readonly answers = ADDRESS_ANSWERS;
  protected readonly open = signal(false);
  protected readonly address = signal<AddressAnswer>('unknown');
  private seen = 0;
  protected readonly movedOn = signal<string | null>(null);
  protected readonly noticeGivenOn = signal<string | null>(null);
  protected readonly cardContinuedOn = signal<string | null>(null);
  protected readonly noting = commandOf(noteMovingIn, ({ receipt }) => {
    this.open.set(false);
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  });
  protected readonly steps = computed(() => {
    const { notice, card, noted } = this.line();
    return [
      { name: 'notice', due: notice, doneOn: noted.noticeGivenOn },
      { name: 'card', due: card, doneOn: noted.cardContinuedOn },
    ].map(({ name, due, doneOn }) => {
      // While nobody knows whether the address moves, there is a question and nothing that was missed.
      const late = noted.address === 'moves' && doneOn === null && due.daysLeft < 0;
      return {
        name,
        late,
        icon: doneOn === null ? ('calendar' as const) : ('check' as const),
        said: this.said(due, doneOn),
        reckoned: this.reckoned(name, noted),
      };
    });
  });

  protected begin(): void {
    const { address, movedOn, noticeGivenOn, cardContinuedOn } = this.line().noted;
    this.seen = this.line().version;
    this.address.set(address);
    this.movedOn.set(movedOn);
    this.noticeGivenOn.set(noticeGivenOn);
    this.cardContinuedOn.set(cardContinuedOn);
    this.noting.forget();
    this.open.set(true);
  }

  protected async record(): Promise<void> {
    const address = this.address();
    // Days belong to an address that moves.
    const [movedOn, noticeGivenOn, cardContinuedOn] =
      address === 'moves' ? [this.movedOn(), this.noticeGivenOn(), this.cardContinuedOn()] : [null, null, null];
    await this.noting.send(
      { version: this.seen, address, movedOn, noticeGivenOn, cardContinuedOn },
      { path: { id: this.line().resident.id } },
    );
  }

  /** What a day was reckoned from where the rule would have it otherwise: nobody has asked, or no 転入届 was given yet. */
  private reckoned(name: string, { address, noticeGivenOn, cardContinuedOn }: MovingIn['noted']): string | null {
    if (address === 'unknown') return this.speech.say('dating.work.moving.ifMoves');
    if (name !== 'card' || noticeGivenOn !== null || cardContinuedOn !== null) return null;
    return this.speech.say('dating.work.moving.beforeNotice');
  }

  private said({ date, daysLeft }: MovingIn['notice'], doneOn: string | null): string {
    if (doneOn !== null) return this.speech.say('dating.work.moving.done', { day: this.speech.day(doneOn) });
    const until = this.speech.say('dating.work.moving.until', { day: this.speech.day(date) });
    const way = daysLeft === 0 ? 'today' : daysLeft > 0 ? 'ahead' : 'past';
    const left = this.speech.say(`dating.left.${way}`, { days: Math.abs(daysLeft) });
    return `${until}${this.speech.say('words.join')}${left}`;
  }
}
