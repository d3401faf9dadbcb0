import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Icon } from './icon';
import { type HolderAnswer, Speech } from './speech';

/** HolderChip names who has an item, and where it went. */
@Component({
  selector: 'az-holder-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<az-icon name="person" /><span>{{ text() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--az-ink);
    }
    az-icon {
      width: 1.15em;
      height: 1.15em;
      color: var(--az-ink-soft);
    }
  `,
})
export class HolderChip {
  private readonly speech = inject(Speech);
  readonly holder = input.required<HolderAnswer>();
  readonly destination = input<string | null>(null);

  protected readonly text = computed(() => {
    const name = this.speech.holder(this.holder());
    const destination = this.destination();
    if (destination === null || destination === name) return name;
    // A ward that holds it is named once, however it was written down.
    return destination.includes(name) ? destination : `${destination}${this.speech.say('words.join')}${name}`;
  });
}
