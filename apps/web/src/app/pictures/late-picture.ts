import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { readLatePicture } from '@azukari/contract';

import { Api } from '../ui/api';
import { EmptyState } from '../ui/empty-state';
import { Speech } from '../ui/speech';
import { periodAsked } from './period';
import { PeriodBar } from './period-bar';
import { type BarRow, PictureBars } from './picture-bars';
import { PictureHead } from './picture-head';
import { PictureTable } from './picture-table';
import { PictureUnread } from './picture-unread';

const LENGTHS = ['28', '91', '364'] as const;
const HOUR_MINUTES = 60;

/** LatePicture is for which purposes items come back late. */
@Component({
  selector: 'az-late-picture',
  imports: [EmptyState, PeriodBar, PictureBars, PictureHead, PictureTable, PictureUnread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-picture-head of="late" />
      <az-period-bar [of]="asked" />
      @if (read.hasValue()) {
        @if (read.value().purposes.length === 0) {
          <az-empty-state icon="check" [title]="speech.say('picturing.late.empty')" />
        } @else {
          <az-picture-bars [rows]="bars()" [legend]="legend()" />
          <az-picture-table [caption]="speech.say('picturing.late.caption')" [heads]="heads()" [rows]="rows()" />
        }
      } @else {
        <az-picture-unread [of]="read" />
      }
    </div>
  `,
})
export class LatePicture {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  readonly period = input<string>();
  readonly until = input<string>();

  protected readonly asked = periodAsked(this, LENGTHS, '91');
  protected readonly read = this.api.read(readLatePicture, () => ({ query: { ...this.asked.days() } }));
  private readonly purposes = computed(() => (this.read.hasValue() ? this.read.value().purposes : []));
  protected readonly bars = computed<readonly BarRow[]>(() =>
    this.purposes().map(({ purpose, inTime, late, unplanned, stillLate }) => ({
      id: purpose,
      name: this.speech.word('purpose', purpose),
      words: this.speech.say(`picturing.late.${stillLate === 0 ? 'sum' : 'sumStill'}`, {
        all: inTime + late + unplanned,
        late,
        still: stillLate,
      }),
      parts: [
        { part: 'good', count: inTime },
        { part: 'plain', count: unplanned },
        { part: 'late', count: late + stillLate },
      ],
    })),
  );
  protected readonly legend = computed(() =>
    (
      [
        ['good', 'inTime'],
        ['plain', 'unplanned'],
        ['late', 'late'],
      ] as const
    ).map(([part, word]) => ({ part, word: this.speech.say(`picturing.late.${word}`) })),
  );
  protected readonly heads = computed(() =>
    ['purpose', 'inTime', 'late', 'unplanned', 'stillLate', 'longest'].map((word) =>
      this.speech.say(`picturing.late.${word}`),
    ),
  );
  protected readonly rows = computed(() =>
    this.purposes().map(({ purpose, inTime, late, unplanned, stillLate, longestMinutes }) => [
      this.speech.word('purpose', purpose),
      ...[inTime, late, unplanned, stillLate].map(String),
      this.lengthOf(longestMinutes),
    ]),
  );

  private lengthOf(minutes: number): string {
    if (minutes === 0) return this.speech.say('picturing.table.none');
    const hours = Math.floor(minutes / HOUR_MINUTES);
    return this.speech.say(`picturing.late.${hours === 0 ? 'minutes' : 'hours'}`, {
      hours,
      minutes: minutes % HOUR_MINUTES,
    });
  }
}
