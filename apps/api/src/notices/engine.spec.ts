import { listEntries, listReminders, readHealth, resumeReminders, testReminders } from '@azukari/contract';
import { tokyoTime } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { Engine } from './engine.ts';
import { MailDoor } from './mail-door.ts';
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

test('a thousand mails that take half an hour are no machinery that has stopped', async () => {
  const place = await NoticeHouse.open({ AZUKARI_WAKES: '1' });
  try {
    const { clock, app, nobody } = place.house;
    const elapsed = clock.elapsedMs.bind(clock);
    const door = app.get(MailDoor, { strict: false });
    const deliver = door.deliver.bind(door);
    const seen: unknown[] = [];
    let passed = 0;
    clock.elapsedMs = () => elapsed() + passed;
    for (let n = 0; n < 4; n++) await place.aCard({ ...SON, email: `hana-${'abcd'.charAt(n)}@example.jp` });
    door.deliver = async (mail) => {
      passed += 4 * 60_000;
      seen.push((await nobody.ok(readHealth)).checks.scheduler);
      return deliver(mail);
    };
    await place.wake();
    expect(seen).toEqual(['ok', 'ok', 'ok', 'ok']);
  } finally {
    await place.close();
  }
});

describe('one house', () => {
  test('whose dates cannot be reckoned silences no other, and it is said', async () => {
    await at.aCard();
    const resident = await house.second.aResident();
    const { id } = await house.second.anItem({ residentId: resident.id, kind: 'my-number-card' });
    // As it could be entered before such a day was refused.
    await house.database.writes.run(({ sql }) =>
      sql.run("UPDATE item SET certificate_expires_on = '9999-12-31' WHERE id = ?", [id]),
    );
    await expect(at.wake()).rejects.toThrow();
    expect(office.letters).toHaveLength(1);
  });

  test('in which all has been wrong for ten minutes is told so, and the others are not', async () => {
    const place = await openHouse({ env: { AZUKARI_WAKES: '1' } });
    try {
      const { second, clock, app, database } = place;
      const { id } = await second.anItem({ residentId: (await second.aResident()).id, kind: 'my-number-card' });
      const engine = app.get(Engine, { strict: false });
      const elapsed = clock.elapsedMs.bind(clock);
      clock.setOffset(Date.parse(tokyoTime(clock.today(), '10:00')) - Date.now());
      const told = async (by: Home): Promise<unknown> => (await by.manager.ok(listReminders)).machine;
      await engine.wake();
      const date = (day: string): Promise<unknown> =>
        database.writes.run(({ sql }) => sql.run('UPDATE item SET certificate_expires_on = ? WHERE id = ?', [day, id]));
      await date('9999-12-31');
      await second.aResident();
      await expect(engine.wake()).rejects.toThrow();
      clock.elapsedMs = () => elapsed() + 11 * 60_000;
      await expect(engine.wake()).rejects.toThrow();
      expect(await told(second)).toMatchObject({ state: 'stopped' });
      expect(await told(place)).not.toMatchObject({ state: 'stopped' });
      expect(await place.nobody.send(readHealth)).toMatchObject({ status: 503, body: { houses: { stopped: 1 } } });
      await date('2030-12-31');
      await engine.wake();
      expect(await told(second)).not.toMatchObject({ state: 'stopped' });
      expect((await place.nobody.ok(readHealth)).houses).toEqual({ held: 0, stopped: 0 });
    } finally {
      await place.close();
    }
  });

  test('looks for itself after a stop: what waits in another is not let go with its own', async () => {
    await at.settle(house.second);
    await at.wake();
    for (const home of [house, house.second])
      for (let n = 0; n < 21; n++)
        await at.aCard({ ...SON, email: `${home === house ? 'one' : 'two'}-${String(n)}@example.jp` }, 20, home);
    at.goTo(7, '10:00');
    await at.wake();
    expect(office.letters).toEqual([]);
    expect((await house.nobody.ok(readHealth)).houses).toEqual({ held: 2, stopped: 0 });

    const { machine } = await house.second.manager.ok(resumeReminders, { hold: 'confirm-first' });
    expect(machine).toMatchObject({ state: 'working', hold: null, pending: 21 });
    await at.wake();
    expect(office.letters).toHaveLength(21);
    expect(office.letters.every(({ to }) => to.startsWith('two-'))).toBe(true);
    expect((await at.reminders()).machine).toMatchObject({ state: 'holding', hold: 'confirm-first', pending: 21 });
    expect((await house.nobody.ok(readHealth)).houses).toEqual({ held: 1, stopped: 0 });
    expect((await house.second.manager.send(resumeReminders, { hold: 'confirm-first' })).status).toBe(422);
    const resumed = await house.manager.ok(listEntries, undefined, { type: 'notices.resumed' });
    expect(resumed.entries).toEqual([]);
  });

  test('in which few wait after a stop sends them, whatever another has', async () => {
    await at.settle(house.second);
    await at.wake();
    for (let n = 0; n < 20; n++) await at.aCard({ ...SON, email: `one-${String(n)}@example.jp` });
    await at.aCard({ ...SON, email: 'two@example.jp' }, 20, house.second);
    at.goTo(7, '10:00');
    await at.wake();
    expect(office.letters).toHaveLength(21);
  });
});

describe('a mail server', () => {
  const FIVE = 5;
  const five = async (): Promise<void> => {
    for (let n = 0; n < FIVE; n++) await at.aCard({ ...SON, email: `taro-${'abcde'.charAt(n)}@example.jp` });
  };

  test.each([
    ['that is away', { at: 'connect', does: 'cut' }],
    ['that wants nothing from us', { at: 'mail', does: '451 too many' }],
    ['that falls silent', { at: 'content', does: 'cut' }],
  ] as const)('%s is asked once a minute, not once for each mail', async (_, fault) => {
    office.always = fault;
    await five();
    await at.wake();
    expect(office.connections).toBe(1);
    await at.wake();
    expect(office.connections).toBe(2);
    office.always = null;
    at.goTo(0, '12:00');
    await at.wake();
    expect(office.letters).toHaveLength(FIVE);
  });

  test('that refuses one mail is given the others', async () => {
    office.faults.push({ at: 'rcpt', does: '550 no such user' });
    await five();
    await at.wake();
    expect(office.letters).toHaveLength(FIVE - 1);
  });

  test('is handed a mail to oneself before all others', async () => {
    office.always = { at: 'connect', does: 'cut' };
    await five();
    await at.wake();
    await house.manager.ok(testReminders, { to: 'jimu@example.jp' });
    office.always = null;
    await at.wake();
    expect(office.letters.map(({ to }) => to)[0]).toBe('jimu@example.jp');
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

  test('that was set is told as such, and not as a machinery that has stopped', async () => {
    const place = await openHouse({ env: { AZUKARI_WAKES: '1' } });
    try {
      const engine = place.app.get(Engine, { strict: false });
      await engine.wake();
      const elapsed = place.clock.elapsedMs.bind(place.clock);
      place.clock.elapsedMs = () => elapsed() + 11 * 60_000;
      Date.now = () => realNow() + YEAR_MS;
      await engine.wake();
      expect((await place.manager.ok(listReminders)).machine).toMatchObject({
        state: 'holding',
        hold: 'clock-forward',
      });
      expect((await place.nobody.ok(readHealth)).checks).toMatchObject({ scheduler: 'warn' });
    } finally {
      Date.now = realNow;
      await place.close();
    }
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

  test('and what stayed open before it, and is tried again, is one of them', async () => {
    office.faults.push({ at: 'content', does: 'take-and-cut' });
    await at.aCard();
    await at.wake();
    for (let n = 0; n < 20; n++) await at.aCard({ ...SON, email: `taro-${String(n)}@example.jp` });
    at.goTo(7, '10:00');
    await at.wake();
    expect((await at.reminders()).machine).toMatchObject({ state: 'holding', hold: 'confirm-first' });
    expect(office.letters).toHaveLength(1);
  });
});
