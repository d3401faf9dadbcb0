import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { readCountPicture } from '@azukari/contract';

import { counting } from '../../i18n/ja/counting';
import { bringWords } from '../ui/manners';
import { Api } from '../ui/api';
import { EmptyState } from '../ui/empty-state';
import { Speech } from '../ui/speech';
import { periodAsked } from './period';
import { PeriodBar } from './period-bar';
import { type BarRow, PictureBars } from './picture-bars';
import { PictureHead } from './picture-head';
import { PictureTable } from './picture-table';
import { PictureUnread } from './picture-unread';

const LENGTHS = ['6m', '12m'] as const;

/** CountPicture is how many counts there were in each month, and in how many something differed. */
@Component({
  selector: 'az-count-picture',
  imports: [EmptyState, PeriodBar, PictureBars, PictureHead, PictureTable, PictureUnread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-picture-head of="counts" />
      <az-period-bar [of]="asked" />
      @if (read.hasValue()) {
        @if (none()) {
          <az-empty-state icon="counts" [title]="speech.say('picturing.counts.empty')" />
        } @else {
          <az-picture-bars [rows]="bars()" [legend]="legend()" />
          <az-picture-table [caption]="speech.say('picturing.counts.caption')" [heads]="heads()" [rows]="rows()" />
        }
      } @else {
        <az-picture-unread [of]="read" />
      }
    </div>
  `,
})
export class CountPicture {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  readonly period = input<string>();
  readonly until = input<string>();

  protected readonly asked = periodAsked(this, LENGTHS, '6m');
  protected readonly read = this.api.read(readCountPicture, () => ({ query: { ...this.asked.days() } }));
  private readonly months = computed(() => (this.read.hasValue() ? this.read.value().months : []));
  protected readonly none = computed(() => this.months().every(({ counts }) => counts === 0));
  protected readonly bars = computed<readonly BarRow[]>(() =>
    this.months().map(({ month, counts, differing }) => ({
      id: month,
      name: this.speech.month(month),
      words: this.speech.say('picturing.counts.sum', { all: counts, differing }),
      parts: [
        { part: 'good', count: counts - differing },
        { part: 'late', count: differing },
      ],
    })),
  );
  protected readonly legend = computed(() =>
    (
      [
        ['good', 'same'],
        ['late', 'differing'],
      ] as const
    ).map(([part, word]) => ({ part, word: this.speech.say(`picturing.counts.${word}`) })),
  );
  protected readonly heads = computed(() =>
    ['month', 'counts', 'differing', 'joined', 'short', 'surplus', 'answers'].map((word) =>
      this.speech.say(`picturing.counts.${word}`),
    ),
  );
  protected readonly rows = computed(() =>
    this.months().map(({ month, counts, differing, joined, short, surplus, answers }) => [
      this.speech.month(month),
      ...[counts, differing, joined, short, surplus].map(String),
      answers
        .map(({ as, count }) =>
          this.speech.say('picturing.counts.answer', { as: this.speech.say(`counting.as.${as}`), count }),
        )
        .join(this.speech.say('words.join')),
    ]),
  );

  constructor() {
    bringWords({ counting });
  }
}
