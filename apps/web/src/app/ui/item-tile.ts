import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Clock } from './clock';
import { expiryState, type Item, placeState } from './item-state';
import { KindShapeDrawing } from './kind-shape';
import { Speech } from './speech';
import { StateChip } from './state-chip';

/** ItemTile shows one 預かり品: its drawing, its name, where it is and until when it is valid. Actions go into its content. */
@Component({
  selector: 'az-item-tile',
  imports: [KindShapeDrawing, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-kind-shape [kind]="item().kind" />
    <div class="facts">
      <strong>{{ name() }}</strong>
      <span class="place">{{ detail() }}</span>
    </div>
    <div class="chips">
      <az-state-chip [state]="place()" />
      @if (expiry(); as state) {
        <az-state-chip [state]="state" />
      }
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 14px;
      min-height: 64px;
      padding: 10px 14px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
    }
    .facts {
      display: grid;
      flex: 1 1 12rem;
      min-width: 0;
    }
    .place {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    .place:empty {
      display: none;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
  `,
})
export class ItemTile {
  private readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  readonly item = input.required<Item>();

  protected readonly name = computed(() => this.speech.item(this.item().kind, this.item().label));
  protected readonly place = computed(() => placeState(this.item(), this.clock.now()));
  protected readonly expiry = computed(() =>
    this.item().custody.at === 'ended' ? null : expiryState(this.item().printedExpiresOn, this.clock.now()),
  );
  protected readonly detail = computed(() => {
    const { custody, storage, printedExpiresOn } = this.item();
    const parts = [
      custody.at === 'out' ? this.speech.holder(custody.holder) : (storage?.path ?? ''),
      printedExpiresOn === null ? '' : this.speech.say('words.validUntil', { day: this.speech.day(printedExpiresOn) }),
    ];
    return parts.filter((part) => part !== '').join(this.speech.say('words.join'));
  });
}
