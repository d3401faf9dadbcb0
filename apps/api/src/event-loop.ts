import { monitorEventLoopDelay } from 'node:perf_hooks';

const LONGEST_TURN_MS = 8;
const LOOK_EVERY_MS = 20;
const NANOSECONDS = 1e9;

let since = 0;

/**
 * breathe lets everybody else have their turn once this turn of the event loop has lasted long; otherwise there is nothing to wait
 * for. Promises of work that is synchronous underneath never do that by themselves.
 */
export function breathe(): Promise<void> | undefined {
  const now = performance.now();
  if (since === 0) {
    since = now;
    setImmediate(() => {
      since = 0;
    });
  }
  return now - since < LONGEST_TURN_MS ? undefined : new Promise((resolve) => setImmediate(resolve));
}

/** LagWatch knows how late the event loop was. */
export interface LagWatch {
  /** Of a hundred looks since the last reading, how late all but the worst were at most. */
  readonly p99Seconds: () => number;
  readonly end: () => void;
}

/** watchLag begins to look how late timers are. */
export function watchLag(): LagWatch {
  const delays = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  delays.enable();
  return {
    p99Seconds: () => {
      const seconds = delays.percentile(99) / NANOSECONDS;
      delays.reset();
      return seconds;
    },
    end: () => delays.disable(),
  };
}
