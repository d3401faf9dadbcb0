import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { listEntries } from '@azukari/contract';
import { addDays, dayInTokyo, type Instant, millisecondsOf, tokyoTime } from '@azukari/domain';

import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { formatShortDay } from '../ui/format';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { nearest, placed, type Placed } from '../ui/placing';
import { CountPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { StretchPatterns } from '../ui/stretch-patterns';
import { Unread } from '../ui/unread';
import { MovementFacts } from './movement-facts';
import { type Bar, type BarState, type Entry, lanesOf } from './lanes';

const RANGES = ['30', '90', '365'] as const;
type Range = (typeof RANGES)[number];
const STATES: readonly BarState[] = ['stored', 'hold', 'out', 'missing'];
const TICKS = 6;
const PAGES = 5;

interface Pointed {
  readonly itemId: string;
  readonly seq: number;
}

/** Timeline draws where each of a resident's items was, day by day; every stretch opens its entry, and a table says the same. */
@Component({
  selector: 'az-timeline',
  imports: [Choices, CountPipe, EmptyState, Icon, KindShapeDrawing, MovementFacts, StretchPatterns, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './timeline.html',
  styleUrls: ['../ui/stretches.scss', '../ui/lanes.scss', './timeline.scss'],
})
export class Timeline {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  readonly residentId = input.required<string>();
  /** revision grows when something was recorded on this page. */
  readonly revision = input(0);

  protected readonly ranges = RANGES;
  protected readonly states = STATES;
  protected readonly range = signal<Range>('90');
  protected readonly entries = signal<readonly Entry[] | null>(null);
  protected readonly failed = signal(false);
  /** older is where the record goes on before what was read; null once all of it was read. */
  protected readonly older = signal<string | null>(null);
  protected readonly pointed = signal<Pointed | null>(null);
  protected readonly asTable = signal(false);

  protected readonly until = computed<Instant>(() => tokyoTime(addDays(this.clock.today(), 1), '00:00'));
  protected readonly from = computed<Instant>(() =>
    tokyoTime(addDays(this.clock.today(), 1 - Number(this.range())), '00:00'),
  );
  protected readonly lanes = computed(() =>
    lanesOf(this.entries() ?? [])
      .map((lane) => ({ ...lane, drawn: placed(lane.bars, this.from(), this.until()) }))
      .filter(({ drawn }) => drawn.length > 0),
  );
  protected readonly ticks = computed(() => {
    const start = millisecondsOf(this.from());
    const step = (millisecondsOf(this.until()) - start) / TICKS;
    return Array.from({ length: TICKS }, (_, index) => ({
      x: (100 / TICKS) * index,
      word: formatShortDay(dayInTokyo(new Date(start + step * index).toISOString()), this.speech.lang()).replace(
        /^[A-Z][a-z]{2} |[(（].*$/g,
        '',
      ),
    }));
  });
  protected readonly movements = computed(() =>
    this.lanes()
      .flatMap((lane) => lane.drawn.map((one) => ({ ...one, itemId: lane.itemId })))
      .sort((a, b) => b.bar.from.localeCompare(a.bar.from)),
  );
  protected readonly detail = computed(() => {
    const pointed = this.pointed();
    return pointed === null
      ? null
      : (this.movements().find(({ bar, itemId }) => itemId === pointed.itemId && bar.entry.seq === pointed.seq) ??
          null);
  });

  constructor() {
    effect(() => {
      this.revision();
      this.residentId();
      void this.load();
    });
  }

  /** load begins with the newest entries; with `more` it goes on where it stopped. */
  protected async load(more = false): Promise<void> {
    const residentId = this.residentId();
    const entries = more ? [...(this.entries() ?? [])] : [];
    let cursor = (more ? this.older() : null) ?? undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const query = { residentId, type: 'item.,entry.', limit: 200, cursor };
      const asked = await this.api.ask(listEntries, { query });
      if (residentId !== this.residentId()) return;
      this.failed.set(asked.kind !== 'done');
      if (asked.kind !== 'done') return;
      entries.push(...asked.answer.entries);
      cursor = asked.answer.nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    this.older.set(cursor ?? null);
    this.entries.set(entries);
  }

  /** point opens what lies under a finger; from a keyboard the newest movement of the lane. */
  protected point(event: MouseEvent, itemId: string, drawn: readonly Placed<Bar>[]): void {
    const lane = event.currentTarget;
    if (!(lane instanceof HTMLElement)) return;
    const box = lane.getBoundingClientRect();
    const found = event.detail === 0 ? drawn.at(-1) : nearest(drawn, ((event.clientX - box.left) / box.width) * 100);
    if (found) this.show(itemId, found);
  }

  /** step goes to the movement before or after, in the same lane. */
  protected step(itemId: string, drawn: readonly Placed<Bar>[], by: 1 | -1): void {
    const pointed = this.pointed();
    const at = pointed?.itemId === itemId ? drawn.findIndex(({ bar }) => bar.entry.seq === pointed.seq) : drawn.length;
    const next = drawn[at + by];
    if (next) this.show(itemId, next);
  }

  protected stepDetail(by: 1 | -1): void {
    const lane = this.lanes().find(({ itemId }) => itemId === this.pointed()?.itemId);
    if (lane) this.step(lane.itemId, lane.drawn, by);
  }

  protected show(itemId: string, { bar }: Placed<Bar>): void {
    this.pointed.set({ itemId, seq: bar.entry.seq });
  }

  protected laneWords(lane: { readonly drawn: readonly Placed<Bar>[] }, name: string): string {
    return this.speech.say('resident.timeline.lane', {
      name,
      count: lane.drawn.filter(({ bar }) => bar.state === 'out').length,
    });
  }
}
