import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { readWeekPicture } from '@azukari/contract';

import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { EmptyState } from '../ui/empty-state';
import { CountPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { periodAsked } from './period';
import { PeriodBar } from './period-bar';
import { PictureHead } from './picture-head';
import { PictureTable } from './picture-table';
import { PictureUnread } from './picture-unread';

const LENGTHS = ['28', '91', '364'] as const;
const STAYS = ['without', 'with'] as const;
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const LEVELS = 5;
const BUSIEST = 3;
/** The least that is not written as 0.0. */
const SHOWN = 0.05;

/** WeekPicture is how many items are out in each hour of the week: a square for each, darker the more, with its number. */
@Component({
  selector: 'az-week-picture',
  imports: [Choices, CountPipe, EmptyState, PeriodBar, PictureHead, PictureTable, PictureUnread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './week-picture.html',
  styleUrl: './week-picture.scss',
})
export class WeekPicture {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  readonly period = input<string>();
  readonly until = input<string>();

  protected readonly stayChoices = STAYS;
  protected readonly days = DAYS;
  protected readonly hours = HOURS;
  protected readonly stays = signal<(typeof STAYS)[number]>('without');
  protected readonly asked = periodAsked(this, LENGTHS, '91');
  protected readonly read = this.api.read(readWeekPicture, () => ({ query: { ...this.asked.days() } }));
  protected readonly values = computed(() => {
    const hours = this.read.hasValue() ? this.read.value().hours : [];
    return hours.map(({ out, stays }) =>
      out === null ? null : Math.max(0, this.stays() === 'with' ? out : out - (stays ?? 0)),
    );
  });
  private readonly most = computed(() => this.values().reduce<number>((most, value) => Math.max(most, value ?? 0), 0));
  protected readonly busiest = computed(() =>
    this.values()
      .map((value, place) => ({ value: value ?? 0, place }))
      .filter(({ value }) => value >= SHOWN)
      .sort((a, b) => b.value - a.value || a.place - b.place)
      .slice(0, BUSIEST),
  );
  protected readonly heads = computed(() => [
    this.speech.say('picturing.week.hours'),
    ...DAYS.map((day) => this.dayName(day)),
  ]);
  protected readonly rows = computed(() =>
    HOURS.map((hour) => [
      this.hourName(hour),
      ...DAYS.map((day) => this.number(this.values()[this.placeOf(day, hour)])),
    ]),
  );

  protected placeOf(day: number, hour: number): number {
    return day * HOURS.length + hour;
  }

  protected dayName(day: number): string {
    return this.speech.say(`picturing.week.weekday.${day}`);
  }

  protected hourName(hour: number): string {
    return this.speech.say('picturing.week.hour', { hour });
  }

  protected cellName(place: number): string {
    const [day, hour] = [Math.floor(place / HOURS.length), place % HOURS.length];
    return this.speech.say('picturing.week.cell', { day: this.dayName(day), hour });
  }

  /** level is how dark a square is: none for what is written as nothing, and at least a little for anything else. */
  protected level(value: number | null | undefined): number {
    return value === null || value === undefined || value < SHOWN ? 0 : Math.ceil((value / this.most()) * LEVELS);
  }

  protected number(value: number | null | undefined): string {
    return value === null || value === undefined ? this.speech.say('picturing.table.none') : value.toFixed(1);
  }
}
