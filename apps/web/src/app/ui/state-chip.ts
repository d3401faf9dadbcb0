import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Icon } from './icon';
import type { IconName } from './icons';
import type { State } from './item-state';
import { Speech } from './speech';

const DRAWING: Readonly<Record<State, IconName>> = {
  stored: 'lock',
  out: 'arrow-out',
  late: 'warning',
  hold: 'tray',
  expiring: 'calendar',
  expired: 'expired',
  unknown: 'question',
  searching: 'magnifier',
  lost: 'magnifier',
  emergency: 'siren',
  ended: 'check',
};

/** StateChip says a state with a drawing, a word and a colour, never with colour alone. */
@Component({
  selector: 'az-state-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-state]': 'state()' },
  template: `<az-icon [name]="drawing()" /><span>{{ text() ?? word() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 3px 12px 3px 9px;
      border: 1.5px solid transparent;
      border-radius: 999px;
      font-size: 0.889rem;
      font-weight: 700;
      line-height: 1.45;
      white-space: var(--az-chip-wrap, nowrap);
      word-break: keep-all;
      background: var(--az-neutral-soft);
      color: var(--az-neutral);
    }
    az-icon {
      width: 1.2em;
      height: 1.2em;
    }
    :host([data-state='out']) {
      background: var(--az-blue-soft);
      color: var(--az-blue);
    }
    :host([data-state='late']) {
      background: var(--az-red-soft);
      color: var(--az-red);
    }
    :host([data-state='hold']),
    :host([data-state='expiring']) {
      background: var(--az-amber-soft);
      color: var(--az-amber);
    }
    :host([data-state='expired']) {
      background: transparent;
      border-color: var(--az-red);
      color: var(--az-red);
    }
    :host([data-state='unknown']) {
      background: var(--az-violet-soft);
      color: var(--az-violet);
    }
    :host([data-state='searching']),
    :host([data-state='lost']) {
      background: var(--az-violet-fill);
      color: var(--az-on-fill);
    }
    :host([data-state='emergency']) {
      background: var(--az-red-fill);
      color: var(--az-on-fill);
    }
    @media print {
      :host {
        border-color: #333;
        background: none !important;
        color: #000 !important;
      }
    }
  `,
})
export class StateChip {
  private readonly speech = inject(Speech);
  readonly state = input.required<State>();
  /** text replaces the word where more is known, such as 「35分過ぎ」. */
  readonly text = input<string>();

  protected readonly drawing = computed(() => DRAWING[this.state()]);
  protected readonly word = computed(() => this.speech.word('state', this.state()));
}
