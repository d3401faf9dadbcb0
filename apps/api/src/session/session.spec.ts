import {
  changePassword,
  checkIn,
  endpointsIn,
  endSessions,
  listSessions,
  readBoard,
  readNoticeSettings,
  signIn,
  signInAgain,
  signOut,
  whoAmI,
} from '@azukari/contract';
import * as contract from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD, Person } from '../testing/person.ts';
import { HASHING, hashPassword, passwordFits, refusePassword } from './passwords.ts';

const MINUTE = 60_000;

let house: House;
let skewMs = 0;

beforeAll(async () => {
  house = await openHouse({ costlyPasswords: true });
  // The one clock of sessions and throttles, moved as if time had gone by.
  house.clock.elapsedMs = () => Date.now() + skewMs;
});

beforeEach(async () => {
  skewMs = 0;
  await house.manager.signIn();
});

afterAll(() => house.close());

describe('a session', () => {
  test('is an opaque token that no script reads and no other site sends; the database keeps only its hash', async () => {
    const reply = await house.nobody.send(signIn, { loginId: 'manager', password: PASSWORD });
    const [cookie = ''] = reply.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^azukari=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /azukari=([\w-]+)/.exec(cookie)?.[1] ?? '';
    const rows = await house.database.reads.sql.all<{ token_hash: string }>('SELECT token_hash FROM session');
    expect(rows.some(({ token_hash }) => token_hash.includes(token))).toBe(false);
    await house.nobody.send(signOut);
  });

  test('ends at the server when signed out', async () => {
    const person = await house.signIn('manager');
    const token = await house.database.reads.sql.all('SELECT token_hash FROM session');
    await person.send(signOut);
    expect(await house.database.reads.sql.all('SELECT token_hash FROM session')).toHaveLength(token.length - 1);
    expect((await person.send(whoAmI)).refusal?.kind).toBe('not-signed-in');
  });

  test('ends after fifteen minutes without a touch; looking at 今日 is no touch, a movement is', async () => {
    const person = await house.signIn('manager');
    skewMs = 14 * MINUTE;
    await person.ok(readBoard);
    skewMs = 16 * MINUTE;
    expect((await person.send(readBoard)).status).toBe(401);
    const other = await house.signIn('manager');
    skewMs += 14 * MINUTE;
    await other.send(checkIn, { itemIds: [crypto.randomUUID()] });
    skewMs += 14 * MINUTE;
    expect((await other.send(readBoard)).status).toBe(200);
  });

  test('ends after eighteen hours in any case', async () => {
    const person = await house.signIn('manager');
    for (let n = 0; n < 18 * 60; n += 10) {
      skewMs = n * MINUTE;
      await person.send(checkIn, { itemIds: [crypto.randomUUID()] });
    }
    expect((await person.send(whoAmI)).status).toBe(200);
    skewMs = 18 * 60 * MINUTE + 1;
    expect((await person.send(whoAmI)).status).toBe(401);
  });

  test('a quick change of person ends the one before, on the same tablet', async () => {
    const colleague = await house.aStaff({ level: 'handler' });
    const before = await house.database.reads.sql.all('SELECT token_hash FROM session');
    const tablet = new Person(house.app, colleague.loginId, colleague.password);
    await tablet.send(signIn, { loginId: 'manager', password: PASSWORD });
    await tablet.send(signIn, { loginId: colleague.loginId, password: colleague.password });
    expect(await house.database.reads.sql.all('SELECT token_hash FROM session')).toHaveLength(before.length + 1);
    expect((await tablet.ok(whoAmI)).staff.id).toBe(colleague.staffId);
  });

  test('on a full disk is let go of by the browser, and it is said that the server could not end it', async () => {
    const person = await house.aStaff();
    const { writes } = house.database;
    const run = writes.run.bind(writes);
    writes.run = () => Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }));
    const reply = await person.send(signOut).finally(() => (writes.run = run));
    expect(reply).toMatchObject({ status: 507, refusal: { kind: 'disk-full' } });
    expect(String(reply.headers['set-cookie'])).toMatch(/^azukari=; Max-Age=0; Path=\/;/);
    expect((await person.send(whoAmI)).status).toBe(401);
  });

  test('a made-up token is nobody’s', async () => {
    const reply = await house.nobody.raw<never>({
      method: 'GET',
      url: whoAmI.path,
      headers: { cookie: `azukari=${'A'.repeat(43)}` },
    });
    expect(reply).toMatchObject({ status: 401, refusal: { kind: 'not-signed-in' } });
  });
});

describe('one’s own sessions', () => {
  test('are listed, the present one first, and end one by one or all others at once', async () => {
    const { loginId, password, staffId } = await house.aStaff({ level: 'handler' });
    const people: Person[] = [];
    for (let n = 0; n < 4; n++) {
      people.push(await new Person(house.app, loginId, password).signIn());
      skewMs += MINUTE;
    }
    const [here, first, second, third] = people.reverse();
    if (!here || !first || !second || !third) throw new Error('premise: four sessions');
    const { sessions } = await here.ok(listSessions);
    expect(sessions.map(({ current }) => current)).toEqual([true, false, false, false, false]);
    expect(sessions).toMatchObject(Array(5).fill({ auth: 'password', tablet: null }));
    const left = await here.ok(endSessions, { sessionId: sessions[1]?.id ?? '' });
    expect(left.sessions.map(({ id }) => id)).toEqual(sessions.filter((_, n) => n !== 1).map(({ id }) => id));
    expect(await Promise.all([first, second, third].map(async (one) => (await one.send(whoAmI)).status))).toEqual([
      401, 200, 200,
    ]);
    await here.ok(endSessions, { sessionId: null });
    expect(await Promise.all([second, third].map(async (one) => (await one.send(whoAmI)).status))).toEqual([401, 401]);
    expect((await here.ok(whoAmI)).staff.id).toBe(staffId);
  });

  test('are nobody else’s to see or end, and what ended by itself is not among them', async () => {
    const [one, other] = [await house.aStaff(), await house.aStaff()];
    const [own] = (await one.ok(listSessions)).sessions;
    const tried = await other.send(endSessions, { sessionId: own?.id ?? '' });
    expect([tried.status, tried.refusal]).toEqual([404, { kind: 'not-found' }]);
    expect((await one.send(whoAmI)).status).toBe(200);
    const again = new Person(house.app, one.loginId, one.password);
    skewMs = 16 * MINUTE;
    await again.signIn();
    expect((await again.ok(listSessions)).sessions).toMatchObject([{ current: true }]);
    expect(JSON.stringify(await house.database.reads.sql.all('SELECT token_hash FROM session'))).not.toContain(
      own?.id ?? 'none',
    );
  });
});

describe('a fresh sign-in', () => {
  const FRESH = endpointsIn(contract).filter(({ fresh }) => fresh);

  test('is asked for before what gives rights, opens another way in, or sends much out', () => {
    expect(FRESH.map(({ name }) => name).sort()).toEqual([
      'addPasskey',
      'addStaff',
      'addTablet',
      'appoint',
      'askErasure',
      'changeNoticeSettings',
      'changeNoticeWords',
      'changeStaff',
      'confirmAppointment',
      'confirmErasure',
      'confirmTotp',
      'endSessions',
      'giveCode',
      'makeInspection',
      'removePasskey',
      'removeTotp',
      'renewRecoveryCodes',
      'sealBreakGlass',
      'setKeys',
      'startPasskey',
      'startTotp',
    ]);
  });

  test('is asked of whoever signed in six minutes ago, by each of them, until she shows anew who she is', async () => {
    const manager = await house.aStaff({ role: 'manager', level: 'responsible' });
    const auditor = await house.aStaff({ role: 'auditor' });
    skewMs = 6 * MINUTE;
    const asked = await Promise.all(
      FRESH.map(async ({ name, method, path }) => {
        const by = name === 'confirmErasure' || name === 'confirmAppointment' ? auditor : manager;
        const url = path.replace(':id', crypto.randomUUID());
        return [name, (await by.raw({ method, url, payload: {} })).refusal?.kind];
      }),
    );
    expect(asked).toEqual(FRESH.map(({ name }) => [name, 'sign-in-not-fresh']));
    expect((await manager.send(signOut)).status).toBe(204);
    await manager.signIn();
    expect((await manager.send(endSessions, { sessionId: null })).status).toBe(200);
  });
});

describe('signing in', () => {
  test('a wrong name and a wrong password are told alike', async () => {
    const replies = [
      await house.nobody.send(signIn, { loginId: 'nobody-here', password: 'x' }),
      await house.nobody.send(signIn, { loginId: 'other-manager', password: 'x' }),
    ];
    expect(replies.map(({ status, text }) => [status, text])).toEqual(
      Array(2).fill([401, '{"refusal":{"kind":"sign-in-failed"}}']),
    );
  });

  test('compares a hash as often for a name that nobody has as for one that somebody has', async () => {
    const { take } = HASHING;
    let taken = 0;
    HASHING.take = (whose, work) => {
      taken += 1;
      return take.call(HASHING, whose, work) as ReturnType<typeof work>;
    };
    const compared: number[] = [];
    for (const loginId of ['nobody-at-all', 'other-manager']) {
      taken = 0;
      await house.nobody.send(signIn, { loginId, password: 'x' });
      compared.push(taken);
    }
    HASHING.take = take;
    expect(compared).toEqual([1, 1]);
  });

  test('who shows anew who she is gets a new token, and the old one is over', async () => {
    const person = await house.aStaff();
    const tokens = () => house.database.reads.sql.all<{ token_hash: string }>('SELECT token_hash FROM session');
    const before = (await tokens()).map(({ token_hash }) => token_hash);
    await person.ok(signInAgain, { password: person.password });
    const after = (await tokens()).map(({ token_hash }) => token_hash);
    expect(after).toHaveLength(before.length);
    expect(after.filter((token) => !before.includes(token))).toHaveLength(1);
  });

  test('is in the log with its way, and so is who was refused what; never a name or a password', async () => {
    const { log } = house.app.getHttpAdapter().getInstance();
    const lines: unknown[] = [];
    const { info } = log;
    log.info = (...said: unknown[]) => lines.push(said);
    const person = await house.aStaff();
    lines.length = 0;
    await person.send(signIn, { loginId: person.loginId, password: 'a-wrong-one' });
    await person.ok(signIn, { loginId: person.loginId, password: person.password });
    await person.send(readNoticeSettings);
    await person.raw({ method: 'POST', url: signIn.path, headers: {} });
    log.info = info;
    const at = { route: '/api/session', staff: null, tablet: null };
    expect(lines).toEqual([
      [{ ...at, refused: 'sign-in-failed' }, 'refused'],
      [{ ...at, staff: person.staffId, auth: 'password' }, 'signed in'],
      [expect.objectContaining({ refused: 'not-allowed' }), 'refused'],
      [{ ...at, refused: 'header-missing' }, 'refused'],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${person.loginId}|a-wrong-one|${person.password}`));
  });

  test('waits longer and longer, at most a minute, and never locks for good', async () => {
    const colleague = await house.aStaff();
    const attempt = (password: string) => house.nobody.send(signIn, { loginId: colleague.loginId, password });
    const waits: number[] = [];
    while (waits.length < 9) {
      const reply = await attempt('wrong');
      if (reply.status === 401) continue;
      expect(reply).toMatchObject({ status: 429, refusal: { kind: 'too-many-attempts' } });
      waits.push(Number(reply.headers['retry-after']));
      skewMs += (waits.at(-1) ?? 0) * 1000;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect((await attempt(colleague.password)).status).toBe(201);
  });

  test('twenty guesses at once gain nothing over one after the other', async () => {
    const colleague = await house.aStaff();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => house.nobody.send(signIn, { loginId: colleague.loginId, password: 'guess' })),
    );
    expect(replies.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(4);
    expect(replies.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });
});

describe('a new password', () => {
  test.each([
    ['short7', 'short'],
    ['password123', 'common'],
    ['99999999', 'common'],
    ['Ｐａｓｓｗｏｒｄ１', 'common'],
    ['michelle1', 'common'],
    ['Sakura-2026!', 'common'],
    ['介護１２３４５６', 'common'],
    ['my-manager-1', 'like-login'],
  ])('%s is refused as %s', (password, reason) => {
    expect(refusePassword(password, 'manager')).toEqual({ kind: 'password-weak', reason });
  });

  test.each([
    'さくらが咲いた日',
    'correct horse battery',
    'ﾊﾟｽﾜｰﾄﾞじゃない',
    'vmkzqhtd',
    'azukari-demo',
    '長い'.repeat(64),
  ])('%s is good', (password) => {
    expect(refusePassword(password, 'manager')).toBeNull();
  });

  test('ends the other sessions and is an entry', async () => {
    const colleague = await house.aStaff();
    const elsewhere = await house.signIn(colleague.loginId, colleague.password);
    const before = await house.ledgerSize();
    expect((await colleague.send(changePassword, { current: 'wrong', next: 'a much better one' })).refusal?.kind).toBe(
      'password-wrong',
    );
    await colleague.ok(changePassword, { current: colleague.password, next: 'a much better one' });
    expect(await house.ledgerSize()).toBe(before + 1);
    expect((await elsewhere.send(whoAmI)).status).toBe(401);
    expect((await colleague.send(whoAmI)).status).toBe(200);
  });

  test('is asked for with the present one, three times; then each wrong one waits longer', async () => {
    const colleague = await house.aStaff();
    const change = (current: string, next = 'a much better one') => colleague.send(changePassword, { current, next });
    for (let n = 0; n < 5; n++)
      expect((await change(colleague.password, 'short7')).refusal).toEqual({ kind: 'password-weak', reason: 'short' });
    for (let n = 0; n < 4; n++) expect((await change('wrong')).refusal?.kind).toBe('password-wrong');
    expect(await change(colleague.password)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    skewMs += 1000;
    expect((await change('wrong')).refusal?.kind).toBe('password-wrong');
    expect(await change(colleague.password)).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
    skewMs += 2000;
    expect((await change(colleague.password)).status).toBe(200);
    await house.nobody.ok(signIn, { loginId: colleague.loginId, password: 'a much better one' });
    const { loginId, password } = colleague;
    expect((await house.nobody.send(signIn, { loginId, password })).refusal?.kind).toBe('sign-in-failed');
  });

  test('is never answered as set under the number of an earlier one', async () => {
    const colleague = await house.aStaff();
    const commandId = crypto.randomUUID();
    await colleague.ok(changePassword, { commandId, current: colleague.password, next: 'a much better one' });
    const again = await colleague.send(changePassword, {
      commandId,
      current: 'a much better one',
      next: 'yet another',
    });
    expect(again.refusal?.kind).toBe('command-reused');
  });

  test('is kept as argon2id, and without a hash nothing fits', async () => {
    const hash = await hashPassword('something');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([
      await passwordFits(hash, 'something'),
      await passwordFits(hash, 'another'),
      await passwordFits(null, 'something'),
    ]).toEqual([true, false, false]);
  });
});
