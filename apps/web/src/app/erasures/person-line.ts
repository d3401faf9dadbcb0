import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { askErasure, holdErasure } from '@azukari/contract';
import { ERASURE_GROUNDS, type ErasureGround } from '@azukari/domain';

import { Session } from '../session/session';
import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Left } from './erasing';

/** PersonLine is somebody who left: until when her words are kept, what stands in the way, and asking that they be erased. */
@Component({
  selector: 'az-erasure-person',
  imports: [BoxedForm, Choices, Icon, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let one = of();
    <div class="az-row">
      <div class="facts">
        <strong>{{ one.name }}</strong>
        <span class="az-soft">{{ said() }}</span>
        @if (one.obstacle; as obstacle) {
          <span><az-icon name="warning" />{{ speech.say('erasing.obstacle.' + obstacle) }}</span>
        } @else {
          <span>{{
            speech.say(due() ? 'erasing.overSince' : 'erasing.keptUntil', { day: speech.day(one.dueOn) })
          }}</span>
        }
      </div>
      @if (session.may('erase') && !open()) {
        @if (one.obstacle === null && may()) {
          <button
            type="button"
            class="az-button"
            [attr.aria-label]="speech.say('erasing.ask.of', { name: one.name })"
            (click)="open.set(true)"
          >
            {{ speech.say('erasing.ask.open') }}
          </button>
        }
        <button
          type="button"
          class="az-button az-button--quiet"
          [attr.aria-disabled]="holding.locked()"
          (click)="hold()"
        >
          {{ speech.say(one.onHold ? 'erasing.hold.end' : 'erasing.hold.begin') }}
        </button>
      }
    </div>
    <az-outcome [of]="holding.ended()" (again)="holding.again()" />
    @if (open()) {
      <az-boxed-form
        [command]="asking"
        [submit]="speech.say('erasing.ask.submit')"
        (send)="ask()"
        (cancelled)="close()"
      >
        <p>{{ speech.say('erasing.ask.lead', { name: one.name }) }}</p>
        <az-choices
          need="required"
          [name]="'ground-' + one.personId"
          [label]="speech.say('erasing.ask.ground')"
          [options]="grounds()"
          words="erasing.ground"
          [value]="ground()"
          [error]="asking.error('ground')"
          (choose)="ground.set($event)"
        />
      </az-boxed-form>
    }
  `,
  styleUrl: './erasures-page.scss',
})
export class PersonLine {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly today = inject(Clock).today;
  private readonly receipts = inject(Receipts);
  readonly of = input.required<Left>();
  readonly changed = output();
  protected readonly open = signal(false);
  protected readonly ground = signal<ErasureGround | null>(null);
  protected readonly due = computed(() => this.of().dueOn <= this.today());
  /** A request is heard earlier than the house's own wish. */
  protected readonly may = computed(() => this.of().requestFrom <= this.today());
  protected readonly grounds = computed(() =>
    ERASURE_GROUNDS.filter((ground) => ground !== 'retention-over' || this.due()),
  );
  protected readonly said = computed(() => {
    const { kind, leftOn, residentName } = this.of();
    const day = this.speech.day(leftOn);
    return this.speech.say(`erasing.left.${kind}`, { day, resident: residentName ?? '' });
  });
  protected readonly asking = commandOf(askErasure, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.open.set(false);
    this.changed.emit();
  });
  protected readonly holding = commandOf(holdErasure, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  });

  /** What was left open is sent as it is: the answer names the field. */
  protected async ask(): Promise<void> {
    const { kind, personId } = this.of();
    await this.asking.send({ kind, personId, ground: this.ground() as ErasureGround });
  }

  protected async hold(): Promise<void> {
    const { kind, personId, onHold } = this.of();
    await this.holding.send({ kind, personId, hold: !onHold });
  }

  protected close(): void {
    this.asking.forget();
    this.open.set(false);
  }
}
