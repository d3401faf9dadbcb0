import { giveCode, leaveStaff, listStaff, signIn, whoAmI } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD, Person } from '../testing/person.ts';
import { HASHING } from './passwords.ts';

let house: House;
let skewMs = 0;

beforeAll(async () => {
  house = await openHouse({ costlyPasswords: true });
  house.clock.elapsedMs = () => Date.now() + skewMs;
});

beforeEach(async () => {
  skewMs += 24 * 3_600_000;
  await house.manager.signIn();
});

afterAll(() => house.close());

interface Account {
  readonly loginId: string;
  readonly password: string;
}
const MANAGER: Account = { loginId: 'manager', password: PASSWORD };
const OTHER: Account = { loginId: 'other-manager', password: PASSWORD };

const browser = (): Person => new Person(house.app);
const attempt = (at: Person, { loginId, password }: Account) => at.send(signIn, { loginId, password });
const wrong = (at: Person, { loginId }: Account) => attempt(at, { loginId, password: 'wrong' });
const rows = () => house.database.reads.sql.all<{ token_hash: string; staff_id: string }>('SELECT * FROM known_device');

/** Somebody who keeps guessing until the next try has to wait for a minute. */
async function hammer(at: Person, account: Account): Promise<void> {
  for (;;) {
    const reply = await wrong(at, account);
    const wait = Number(reply.headers['retry-after'] ?? 0);
    if (wait === 60) return;
    skewMs += wait * 1000;
  }
}

describe('a device that has signed in before', () => {
  test('gets a cookie that no script reads and no other site sends; the database keeps only its hash', async () => {
    const reply = await attempt(browser(), MANAGER);
    const [session, device] = reply.headers['set-cookie'] as string[];
    expect(session).toMatch(/^azukari=/);
    expect(device).toMatch(/^azukari-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /azukari-device=([\w-]+)/.exec(device ?? '')?.[1] ?? '';
    expect((await rows()).some((row) => Object.values(row).join(' ').includes(token))).toBe(false);
  });

  test('is not slowed down by somebody who guesses elsewhere; a stranger is', async () => {
    const nurse = await house.aStaff();
    const tablet = browser();
    await attempt(tablet, nurse);
    await hammer(browser(), nurse);
    expect((await attempt(browser(), nurse)).status).toBe(429);
    expect((await attempt(tablet, nurse)).status).toBe(201);
    // Her coming in is no fresh start for the one who guesses.
    expect((await wrong(browser(), nurse)).status).toBe(429);
  });

  test('is slowed down by its own wrong tries, alone', async () => {
    const nurse = await house.aStaff();
    const [tablet, other] = [browser(), browser()];
    await attempt(tablet, nurse);
    await attempt(other, nurse);
    await hammer(tablet, nurse);
    expect((await attempt(tablet, nurse)).status).toBe(429);
    expect((await attempt(other, nurse)).status).toBe(201);
    expect((await attempt(browser(), nurse)).status).toBe(201);
    skewMs += 60_000;
    expect((await attempt(tablet, nurse)).status).toBe(201);
  });

  test('knows everybody who signed in there, and nobody else', async () => {
    const [nurse, colleague, third] = [await house.aStaff(), await house.aStaff(), await house.aStaff()];
    const tablet = browser();
    await attempt(tablet, nurse);
    await attempt(tablet, colleague);
    const statuses = [];
    for (const account of [nurse, colleague, third, OTHER]) {
      await hammer(browser(), account);
      statuses.push((await attempt(tablet, account)).status);
    }
    expect(statuses).toEqual([201, 201, 429, 429]);
  });

  test('opens nothing by its cookie alone, and one that was made up is a stranger’s and is replaced', async () => {
    const nurse = await house.aStaff();
    await hammer(browser(), nurse);
    const made = 'A'.repeat(43);
    const ask = (url: string, method: 'GET' | 'POST', payload?: object) =>
      house.nobody.raw({ method, url, payload, headers: { 'x-azukari': '1', cookie: `azukari-device=${made}` } });
    expect((await ask(whoAmI.path, 'GET')).status).toBe(401);
    expect((await ask(signIn.path, 'POST', { ...MANAGER })).headers['set-cookie']).not.toContain(made);
    const { loginId, password } = nurse;
    expect((await ask(signIn.path, 'POST', { loginId, password })).status).toBe(429);
  });

  test('comes through while strangers with many names fill the queue', async () => {
    const nurse = await house.aStaff();
    const tablet = browser();
    await attempt(tablet, nurse);
    let goOn: () => void = () => undefined;
    const busy = new Promise<void>((resolve) => (goOn = resolve));
    const held = [1, 2].map(() => HASHING.take('known', () => busy));
    const flood = Array.from({ length: 80 }, (_, n) =>
      wrong(browser(), { loginId: `nobody-${String(n)}`, password: '' }),
    );
    const came = attempt(tablet, nurse);
    // Only who is refused can have an answer by now.
    await Promise.race(flood);
    goOn();
    await Promise.all(held);
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect((await came).status).toBe(201);
  });

  test('is forgotten for a person who leaves; a reset of the password ends the wait at all devices', async () => {
    const nurse = await house.aStaff();
    const tablet = browser();
    await attempt(tablet, nurse);
    await hammer(tablet, nurse);
    await hammer(browser(), nurse);
    const at = { id: nurse.staffId };
    const { code } = await house.manager.ok(giveCode, { version: 1 }, at);
    const { loginId, password } = nurse;
    await tablet.ok(signIn, { loginId, password: code ?? '', next: password });
    expect((await attempt(browser(), nurse)).status).toBe(201);
    const { staff } = await house.manager.ok(listStaff);
    const version = staff.find(({ id }) => id === nurse.staffId)?.version ?? 0;
    await house.manager.ok(leaveStaff, { version }, at);
    expect((await rows()).filter(({ staff_id }) => staff_id === nurse.staffId)).toEqual([]);
  });

  test('is forgotten after 400 days without use, and beyond twenty of one person', async () => {
    const nurse = await house.aStaff();
    const own = async () => (await rows()).filter(({ staff_id }) => staff_id === nurse.staffId);
    for (let n = 0; n < 22; n++) {
      skewMs += 1000;
      await attempt(browser(), nurse);
    }
    expect(await own()).toHaveLength(20);
    const tablet = browser();
    await attempt(tablet, nurse);
    skewMs += 400 * 86_400_000;
    await hammer(browser(), nurse);
    expect((await attempt(tablet, nurse)).status).toBe(429);
    skewMs += 60_000;
    await attempt(tablet, nurse);
    expect(await own()).toHaveLength(1);
  });
});
