import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';

import { Icon } from './icon';
import { Speech, type WordGroup } from './speech';

/** Choices asks for one of a few codes, each a large pill with its word. */
@Component({
  selector: 'az-choices',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset
      role="radiogroup"
      [attr.aria-invalid]="error() ? true : null"
      [attr.aria-describedby]="error() ? name() + '-error' : null"
    >
      <legend>
        <span class="label">{{ label() }}</span>
        @if (need() !== 'none') {
          <span class="need" [class.must]="need() === 'required'">{{ speech.say('shell.' + need()) }}</span>
        }
      </legend>
      @if (hint(); as words) {
        <p class="hint">{{ words }}</p>
      }
      <div class="choices">
        @for (option of options(); track option) {
          <label class="az-choice">
            <input type="radio" [name]="name()" [checked]="option === value()" (change)="choose.emit(option)" />
            <span>{{ said()(option) }}</span>
          </label>
        }
      </div>
      @if (error(); as words) {
        <p class="error" [id]="name() + '-error'"><az-icon name="warning" />{{ words }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 6px;
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
    .need {
      flex: none;
      font-size: 0.834rem;
      color: var(--az-ink-soft);
    }
    .need.must {
      color: var(--az-red);
      font-weight: 700;
    }
    .hint {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .error {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--az-red);
      font-weight: 700;
    }
  `,
})
export class Choices<T extends string> {
  protected readonly speech = inject(Speech);
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly options = input.required<readonly T[]>();
  readonly value = input.required<T | null>();
  /** group names the shared word list the options are said in. */
  readonly group = input<WordGroup>();
  /** words is the prefix of the options' words where no shared list has them. */
  readonly words = input<string>();
  readonly need = input<'required' | 'optional' | 'none'>('none');
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly choose = output<T>();

  protected readonly said = computed(() => {
    const group = this.group();
    return (option: T): string =>
      group === undefined ? this.speech.say(`${this.words() ?? ''}.${option}`) : this.speech.word(group, option);
  });
}
