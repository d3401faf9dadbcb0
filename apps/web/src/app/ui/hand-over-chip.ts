import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { HandOverRule } from '@azukari/domain';

import { Icon } from './icon';
import type { IconName } from './icons';
import { Speech } from './speech';

const DRAWING: Readonly<Record<Exclude<HandOverRule, 'never'>, IconName>> = {
  allowed: 'check',
  'ask-manager': 'question',
};

/** HandOverChip says whether a contact may be given a card; 「お渡ししない」 is a red stop. */
@Component({
  selector: 'az-hand-over-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-rule]': 'rule()' },
  template: `
    @if (drawing(); as icon) {
      <az-icon [name]="icon" />
    } @else {
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8zM7.5 12h9" />
      </svg>
    }
    <span>{{ speech.word('handOverRule', rule()) }}</span>
  `,
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
      white-space: nowrap;
      background: var(--az-neutral-soft);
      color: var(--az-neutral);
    }
    :host([data-rule='ask-manager']) {
      background: var(--az-amber-soft);
      color: var(--az-amber);
    }
    :host([data-rule='never']) {
      background: var(--az-red-fill);
      color: var(--az-on-fill);
    }
    svg {
      width: 1.34em;
      height: 1.34em;
      fill: none;
      stroke: currentColor;
      stroke-width: 2.4;
      stroke-linejoin: round;
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
export class HandOverChip {
  protected readonly speech = inject(Speech);
  readonly rule = input.required<HandOverRule>();
  protected readonly drawing = computed(() => {
    const rule = this.rule();
    return rule === 'never' ? null : DRAWING[rule];
  });
}
