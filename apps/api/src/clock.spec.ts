import { trustClock, watchClock } from '@azukari/domain';
import { Clock } from './clock.ts';

const WEEK_MS = 7 * 86_400_000;
const realNow = Date.now;

let sinceBootMs: number;
let clock: Clock;
beforeEach(() => {
  sinceBootMs = 5_000;
  clock = new Clock(0, () => sinceBootMs);
});
afterEach(() => {
  Date.now = realNow;
});

function sleepFor(ms: number): void {
  const until = Date.now() + ms;
  Date.now = () => until;
  sinceBootMs += ms;
}

describe('a machine that slept for a week', () => {
  test('has a clock that nobody has set', () => {
    const before = trustClock(clock.reading());
    sleepFor(WEEK_MS);
    expect(watchClock(before, clock.reading()).hold).toBeNull();
    expect(clock.wentAstray()).toBe(false);
  });

  test('lets no session live the longer for it', () => {
    const before = clock.elapsedMs();
    sleepFor(WEEK_MS);
    expect(clock.elapsedMs() - before).toBe(WEEK_MS);
  });
});

test('premise: a clock that was set by a week is', () => {
  const before = trustClock(clock.reading());
  const then = Date.now() + WEEK_MS;
  Date.now = () => then;
  expect(watchClock(before, clock.reading()).hold).toBe('clock-forward');
  expect(clock.wentAstray()).toBe(true);
});

test('the time since the start of this machine goes on', async () => {
  const real = new Clock();
  const before = real.elapsedMs();
  expect(Math.abs(before - Date.now())).toBeLessThan(1_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(real.elapsedMs()).toBeGreaterThan(before);
});
