import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Speech } from '../ui/speech';
import type { Notice } from './notice';

const DRAWING: Readonly<Record<Notice['state'], IconName>> = {
  queued: 'clock',
  sending: 'next',
  accepted: 'check',
  acknowledged: 'check',
  done: 'check',
  open: 'bell',
  bounced: 'back',
  uncertain: 'question',
  dead: 'warning',
  cancelled: 'close',
  withheld: 'close',
};

/** NoticeChip says what has become of a notice with a drawing, a word and a colour. */
@Component({
  selector: 'az-notice-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-state]': 'state()' },
  template: `<az-icon [name]="drawing()" /><span>{{ speech.word('noticeState', state()) }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 3px 12px 3px 9px;
      border-radius: 999px;
      font-size: 0.889rem;
      font-weight: 700;
      line-height: 1.45;
      background: var(--az-neutral-soft);
      color: var(--az-neutral);
    }
    az-icon {
      width: 1.2em;
      height: 1.2em;
    }
    :host([data-state='accepted']),
    :host([data-state='acknowledged']),
    :host([data-state='done']) {
      background: var(--az-green-soft);
      color: var(--az-green);
    }
    :host([data-state='sending']) {
      background: var(--az-blue-soft);
      color: var(--az-blue);
    }
    :host([data-state='open']) {
      background: var(--az-amber-soft);
      color: var(--az-amber);
    }
    :host([data-state='uncertain']) {
      background: var(--az-violet-soft);
      color: var(--az-violet);
    }
    :host([data-state='dead']),
    :host([data-state='bounced']) {
      background: var(--az-red-soft);
      color: var(--az-red);
    }
  `,
})
export class NoticeChip {
  protected readonly speech = inject(Speech);
  readonly state = input.required<Notice['state']>();
  protected readonly drawing = computed(() => DRAWING[this.state()]);
}
