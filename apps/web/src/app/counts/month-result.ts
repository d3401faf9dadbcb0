import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { ItemTile } from '../ui/item-tile';
import { Speech } from '../ui/speech';
import { CountingWords } from './counting';
import { type ReconciliationAnswer, ReconcilingWords } from './reconciling';

const TOTALS = ['stored', 'notCounted', 'out', 'held', 'missing', 'ended'] as const;

/** MonthResult is what a 照合 found: what the record has where, and each difference with its answer. */
@Component({
  selector: 'az-month-result',
  imports: [ItemTile],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="az-card az-stack" aria-labelledby="result-heading">
      <h2 id="result-heading">{{ speech.say('reconciling.result') }}</h2>
      <p>{{ numbers() }}</p>
      <p class="az-soft">{{ speech.say('reconciling.moved') }}</p>
      <dl>
        @for (total of totals(); track total.name) {
          <div>
            <dt>{{ speech.say('reconciling.totals.' + total.name) }}</dt>
            <dd>{{ speech.say('reconciling.points', { count: total.count }) }}</dd>
          </div>
        }
      </dl>
    </section>
    <section class="az-stack" aria-labelledby="found-heading">
      <h2 id="found-heading">{{ speech.say('reconciling.found') }}</h2>
      <ul>
        @for (one of of().found; track $index) {
          <li class="az-card">
            <strong>{{
              speech.say('reconciling.' + one.side, {
                kind: speech.word('kind', one.kind),
                place: words.drawer(one.place),
              })
            }}</strong>
            <span>{{
              speech.say('counting.difference.answered', {
                answer: speech.say('counting.as.' + one.as),
                name: one.by.name,
                time: speech.moment(one.at),
              })
            }}</span>
            @if (one.item; as item) {
              <az-item-tile [item]="item" [owner]="true" />
            }
          </li>
        } @empty {
          <li>{{ speech.say('reconciling.foundNone') }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    dl,
    ul {
      display: grid;
      gap: 6px;
      margin: 0;
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      border-bottom: 1px solid var(--az-line);
    }
    dd {
      margin: 0;
      flex: none;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
    li {
      display: grid;
      gap: 4px;
      overflow-wrap: anywhere;
    }
  `,
})
export class MonthResult {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(ReconcilingWords);
  /** The answers to differences are said as in 点検. */
  protected readonly counting = inject(CountingWords);
  readonly of = input.required<ReconciliationAnswer>();

  protected readonly numbers = computed(() => {
    const { expected, seen, differences } = this.of();
    const numbers = { expected: expected ?? 0, seen: seen ?? 0, differences: differences ?? 0 };
    return this.speech.say('reconciling.line.numbers', numbers);
  });
  protected readonly totals = computed(() => {
    const { totals } = this.of();
    return totals === null ? [] : TOTALS.map((name) => ({ name, count: totals[name] }));
  });
}
