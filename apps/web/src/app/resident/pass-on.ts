import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { readTransfers, sendItems } from '@azukari/contract';
import { addDays, isCalendarDay, tokyoTime } from '@azukari/domain';

import { Api } from '../ui/api';
import { Board } from '../ui/board';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import type { Item } from '../ui/item-state';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { TransferWords } from '../ui/transfer-words';

const ELSEWHERE = '';
const DAYS_TO_ANSWER = 3;
const EVENING = '17:00';

/** PassOnPanel sends what is hers to another home of the corporation: one of this installation, or one by its name. */
@Component({
  selector: 'az-pass-on',
  imports: [Field, Outcome, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="az-card az-stack">
      <h2>{{ speech.say('transfers.send.title') }}</h2>
      <p>{{ speech.say('transfers.send.lead') }}</p>
      @if (homes().length > 0) {
        <az-field for="home" [label]="speech.say('transfers.send.home')">
          <select class="az-input" id="home" (change)="to.set(valueOf($event))">
            @for (home of homes(); track home.id) {
              <option [value]="home.id" [selected]="home.id === to()">{{ home.name }}</option>
            }
            <option value="" [selected]="to() === ''">{{ speech.say('transfers.send.elsewhere') }}</option>
          </select>
        </az-field>
      }
      @if (to() === '') {
        <az-text-field
          name="home-name"
          need="required"
          [label]="speech.say('transfers.send.name')"
          [error]="sending.error('to.name') ?? sending.error('to')"
          [(text)]="name"
        />
      }
      <fieldset>
        <legend>{{ speech.say('transfers.send.what') }}</legend>
        @for (item of items(); track item.id) {
          <label class="az-choice">
            <input type="checkbox" [checked]="chosen().includes(item.id)" (change)="toggle(item.id)" />
            <span>{{ speech.item(item.kind, item.label) }}</span>
          </label>
        }
      </fieldset>
      <az-text-field
        name="answer-by"
        type="date"
        [label]="speech.say('transfers.send.due')"
        [error]="sending.error('dueBackAt')"
        [(text)]="by"
      />
      <az-outcome [of]="sending.ended()" (again)="sending.again()" />
      <button
        type="button"
        class="az-button az-button--primary az-button--floor"
        [disabled]="chosen().length === 0 || sending.locked()"
        (click)="send()"
      >
        {{ speech.say('transfers.send.submit', { count: chosen().length }) }}
      </button>
    </section>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: 4px;
      padding: 0;
      font-weight: 700;
    }
  `,
})
export class PassOnPanel {
  protected readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  private readonly board = inject(Board);
  private readonly receipts = inject(Receipts);
  readonly residentId = input.required<string>();
  /** items are what of hers lies in the safe. */
  readonly items = input.required<readonly Item[]>();
  readonly sent = output();

  protected readonly valueOf = valueOf;
  private readonly read = inject(Api).read(readTransfers);
  protected readonly homes = computed(() => (this.read.hasValue() ? this.read.value().homes : []));
  protected readonly to = linkedSignal(() => this.homes()[0]?.id ?? ELSEWHERE);
  protected readonly name = signal('');
  protected readonly chosen = linkedSignal<readonly string[]>(() => this.items().map(({ id }) => id));
  /** by is the day on whose evening it turns red, unless they have answered. */
  protected readonly by = signal(addDays(this.clock.today(), DAYS_TO_ANSWER));
  protected readonly sending = commandOf(sendItems, async ({ receipt }) => {
    this.receipts.show('recorded', receipt, this.items());
    this.sent.emit();
    await this.board.refresh();
  });

  constructor() {
    inject(TransferWords);
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  }

  protected async send(): Promise<void> {
    const to = this.to() === ELSEWHERE ? { name: this.name() } : { facilityId: this.to() };
    const order = {
      itemIds: [...this.chosen()],
      to,
      dueBackAt: isCalendarDay(this.by()) ? tokyoTime(this.by(), EVENING) : '',
    };
    await this.sending.send(order, { path: { id: this.residentId() } });
  }
}
