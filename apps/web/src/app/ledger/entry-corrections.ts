import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Speech } from '../ui/speech';
import type { Change, Correction } from './amended';
import { factsOf } from '../ui/record/entry';

const DRAWING: Readonly<Record<string, IconName>> = { amended: 'pencil', cancelled: 'close', reviewed: 'check' };

/** EntryCorrections stands under an entry: who amended, cancelled or reviewed it, when, what exactly and why. */
@Component({
  selector: 'az-entry-corrections',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (correction of corrections(); track correction.by.seq) {
      <div class="note">
        <az-icon [name]="drawing(correction)" />
        <div>
          <p>
            <strong>{{ speech.say('ledger.correction.' + verb(correction)) }}</strong>
            {{ who(correction) }}
          </p>
          @for (change of correction.changes; track change.field) {
            <p>
              {{ speech.say('ledger.field.' + change.field) }}:
              <s
                ><span class="az-sr-only">{{ speech.say('ledger.correction.before') }}</span
                >{{ shown(change.field, change.before) }}</s
              >
              →
              <span
                ><span class="az-sr-only">{{ speech.say('ledger.correction.after') }}</span
                >{{ shown(change.field, change.after) }}</span
              >
            </p>
          }
          @if (why(correction); as words) {
            <p>{{ words }}</p>
          }
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      padding: 0 16px 12px;
      margin-inline-start: calc(6.5rem + 52px + 28px);
    }
    .note {
      display: flex;
      gap: 10px;
      padding: 8px 14px;
      border-radius: var(--az-radius-small);
      background: var(--az-sunken);
      font-size: 0.889rem;
    }
    az-icon {
      margin-top: 2px;
      color: var(--az-primary);
    }
    s {
      color: var(--az-ink-soft);
    }
    @media screen and (max-width: 719px) {
      :host {
        margin-inline-start: 0;
        padding-inline: 12px;
      }
    }
    @media print {
      :host {
        margin-inline-start: 36mm;
        padding: 0 0 2mm;
      }
      .note {
        padding: 1mm 2mm;
        border: 0.5pt solid #999;
        background: none;
      }
    }
  `,
})
export class EntryCorrections {
  protected readonly speech = inject(Speech);
  readonly corrections = input.required<readonly Correction[]>();

  protected verb({ by }: Correction): string {
    return by.type.split('.').at(-1) ?? 'amended';
  }

  protected drawing(correction: Correction): IconName {
    return DRAWING[this.verb(correction)] ?? 'info';
  }

  protected who({ by }: Correction): string {
    const name = by.actor.name === '' ? this.speech.say('ledger.erased') : by.actor.name;
    return this.speech.say('ledger.correction.who', {
      name,
      at: this.speech.moment(by.recordedAt),
      seq: formatCount(by.seq),
    });
  }

  protected shown(field: Change['field'], value: string | null): string {
    if (value === null) return this.speech.say('ledger.correction.nothing');
    if (field === 'dueBackAt' || field === 'occurredAt') return this.speech.moment(value);
    return field === 'purpose' ? this.speech.word('purpose', value) : value;
  }

  protected why({ by }: Correction): string {
    const amended = factsOf(by, 'entry.amended');
    const cancelled = factsOf(by, 'entry.cancelled');
    const reviewed = factsOf(by, 'emergency.reviewed');
    const code = amended
      ? this.speech.word('amendReason', amended.reason)
      : cancelled
        ? this.speech.word('cancelReason', cancelled.reason)
        : null;
    const words = by.erased.includes('reason')
      ? this.speech.say('ledger.erased')
      : (by.private['reason'] ?? by.private['note'] ?? null);
    const outcome = reviewed ? this.speech.say(`ledger.review.${reviewed.outcome}`) : null;
    return [code === null ? null : this.speech.say('ledger.correction.reason', { code }), outcome, words]
      .filter((part) => part !== null)
      .join(this.speech.say('words.join'));
  }
}
