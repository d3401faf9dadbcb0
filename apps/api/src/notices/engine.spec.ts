import { listEntries, readHealth, resumeReminders } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { Engine } from './engine.ts';
import { NoticeHouse, SON } from './testing/notice-house.ts';
import type { PostOffice } from './testing/post-office.ts';

let at: NoticeHouse;
let house: House;
let office: PostOffice;
beforeEach(async () => {
  at = await NoticeHouse.open();
  ({ house, office } = at);
});
afterEach(() => at.close());

describe('health', () => {
  test('fails when the machinery has not run for ten minutes, and warns while mails do not go out', async () => {
    const place = await openHouse({ env: { AZUKARI_WAKES: '1' } });
    try {
      const engine = place.app.get(Engine, { strict: false });
      await engine.wake();
      expect((await place.nobody.ok(readHealth)).checks).toMatchObject({ scheduler: 'ok', mail: 'ok' });
      const elapsed = place.clock.elapsedMs.bind(place.clock);
      place.clock.elapsedMs = () => elapsed() + 11 * 60_000;
      place.clock.setOffset(11 * 60_000);
      expect(await place.nobody.send(readHealth)).toMatchObject({ status: 503 });
      await engine.wake();
      expect((await place.nobody.ok(readHealth)).checks).toMatchObject({ scheduler: 'ok' });
    } finally {
      await place.close();
    }
    office.always = { at: 'connect', does: '421 busy' };
    await at.aCard();
    await at.wake();
    expect((await house.nobody.ok(readHealth)).checks).toMatchObject({ scheduler: 'off', mail: 'warn' });
  });
});

describe('a clock', () => {
  const YEAR_MS = 365 * 86_400_000;
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });

  test.each([
    ['forward by a year', 'clock-forward', YEAR_MS],
    ['back by a day', 'clock-back', -86_400_000],
  ] as const)('that is set %s holds everything until it is right again', async (_, hold, ms) => {
    await at.wake();
    await at.aCard();
    Date.now = () => realNow() + ms;
    await at.wake();
    expect(office.letters).toEqual([]);
    expect((await at.reminders()).machine).toMatchObject({ state: 'holding', hold });
    Date.now = realNow;
    await at.wake();
    expect(office.letters).toHaveLength(1);
    expect((await at.reminders()).machine).toMatchObject({ state: 'working', hold: null });
  });

  test('that was wrong before and is right now waits for a manager’s word', async () => {
    await at.wake();
    await at.aCard();
    Date.now = () => realNow() + 2 * 86_400_000;
    house.clock.setOffset(0);
    await at.wake();
    const floor = await house.aStaff();
    expect((await floor.send(resumeReminders, { hold: 'clock-forward' })).status).toBe(403);
    expect((await house.manager.send(resumeReminders, { hold: 'clock-back' })).status).toBe(422);
    const { machine } = await house.manager.ok(resumeReminders, { hold: 'clock-forward' });
    expect(machine.hold).toBeNull();
    expect((await house.manager.ok(listEntries, undefined, { type: 'notices.resumed' })).entries).toHaveLength(1);
  });

  test('after a week’s sleep more than 20 wait for somebody to look, fewer do not', async () => {
    await at.wake();
    for (let n = 0; n < 21; n++) await at.aCard({ ...SON, email: `taro-${String(n)}@example.jp` });
    at.goTo(7, '10:00');
    await at.wake();
    expect(office.letters).toEqual([]);
    expect((await at.reminders()).machine).toMatchObject({ state: 'holding', hold: 'confirm-first', pending: 21 });
    await house.manager.ok(resumeReminders, { hold: 'confirm-first' });
    await at.wake();
    expect(office.letters).toHaveLength(21);
  });
});
