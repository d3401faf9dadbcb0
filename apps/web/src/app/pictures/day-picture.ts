import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { readDayPicture } from '@azukari/contract';
import { addDays, isCalendarDay, tokyoTime } from '@azukari/domain';

import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { LaneChart } from './lane-chart';
import { lanesOf, placeOf } from './lanes';
import { PictureHead } from './picture-head';
import { PictureTable } from './picture-table';
import { PictureUnread } from './picture-unread';
import { PicturingWords } from './picturing';

const WAYS = ['holder', 'item'] as const;
const HOURS_A_DAY = 24;
const TICKS = [0, 3, 6, 9, 12, 15, 18, 21] as const;

/** DayPicture is one day in the facility: who carried what, when; a row for each holder, or for each item. */
@Component({
  selector: 'az-day-picture',
  imports: [Choices, EmptyState, Field, Icon, LaneChart, PictureHead, PictureTable, PictureUnread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-picture-head of="day" [sub]="speech.day(day())" />
      <div class="bar az-no-print">
        <button type="button" class="az-button" (click)="go(-1)">
          <az-icon name="back" />{{ speech.say('picturing.day.before') }}
        </button>
        <az-field [label]="speech.say('picturing.day.label')" for="on">
          <input
            class="az-input"
            id="on"
            type="date"
            [max]="clock.today()"
            [value]="day()"
            (change)="open(valueOf($event))"
          />
        </az-field>
        <button type="button" class="az-button" [disabled]="day() >= clock.today()" (click)="go(1)">
          {{ speech.say('picturing.day.after') }}<az-icon name="next" />
        </button>
        <az-choices
          [label]="speech.say('picturing.day.by')"
          name="by"
          words="picturing.day"
          [options]="ways"
          [value]="way()"
          (choose)="way.set($event)"
        />
      </div>
      @if (read.hasValue()) {
        @if (read.value().items.length === 0) {
          <az-empty-state icon="calendar" [title]="speech.say('picturing.day.empty')" />
        } @else {
          <az-lane-chart [lanes]="lanes()" [from]="from()" [until]="until()" [ticks]="ticks" />
          <az-picture-table
            [caption]="speech.say('picturing.tabs.day') + ' ' + speech.day(day())"
            [heads]="heads()"
            [rows]="rows()"
          />
        }
      } @else {
        <az-picture-unread [of]="read" />
      }
    </div>
  `,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 12px 16px;
    }

    /* The day before and the day after stay side by side. */
    @media (max-width: 719px) {
      az-field {
        order: -1;
        flex-basis: 100%;
      }
    }
  `,
})
export class DayPicture {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  private readonly words = inject(PicturingWords);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  readonly on = input<string>();

  protected readonly ways = WAYS;
  protected readonly valueOf = valueOf;
  protected readonly way = signal<(typeof WAYS)[number]>('holder');
  protected readonly day = computed(() => {
    const on = this.on();
    return on !== undefined && isCalendarDay(on) && on <= this.clock.today() ? on : this.clock.today();
  });
  protected readonly from = computed(() => tokyoTime(this.day(), '00:00'));
  protected readonly until = computed(() => tokyoTime(addDays(this.day(), 1), '00:00'));
  protected readonly ticks = TICKS.map((hour) => ({ x: (hour / HOURS_A_DAY) * 100, word: `${hour}:00` }));
  protected readonly read = this.api.read(readDayPicture, () => ({ query: { on: this.day() } }));
  private readonly stretches = computed(() =>
    (this.read.hasValue() ? this.read.value().items : []).flatMap(({ item, stretches }) =>
      stretches.map((stretch) => ({ item, stretch })),
    ),
  );
  protected readonly lanes = computed(() => {
    const byHolder = this.way() === 'holder';
    const named = this.stretches().map(({ item, stretch }) => ({
      item,
      stretch,
      lane: byHolder
        ? { id: placeOf(stretch), name: this.words.holder(stretch), sub: '', kind: null }
        : { id: item.id, name: this.words.item(item), sub: this.words.resident(item), kind: item.kind },
    }));
    return lanesOf(named, this.clock.now());
  });
  protected readonly heads = computed(() =>
    ['from', 'to', 'who', 'whose', 'what', 'purpose', 'due', 'late'].map((word) =>
      this.speech.say(`picturing.table.${word}`),
    ),
  );
  protected readonly rows = computed(() =>
    [...this.stretches()]
      .sort((a, b) => a.stretch.from.localeCompare(b.stretch.from))
      .map(({ item, stretch }) => [
        this.speech.moment(stretch.from),
        this.words.until(stretch),
        this.words.holder(stretch),
        this.words.resident(item),
        this.words.item(item),
        this.words.why(stretch),
        this.words.due(stretch),
        this.words.late(stretch),
      ]),
  );

  protected open(on: string): void {
    void this.router.navigate(['/pictures/day'], { queryParams: { on: on || null } });
  }

  protected go(days: 1 | -1): void {
    this.open(addDays(this.day(), days));
  }
}
