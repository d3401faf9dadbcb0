import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Instant } from '@azukari/domain';

import { EmptyState } from './empty-state';
import { expiryState, type Item, placeState } from './item-state';
import { KindShapeDrawing } from './kind-shape';
import { Speech } from './speech';
import { StateChip } from './state-chip';

/** ItemPicker shows one resident's items to tick; what is out says who has it, and the two ways on. */
@Component({
  selector: 'az-item-picker',
  imports: [EmptyState, KindShapeDrawing, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './item-picker.html',
  styleUrl: './item-picker.scss',
})
export class ItemPicker {
  protected readonly speech = inject(Speech);
  readonly items = input.required<readonly Item[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly found = input.required<readonly string[]>();
  readonly now = input.required<Instant>();
  readonly tick = output<string>();
  /** toggleFound says that an item lies in the safe although the record says otherwise, or takes that back. */
  readonly toggleFound = output<string>();
  readonly mayChange = input(true);
  readonly changeHolder = output<string>();

  protected readonly here = computed(() =>
    this.items().filter((item) => item.custody.at === 'stored' || this.found().includes(item.id)),
  );
  protected readonly away = computed(() =>
    this.items().filter(
      ({ id, custody }) => (custody.at === 'out' || custody.at === 'missing') && !this.found().includes(id),
    ),
  );

  protected expiry(item: Item) {
    return expiryState(item, this.now());
  }

  protected place(item: Item) {
    return placeState(item, this.now());
  }

  protected whereItIs({ custody }: Item): string {
    if (custody.at !== 'out') return '';
    const holder = this.speech.holder(custody.holder);
    return this.speech.say('picker.out', { holder, since: this.speech.moment(custody.since) });
  }
}
