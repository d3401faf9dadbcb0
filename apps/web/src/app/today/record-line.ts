import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { addDays, dayInTokyo } from '@azukari/domain';

import type { BoardAnswer } from '../ui/board';
import { Clock } from '../ui/clock';
import { formatCount } from '../ui/format';
import { HeartbeatWords } from '../ui/heartbeat-words';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** RecordLine says how long the record is, and as of when how much of it was read anew and held; a check that is old says so. */
@Component({
  selector: 'az-record-line',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-check]': 'check()' },
  template: `
    @if (check() === 'stale') {
      <az-icon name="warning" />
    }
    {{ said() }}
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 8px;
    }
    az-icon {
      width: 1.2em;
      height: 1.2em;
    }
    :host([data-check='stale']) {
      color: var(--az-red);
      font-weight: 700;
    }
  `,
})
export class RecordLine {
  private readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  protected readonly words = inject(HeartbeatWords);
  readonly of = input.required<BoardAnswer['ledger']>();

  protected readonly check = computed(() => {
    const { checkedAt } = this.of();
    if (checkedAt === null) return 'none';
    const day = dayInTokyo(checkedAt);
    const today = this.clock.today();
    if (day > today || day < addDays(today, -1)) return 'stale';
    return day === today ? 'today' : 'fresh';
  });
  protected readonly said = computed(() => {
    const { checkedAt, checkedSize, size } = this.of();
    return this.speech.say(`heartbeat.record.${this.check()}`, {
      time:
        checkedAt === null
          ? ''
          : this.check() === 'today'
            ? this.speech.time(checkedAt)
            : this.speech.moment(checkedAt),
      checked: formatCount(checkedSize ?? 0),
      size: formatCount(size),
    });
  });
}
