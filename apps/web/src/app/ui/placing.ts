import { type Instant, millisecondsOf } from '@azukari/domain';

/** Lasting is a stretch of time; `to` is null while it lasts. */
export interface Lasting {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Placed is a bar on paper: where it begins and how long it is, in parts of a hundred. */
export interface Placed<B extends Lasting> {
  readonly bar: B;
  readonly x: number;
  readonly width: number;
}

const LEAST = 0.8;

/** placed cuts the bars to a window of time; the shortest outing is still seen. */
export function placed<B extends Lasting>(bars: readonly B[], from: Instant, to: Instant): readonly Placed<B>[] {
  const start = millisecondsOf(from);
  const span = millisecondsOf(to) - start;
  const at = (moment: Instant): number => Math.min(100, Math.max(0, ((millisecondsOf(moment) - start) / span) * 100));
  return bars
    .filter((bar) => bar.from < to && (bar.to === null || bar.to > from))
    .map((bar) => {
      const x = at(bar.from);
      const width = Math.max(at(bar.to ?? to) - x, LEAST);
      return { bar, x: Math.min(x, 100 - width), width };
    });
}

/** nearest is the bar next to a place on paper; one that is out goes before one that only lies there. */
export function nearest<B extends Lasting & { readonly state: string }>(
  bars: readonly Placed<B>[],
  x: number,
): Placed<B> | undefined {
  const away = ({ x: from, width }: Placed<B>): number => (x < from ? from - x : Math.max(0, x - from - width));
  const REACH = 2;
  const moved = bars.filter((one) => one.bar.state !== 'stored' && away(one) <= REACH);
  const among = moved.length > 0 ? moved : bars;
  return [...among].sort((a, b) => away(a) - away(b))[0];
}
