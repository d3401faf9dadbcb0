import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ITEM_KINDS, type ItemKind } from '@azukari/domain';

import { Icon } from './icon';
import { KindShapeDrawing } from './kind-shape';
import { Speech } from './speech';

/** KindGrid shows the kinds of items as drawings to press: one of them, or as many as wanted. */
@Component({
  selector: 'az-kind-grid',
  imports: [Icon, KindShapeDrawing],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="grid"
      [attr.role]="several() ? 'group' : 'radiogroup'"
      [attr.aria-label]="label()"
      [attr.aria-describedby]="error() ? name() + '-error' : null"
      [attr.aria-invalid]="!several() && error() ? true : null"
    >
      @for (kind of kinds(); track kind) {
        <label [class.on]="chosen().includes(kind)">
          <input
            [type]="several() ? 'checkbox' : 'radio'"
            [name]="name()"
            [checked]="chosen().includes(kind)"
            [attr.aria-invalid]="several() && error() ? true : null"
            (change)="choose.emit(kind)"
          />
          <az-kind-shape [kind]="kind" />
          <span>{{ speech.word('kind', kind) }}</span>
          <az-icon class="tick" name="check" />
        </label>
      }
    </div>
    @if (error(); as words) {
      <p class="error" [id]="name() + '-error'"><az-icon name="warning" />{{ words }}</p>
    }
  `,
  styles: `
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(var(--az-kind-width, 14.4rem), 100%), 1fr));
      gap: 8px;
    }
    label {
      position: relative;
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 64px;
      padding: 8px 12px;
      border: 1.5px solid var(--az-line-strong);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      line-height: 1.35;
      cursor: pointer;
      touch-action: manipulation;
    }
    label.on {
      border-color: var(--az-primary);
      background: var(--az-primary-soft);
      color: var(--az-on-primary-soft);
      font-weight: 700;
      box-shadow: inset 0 0 0 1.5px var(--az-primary);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--az-focus-inner);
      outline-offset: 3px;
      box-shadow: 0 0 0 3px var(--az-focus-outer);
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    label > span {
      flex: 1;
      min-width: 0;
    }
    .tick {
      position: absolute;
      inset: 4px 4px auto auto;
      width: 1.1em;
      height: 1.1em;
      visibility: hidden;
    }
    .on .tick {
      visibility: visible;
    }
    .error {
      display: flex;
      align-items: center;
      gap: 6px;
      margin-top: 6px;
      color: var(--az-red);
      font-weight: 700;
    }
  `,
})
export class KindGrid {
  protected readonly speech = inject(Speech);
  readonly label = input.required<string>();
  readonly name = input('kind');
  readonly kinds = input<readonly ItemKind[]>(ITEM_KINDS);
  readonly chosen = input.required<readonly ItemKind[]>();
  /** several lets more than one kind be chosen. */
  readonly several = input(false);
  readonly error = input<string | null>();
  readonly choose = output<ItemKind>();
}
