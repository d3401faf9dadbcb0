import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readItemPicture } from '@azukari/contract';
import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '@azukari/domain';

import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { formatShortDay } from '../ui/format';
import { Speech } from '../ui/speech';
import { LaneChart } from './lane-chart';
import { lanesOf, placeOf } from './lanes';
import { periodAsked } from './period';
import { PeriodBar } from './period-bar';
import { PictureHead } from './picture-head';
import { PictureTable } from './picture-table';
import { PictureUnread } from './picture-unread';
import { PicturingWords } from './picturing';

const LENGTHS = ['7', '28', '91', '364'] as const;
const TICKS = 6;

/** ItemPicture is the way of one item: who had it, where, from when to when, and what was planned. */
@Component({
  selector: 'az-item-picture',
  imports: [EmptyState, LaneChart, PeriodBar, PictureHead, PictureTable, PictureUnread, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-picture-head of="item" [title]="title()" [sub]="whose()" />
      <p class="resident az-no-print">
        @if (resident(); as one) {
          <a [routerLink]="['/residents', one.id]">{{
            speech.say('picturing.item.resident', { name: speech.person(one.name, one.kana) })
          }}</a>
        }
      </p>
      <az-period-bar [of]="asked" />
      @if (read.hasValue()) {
        @if (read.value().stretches.length === 0) {
          <az-empty-state icon="calendar" [title]="speech.say('picturing.item.empty')" />
        } @else {
          <az-lane-chart [lanes]="lanes()" [from]="from()" [until]="end()" [ticks]="ticks()" />
          <az-picture-table [caption]="title()" [heads]="heads()" [rows]="rows()" />
        }
      } @else {
        <az-picture-unread [of]="read" />
      }
    </div>
  `,
  styles: `
    /* The name comes later, and sends nothing down. */
    .resident {
      min-height: 1lh;
    }
  `,
})
export class ItemPicture {
  protected readonly speech = inject(Speech);
  private readonly words = inject(PicturingWords);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  readonly id = input.required<string>();
  readonly period = input<string>();
  readonly until = input<string>();

  protected readonly asked = periodAsked(this, LENGTHS, '28');
  protected readonly from = computed(() => tokyoTime(this.asked.days().from, '00:00'));
  protected readonly end = computed(() => tokyoTime(addDays(this.asked.days().to, 1), '00:00'));
  protected readonly read = this.api.read(readItemPicture, () => ({
    path: { id: this.id() },
    query: { ...this.asked.days() },
  }));
  private readonly item = computed(() => (this.read.hasValue() ? this.read.value().item : null));
  protected readonly resident = computed(() => this.item()?.resident ?? null);
  protected readonly title = computed(() => {
    const item = this.item();
    return item === null ? this.speech.say('pictures.title') : this.words.item(item);
  });
  protected readonly whose = computed(() => {
    const item = this.item();
    return item === null ? '' : this.words.resident(item);
  });
  private readonly stretches = computed(() => (this.read.hasValue() ? this.read.value().stretches : []));
  protected readonly lanes = computed(() => {
    const item = this.item();
    if (item === null) return [];
    const named = this.stretches().map((stretch) => ({
      item,
      stretch,
      lane: { id: placeOf(stretch), name: this.words.holder(stretch), sub: '', kind: null },
    }));
    return lanesOf(named, this.clock.now());
  });
  protected readonly ticks = computed(() => {
    const start = millisecondsOf(this.from());
    const step = (millisecondsOf(this.end()) - start) / TICKS;
    return Array.from({ length: TICKS }, (_, n) => ({
      x: (100 / TICKS) * n,
      word: formatShortDay(dayInTokyo(instantAt(start + step * n)), this.speech.lang()).replace(
        /^[A-Z][a-z]{2} |[(（].*$/g,
        '',
      ),
    }));
  });
  protected readonly heads = computed(() =>
    ['from', 'to', 'who', 'purpose', 'due', 'late'].map((word) => this.speech.say(`picturing.table.${word}`)),
  );
  protected readonly rows = computed(() =>
    this.stretches().map((stretch) => [
      this.speech.moment(stretch.from),
      this.words.until(stretch),
      this.words.place(stretch),
      this.words.why(stretch),
      this.words.due(stretch),
      this.words.late(stretch),
    ]),
  );
}
