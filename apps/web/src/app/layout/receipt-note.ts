import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';

import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';

/** ReceiptNote says quietly for two seconds: 「10:42 出しました・記録 1,042」. */
@Component({
  selector: 'az-receipt-note',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status', 'aria-live': 'polite' },
  template: `
    @if (words(); as text) {
      <p><az-icon name="check" />{{ text }}</p>
    }
  `,
  styles: `
    :host {
      position: fixed;
      inset: auto 0 28px;
      z-index: 1200;
      display: grid;
      justify-items: center;
      pointer-events: none;
    }
    p {
      display: flex;
      align-items: center;
      gap: 10px;
      margin: 0 16px;
      padding: 14px 24px;
      border-radius: 999px;
      background: var(--az-green-soft);
      color: var(--az-green);
      border: 1.5px solid currentColor;
      font-weight: 700;
      box-shadow: var(--az-shadow);
    }
    @media (max-width: 719px) {
      :host {
        bottom: 92px;
      }
      p {
        padding: 14px 18px;
        font-size: 0.944rem;
        white-space: nowrap;
      }
    }
  `,
})
export class ReceiptNote {
  private readonly receipts = inject(Receipts);
  private readonly speech = inject(Speech);

  protected readonly words = computed(() => {
    const shown = this.receipts.current();
    if (shown === null) return null;
    const verb = this.speech.say(`shell.done.${shown.verb}`);
    const time = this.speech.time(shown.at);
    return shown.seq === null
      ? `${time} ${verb}`
      : this.speech.say('shell.receipt', { time, verb, seq: formatCount(shown.seq) });
  });
}
