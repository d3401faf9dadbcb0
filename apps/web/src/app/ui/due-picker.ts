import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  signal,
} from '@angular/core';
import { dayInTokyo, type Instant, type Purpose } from '@azukari/domain';

import { dueChoices } from './due-times';
import { formatTime } from './format';
import { momentOf } from './moment-of';
import { Speech } from './speech';

/** DuePicker asks when the items come back: a few times to press, no time, or any other day and time in Japan. */
@Component({
  selector: 'az-due-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ speech.say('due.label') }}</legend>
      <div class="choices">
        @for (time of choices(); track time) {
          <label class="az-choice">
            <input type="radio" name="due" [checked]="!own() && due() === time" (change)="choose(time)" />
            <span>{{ speech.moment(time) }}</span>
          </label>
        }
        <label class="az-choice">
          <input type="radio" name="due" [checked]="!own() && due() === null" (change)="choose(null)" />
          <span>{{ speech.say('due.none') }}</span>
        </label>
        <label class="az-choice">
          <input type="radio" name="due" [checked]="own()" (change)="own.set(true)" />
          <span>{{ speech.say('due.own') }}</span>
        </label>
      </div>
      @if (own()) {
        <div class="own">
          <input
            #day
            class="az-input"
            type="date"
            [attr.aria-label]="speech.say('due.day')"
            [value]="ownDay()"
            (change)="write(day.value, clock.value)"
          />
          <input
            #clock
            class="az-input"
            type="time"
            step="300"
            [attr.aria-label]="speech.say('due.time')"
            [value]="ownClock()"
            (change)="write(day.value, clock.value)"
          />
        </div>
        @if (due() === null) {
          <p class="az-soft" role="status">{{ speech.say('due.incomplete') }}</p>
        }
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend {
      padding: 0 0 4px;
      font-weight: 700;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .own {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .own input {
      width: auto;
      min-width: 10rem;
    }
  `,
})
export class DuePicker {
  protected readonly speech = inject(Speech);
  readonly purpose = input.required<Purpose>();
  readonly now = input.required<Instant>();
  readonly due = model.required<Instant | null>();

  protected readonly own = signal(false);
  protected readonly choices = computed(() => {
    const times = dueChoices(this.purpose(), this.now());
    const due = this.due();
    return due === null || this.own() || times.includes(due) ? times : [...times, due].sort();
  });
  /** What the two fields begin with. While one of them is empty nothing is written into them: that would undo what is being typed. */
  private readonly begun = linkedSignal<Instant | null, Instant | null>({
    source: this.due,
    computation: (due, before) => due ?? before?.value ?? null,
  });
  protected readonly ownDay = computed(() => partOf(this.begun(), dayInTokyo));
  protected readonly ownClock = computed(() => partOf(this.begun(), formatTime));

  protected choose(due: Instant | null): void {
    this.own.set(false);
    this.begun.set(due);
    this.due.set(due);
  }

  /** A field that was emptied leaves no time, not the one before. */
  protected write(day: string, clock: string): void {
    this.due.set(momentOf(day, clock));
  }
}

function partOf(at: Instant | null, part: (at: Instant) => string): string {
  return at === null ? '' : part(at);
}
