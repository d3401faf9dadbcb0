import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { Disposition } from '@azukari/domain';

import { Speech } from '../ui/speech';

/** DispositionPicker asks in plain words in which of five ways custody ends. */
@Component({
  selector: 'az-disposition-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset role="radiogroup">
      <legend>{{ speech.say('hand-over.how') }}</legend>
      @for (one of options(); track one) {
        <label [class.on]="one === chosen()">
          <input type="radio" name="disposition" [checked]="one === chosen()" (change)="choose.emit(one)" />
          <span>
            <strong>{{ speech.word('disposition', one) }}</strong>
            <span>{{ speech.say('hand-over.plain.' + one) }}</span>
          </span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
      gap: 8px;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-bottom: 8px;
      font-weight: 700;
    }
    label {
      display: flex;
      align-items: center;
      gap: 14px;
      min-height: 72px;
      padding: 10px 16px;
      border: 1.5px solid var(--az-line-strong);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      cursor: pointer;
    }
    label.on {
      border-color: var(--az-primary);
      background: var(--az-primary-soft);
      color: var(--az-on-primary-soft);
      box-shadow: inset 0 0 0 1.5px var(--az-primary);
    }
    label > span {
      display: grid;
      line-height: 1.45;
    }
    input {
      flex: none;
      width: 26px;
      height: 26px;
      margin: 0;
      accent-color: var(--az-primary);
    }
  `,
})
export class DispositionPicker {
  protected readonly speech = inject(Speech);
  readonly options = input.required<readonly Disposition[]>();
  readonly chosen = input.required<Disposition | null>();
  readonly choose = output<Disposition>();
}
