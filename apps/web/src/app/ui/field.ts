import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { Icon } from './icon';
import { Speech } from './speech';

/**
 * Field puts the label above its control, 必須 or 任意 in words beside it, and the error under it with a drawing.
 * The control goes into its content with class az-input, `[id]` equal to `for`, and aria-describedby `<for>-hint <for>-error`.
 */
@Component({
  selector: 'az-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [attr.for]="for()">
      <span class="label">{{ label() }}</span>
      @if (need() !== 'none') {
        <span class="need" [class.must]="need() === 'required'">{{ speech.say('shell.' + need()) }}</span>
      }
    </label>
    @if (hint(); as words) {
      <p class="hint" [id]="for() + '-hint'">{{ words }}</p>
    }
    <ng-content />
    <p class="error" [id]="for() + '-error'" aria-live="polite">
      @if (error(); as words) {
        <az-icon name="warning" />{{ words }}
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
    label {
      display: flex;
      align-items: center;
      gap: 8px;
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
    .error {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--az-red);
      font-weight: 700;
    }
    .error:empty {
      display: none;
    }
  `,
})
export class Field {
  protected readonly speech = inject(Speech);
  readonly label = input.required<string>();
  readonly for = input.required<string>();
  readonly need = input<'required' | 'optional' | 'none'>('none');
  readonly hint = input<string>();
  readonly error = input<string | null>();
}
