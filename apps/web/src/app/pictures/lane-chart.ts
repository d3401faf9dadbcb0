import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Instant } from '@azukari/domain';

import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { type Lasting, nearest, placed, type Placed } from '../ui/placing';
import { Speech } from '../ui/speech';
import { StretchPatterns } from '../ui/stretch-patterns';
import type { Bar, BarState, Lane } from './lanes';
import { PicturingWords } from './picturing';

const TRACK = 30;
const EDGE = 11;
const LEAST_HEIGHT = 52;
const STATES: readonly BarState[] = ['stored', 'hold', 'out', 'missing'];

/** Tick is a place on the axis and its word. */
export interface Tick {
  readonly x: number;
  readonly word: string;
}

/** LaneChart draws stretches of time in lanes, with what was planned and by how much it was passed; a bar that is pressed says all. */
@Component({
  selector: 'az-lane-chart',
  imports: [Icon, KindShapeDrawing, RouterLink, StretchPatterns],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lane-chart.html',
  styleUrls: ['../ui/stretches.scss', '../ui/lanes.scss', './lane-chart.scss'],
})
export class LaneChart {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(PicturingWords);
  readonly lanes = input.required<readonly Lane[]>();
  readonly from = input.required<Instant>();
  readonly until = input.required<Instant>();
  readonly ticks = input.required<readonly Tick[]>();

  protected readonly pointed = signal<string | null>(null);
  protected readonly drawn = computed(() =>
    this.lanes().map((lane) => ({
      ...lane,
      height: Math.max(LEAST_HEIGHT, lane.tracks * TRACK + 2 * EDGE),
      bars: placed(lane.bars, this.from(), this.until()).map((one) => ({ ...one, ...this.planOf(one.bar) })),
    })),
  );
  protected readonly states = computed(() =>
    STATES.filter((state) => this.lanes().some(({ bars }) => bars.some((bar) => bar.state === state))),
  );
  protected readonly shown = computed(() =>
    this.lanes()
      .flatMap(({ bars }) => bars)
      .find(({ id }) => id === this.pointed()),
  );

  protected topOf({ track, state }: Bar): number {
    return EDGE + track * TRACK + (state === 'stored' ? 8 : 0);
  }

  protected heightOf({ state }: Bar): number {
    return state === 'stored' ? TRACK - 18 : TRACK - 3;
  }

  /** point opens what lies under a finger; from a keyboard the first bar of the lane. */
  protected point(event: MouseEvent, bars: readonly Placed<Bar>[]): void {
    const lane = event.currentTarget;
    if (!(lane instanceof HTMLElement)) return;
    const box = lane.getBoundingClientRect();
    const track = Math.floor((event.clientY - box.top - EDGE) / TRACK);
    const under = bars.filter(({ bar }) => bar.track === track);
    const x = ((event.clientX - box.left) / box.width) * 100;
    const found = event.detail === 0 ? bars[0] : nearest(under.length > 0 ? under : bars, x);
    if (found) this.pointed.set(found.bar.id);
  }

  /** step goes to the bar before or after, in the same lane. */
  protected step(event: Event, bars: readonly Placed<Bar>[], by: 1 | -1): void {
    event.preventDefault();
    const at = bars.findIndex(({ bar }) => bar.id === this.pointed());
    const next = at === -1 ? bars.at(by === 1 ? 0 : -1) : bars[at + by];
    if (next) this.pointed.set(next.bar.id);
  }

  protected stepShown(event: Event, by: 1 | -1): void {
    const lane = this.drawn().find(({ bars }) => bars.some(({ bar }) => bar.id === this.pointed()));
    if (lane) this.step(event, lane.bars, by);
  }

  /** Where a plan ended, and the part after it, when they lie in the picture. */
  private planOf({ stretch, to }: Bar): { readonly due: number | null; readonly late: Placed<Lasting> | null } {
    const { custody, lateFrom } = stretch;
    const within = (at: Instant): number | null =>
      at >= this.from() && at <= this.until()
        ? (placed([{ from: at, to: null }], this.from(), this.until())[0]?.x ?? null)
        : null;
    const late = lateFrom === null ? [] : placed([{ from: lateFrom, to }], this.from(), this.until());
    return {
      due: custody.at === 'out' && custody.dueBackAt !== null ? within(custody.dueBackAt) : null,
      late: late[0] ?? null,
    };
  }
}
