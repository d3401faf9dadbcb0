import { resumeReminders } from '@azukari/contract';
import { NoticeHouse, SON } from './testing/notice-house.ts';

/** The ends of certificates: the step of 30 days was reached before the stop, that of 7 days is on the last day. */
const DAYS_AHEAD = 20;
const STEP_DAY = DAYS_AHEAD - 7;

const FAMILIES = Array.from({ length: 200 }, (_, n) => `taro-${String(n)}@example.jp`);
const EACH_ONCE = FAMILIES.toSorted();

let place: NoticeHouse;
beforeAll(async () => {
  place = await NoticeHouse.open();
  await place.wake();
  for (const email of FAMILIES) await place.aCard({ ...SON, email }, DAYS_AHEAD);
});
afterAll(() => place.close());

/** arrived is who was written to since then, once for each mail. */
function arrived(since = 0): readonly string[] {
  return place.office.letters
    .slice(since)
    .map(({ to }) => to)
    .sort();
}

async function wakeAt(day: number, at: string): Promise<void> {
  place.goTo(day, at);
  await place.wake();
}

test('two hundred families on one morning: after a stop a person is asked first, later nobody, and each mail arrives once, by day', async () => {
  await wakeAt(7, '08:30');
  expect(arrived()).toEqual([]);
  await wakeAt(7, '09:00');
  expect((await place.reminders()).machine).toMatchObject({ state: 'holding', hold: 'confirm-first', pending: 200 });
  await wakeAt(7, '17:30');
  expect(arrived()).toEqual([]);
  place.goTo(7, '18:00');
  await place.house.manager.ok(resumeReminders, { hold: 'confirm-first' });
  await place.wake();
  expect(arrived()).toEqual([]);
  await wakeAt(8, '09:00');
  expect(arrived()).toEqual(EACH_ONCE);
  await place.wake();
  expect(arrived()).toHaveLength(FAMILIES.length);

  for (let day = 9; day < STEP_DAY; day++) await wakeAt(day, '10:00');
  await wakeAt(STEP_DAY, '08:30');
  expect(arrived(FAMILIES.length)).toEqual([]);
  await wakeAt(STEP_DAY, '09:00');
  expect(arrived(FAMILIES.length)).toEqual(EACH_ONCE);
  expect((await place.reminders()).machine).toMatchObject({ hold: null, pending: 0 });
  expect(place.office.atOnce).toBe(1);
});
