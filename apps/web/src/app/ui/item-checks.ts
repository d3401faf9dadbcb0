import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';

import { Clock } from './clock';
import { type Item, placeState } from './item-state';
import { KindShapeDrawing } from './kind-shape';
import { Speech } from './speech';
import { StateChip } from './state-chip';

/** ItemChecks lets a person tick some of one resident's items; those that cannot be chosen say where they are. */
@Component({
  selector: 'az-item-checks',
  imports: [KindShapeDrawing, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (item of items(); track item.id) {
        <li>
          <label [class.on]="chosen().includes(item.id)" [class.off]="!allowed()(item)">
            <input
              type="checkbox"
              [checked]="chosen().includes(item.id)"
              [disabled]="!allowed()(item)"
              (change)="toggle(item.id)"
            />
            <az-kind-shape [kind]="item.kind" />
            <span class="name">
              <strong>{{ speech.item(item.kind, item.label) }}</strong>
              @if (item.storage; as storage) {
                <small>{{ storage.path }}</small>
              }
            </span>
            <az-state-chip [state]="state(item)" />
          </label>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
      gap: 8px;
    }
    label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 14px;
      height: 100%;
      min-height: 64px;
      padding: 8px 14px;
      border: 1.5px solid var(--az-line-strong);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      cursor: pointer;
    }
    label.on {
      border-color: var(--az-primary);
      background: var(--az-primary-soft);
      box-shadow: inset 0 0 0 1.5px var(--az-primary);
    }
    label.off {
      border-color: var(--az-line);
      background: transparent;
      cursor: default;
    }
    input {
      width: 24px;
      height: 24px;
      accent-color: var(--az-primary);
    }
    .name {
      display: grid;
      flex: 1 1 8rem;
      min-width: 0;
    }
    small {
      color: var(--az-ink-soft);
    }
  `,
})
export class ItemChecks {
  protected readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  readonly items = input.required<readonly Item[]>();
  /** allowed says which items may be chosen. */
  readonly allowed = input.required<(item: Item) => boolean>();
  readonly chosen = model.required<readonly string[]>();

  protected state(item: Item) {
    return placeState(item, this.clock.now());
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }
}
