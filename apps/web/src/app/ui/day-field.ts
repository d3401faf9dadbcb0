import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, model } from '@angular/core';
import { isCalendarDay } from '@azukari/domain';

import { dayOf, type DayParts, type Era, ERAS, partsOf } from './day-parts';
import { formatEra } from './format';
import { Icon } from './icon';
import { Speech } from './speech';

/** DayField asks for a day as cards print it: era, year, month, day; it answers with the day in full to compare. */
@Component({
  selector: 'az-day-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset [attr.aria-describedby]="error() ? name() + '-error' : null">
      <legend>
        <span class="label">{{ label() }}</span>
        @if (need() !== 'none') {
          <span class="need" [class.must]="need() === 'required'">{{ speech.say('shell.' + need()) }}</span>
        }
      </legend>
      @if (hint(); as words) {
        <p class="hint">{{ words }}</p>
      }
      <div class="parts">
        <select
          class="az-input"
          [attr.aria-label]="speech.say('day-field.era.label')"
          [disabled]="disabled()"
          (change)="chooseEra($event)"
        >
          @for (era of eras; track era) {
            <option [value]="era" [selected]="era === parts().era">{{ speech.say('day-field.era.' + era) }}</option>
          }
        </select>
        @for (part of names; track part) {
          <label class="part">
            <input
              class="az-input"
              inputmode="numeric"
              autocomplete="off"
              maxlength="4"
              [attr.aria-invalid]="error() ? true : null"
              [disabled]="disabled()"
              [value]="parts()[part]"
              (input)="write(part, $event)"
            />
            <span>{{ speech.say('day-field.' + part) }}</span>
          </label>
        }
      </div>
      <p class="echo" aria-live="polite">{{ echo() }}</p>
      @if (error(); as words) {
        <p class="error" [id]="name() + '-error'"><az-icon name="warning" />{{ words }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 4px;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 0;
      margin-bottom: 4px;
    }
    .label {
      font-weight: 700;
    }
    .need,
    .hint,
    .echo {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    .need.must {
      color: var(--az-red);
      font-weight: 700;
    }
    .echo:empty {
      display: none;
    }
    .parts {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 8px;
    }
    select {
      width: auto;
      min-width: 5.8rem;
      padding-inline: 10px 34px;
      background-position: right 6px center;
    }
    .part {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      white-space: nowrap;
    }
    .part input {
      width: 3.4rem;
      padding-inline: 8px;
      text-align: end;
    }
    .part:nth-child(2) input {
      width: 4.2rem;
    }
    .error {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--az-red);
      font-weight: 700;
    }
    @media (max-width: 479px) {
      select {
        width: 100%;
      }
    }
  `,
})
export class DayField {
  protected readonly speech = inject(Speech);
  protected readonly eras = ERAS;
  protected readonly names = ['year', 'month', 'date'] as const;
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly need = input<'required' | 'optional' | 'none'>('none');
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly disabled = input(false);
  /** era is the one that is proposed while the field is empty. */
  readonly era = input<Era>('reiwa');
  /** value is the day, null while it is empty, or a text no contract takes while a part is missing. */
  readonly value = model.required<string | null>();

  protected readonly parts = linkedSignal<string | null, DayParts>({
    source: () => this.value(),
    // What was typed stays as it was typed while it still says the same day.
    computation: (value, previous) =>
      previous && dayOf(previous.value) === value ? previous.value : partsOf(value, this.era()),
  });
  protected readonly echo = computed(() => {
    const day = this.value();
    if (day === null || !isCalendarDay(day)) return '';
    return this.speech.say('day-field.echo', { day: this.speech.day(day), era: formatEra(day, this.speech.lang()) });
  });

  protected chooseEra(event: Event): void {
    const era = ERAS.find((known) => event.target instanceof HTMLSelectElement && known === event.target.value);
    if (era) this.take({ ...this.parts(), era });
  }

  protected write(part: 'year' | 'month' | 'date', event: Event): void {
    if (event.target instanceof HTMLInputElement) this.take({ ...this.parts(), [part]: event.target.value.trim() });
  }

  private take(parts: DayParts): void {
    this.parts.set(parts);
    this.value.set(dayOf(parts));
  }
}
