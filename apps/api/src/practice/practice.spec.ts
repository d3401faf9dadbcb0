import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  addStaff,
  appoint,
  checkIn,
  checkOut,
  enterCount,
  enterPractice,
  followCourse,
  issueForm,
  leaveStaff,
  listAppointments,
  listEntries,
  listItems,
  listStaff,
  readBoard,
  readCourse,
  readCounts,
  reportFound,
  signIn,
  signOut,
  startCount,
  startSearch,
  whoAmI,
} from '@azukari/contract';
import type { AnswerOf, Endpoint } from '@azukari/contract';
import { COURSE_STEPS, LIGHT_KINDS } from '@azukari/domain';
import { Throttle } from '../session/throttle.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD, Person } from '../testing/person.ts';
import type { Reply } from '../testing/person.ts';
import { IDLE_MS, LONGEST_MS, MOST_HOUSES } from './practice.config.ts';
import { PracticeHouses } from './practice.houses.ts';

/** A room is thrown away a moment after its house. */
const GONE_MS = 3_000;

const A_COLLEAGUE = { name: '別人', kana: 'べつじん', loginId: 'somebody', role: 'floor' } as const;

let house: House;
let houses: PracticeHouses;
beforeAll(async () => {
  house = await openHouse();
  houses = house.app.get(PracticeHouses, { strict: false });
});
afterAll(() => house.close());
afterEach(() => {
  houses.sweep(house.clock.elapsedMs() + LONGEST_MS);
});

/** inside is an endpoint as a practice house has it. */
const inside = <E extends Endpoint>(endpoint: E): E => ({ ...endpoint, path: `/practice${endpoint.path}` });
const folder = (): string => join(house.dataFolder, 'practice');
const rooms = (): readonly string[] =>
  existsSync(folder()) ? readdirSync(folder()).filter((name) => name !== 'model') : [];
const states = ({ steps }: AnswerOf<typeof readCourse>): string => steps.map(({ state }) => state).join(' ');
const cookie = (reply: Reply<unknown>, name: string): string =>
  [reply.headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .find((one) => one.startsWith(`${name}=`))
    ?.split(/[=;]/)[1] ?? '';

async function until(is: () => boolean): Promise<void> {
  for (const end = Date.now() + GONE_MS; !is(); await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Error('it does not come to that');
}

/** aTrainee has entered a practice house of her own. */
async function aTrainee(): Promise<Person> {
  const person = await house.aStaff();
  await person.ok(enterPractice, { anew: false });
  return person;
}

const take = async (person: Person, n: number, purpose: 'outpatient' | 'emergency') => {
  const { items } = await person.ok(inside(listItems), undefined, { place: 'stored' });
  const id = items[n]?.id ?? '';
  const staffId = (await person.ok(inside(whoAmI))).staff.id;
  const dueBackAt = purpose === 'emergency' ? null : new Date(Date.now() + 3_600_000).toISOString();
  await person.ok(inside(checkOut), { itemIds: [id], purpose, holder: { kind: 'staff', staffId }, dueBackAt });
  return id;
};

/** count tells of the first drawer exactly what lies there. */
async function count(person: Person): Promise<void> {
  const drawerId = (await person.ok(inside(readCounts))).drawers[0]?.id ?? null;
  const { count: begun } = await person.ok(inside(startCount), { drawerId });
  const { items } = await person.ok(inside(listItems), undefined, { place: 'stored' });
  const seen = items
    .filter(({ kind, storage }) => !LIGHT_KINDS.includes(kind) && begun.places.some(({ id }) => id === storage?.id))
    .map(({ kind, storage }) => ({ kind: kind as 'care-insurance-card', storageId: storage?.id ?? null }));
  await person.ok(inside(enterCount), { seen }, { id: begun.id });
}

/** practise goes through the whole course and says after each step how far it is. */
async function practise(
  person: Person,
  beforeTheLast: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> {
  const far: string[] = [];
  const look = async () => far.push(states(await person.ok(inside(readCourse))));
  const id = await take(person, 0, 'outpatient');
  await look();
  await person.ok(inside(checkIn), { itemIds: [id] });
  await look();
  await take(person, 0, 'emergency');
  await look();
  const lost = (await person.ok(inside(listItems), undefined, { place: 'stored' })).items[0]?.id ?? '';
  await person.ok(inside(startSearch), { itemIds: [lost] });
  await look();
  await person.ok(inside(reportFound), { itemIds: [lost] });
  await look();
  await beforeTheLast();
  await count(person);
  await look();
  return far;
}

describe('the course', () => {
  test('each step is done when the record of the practice house shows it; the end is one training in the real one, and nothing else', async () => {
    const person = await aTrainee();
    const [size, before] = [await house.ledgerSize(), await counted()];
    expect(await practise(person)).toEqual([
      'done open open open open',
      'done done open open open',
      'done done done open open',
      'done done done open open',
      'done done done done open',
      'done done done done done',
    ]);
    const on = house.clock.today();
    for (const time of ['the first time', 'asked again'])
      expect([time, await person.ok(inside(readCourse))]).toEqual([time, expect.objectContaining({ trainedOn: on })]);
    expect(await house.ledgerSize()).toBe(size + 1);
    expect(await counted()).toEqual({ ...before, log_leaf: (before['log_leaf'] ?? 0) + 1 });
    const [newest] = (await house.manager.ok(listEntries)).entries;
    expect(newest).toMatchObject({
      type: 'staff.trained',
      actor: { id: null, name: '' },
      facts: { staff: person.staffId, on },
    });
    const { staff: listed } = await house.manager.ok(listStaff);
    expect(listed.find(({ id }) => id === person.staffId)).toMatchObject({ level: null, trainedOn: on });
    // She is appointed only afterwards: the day is remembered.
    await house.manager.ok(appoint, { staffId: person.staffId, level: 'handler', from: on, to: null });
    const { appointments } = await house.manager.ok(listAppointments);
    expect(appointments.find(({ staff }) => staff.id === person.staffId)).toMatchObject({ trainedOn: on });
  });

  test('what was skipped is not done, and what a browser claims is nothing', async () => {
    const person = await aTrainee();
    const size = await house.ledgerSize();
    for (const step of COURSE_STEPS) await person.ok(inside(followCourse), { what: 'skip', step });
    const course = await person.ok(inside(readCourse));
    expect([states(course), course.trainedOn]).toEqual(['skipped skipped skipped skipped skipped', null]);
    expect(await person.send(inside(followCourse), { what: 'skip' })).toMatchObject({ status: 400 });
    const claim = { what: 'done', step: 'count' } as unknown as { what: 'skip'; step: 'count' };
    expect(await person.send(inside(followCourse), claim)).toMatchObject({ status: 400 });
    await take(person, 0, 'outpatient');
    expect(states(await person.ok(inside(readCourse)))).toBe('done skipped skipped skipped skipped');
    expect(await house.ledgerSize()).toBe(size);
  });

  test('begins from the beginning in another room; the one before is thrown away', async () => {
    await until(() => rooms().length === 0);
    const person = await aTrainee();
    await take(person, 0, 'outpatient');
    const [first] = rooms();
    expect(states(await person.ok(inside(followCourse), { what: 'begin-anew' }))).toBe('open open open open open');
    expect((await person.ok(inside(readBoard))).out).toEqual([]);
    await until(() => rooms().length === 1);
    expect(rooms()).not.toContain(first);
  });

  test('is nobody’s any more who has left the real house meanwhile', async () => {
    const person = await aTrainee();
    await practise(person, () => house.manager.ok(leaveStaff, { version: 1 }, { id: person.staffId }));
    const size = await house.ledgerSize();
    const course = await person.ok(inside(readCourse));
    expect([states(course), course.trainedOn]).toEqual(['done done done done done', null]);
    expect(await house.ledgerSize()).toBe(size);
  });
});

describe('a practice house', () => {
  test('opens for its own cookie alone, which opens nothing of the real one', async () => {
    const person = await house.aStaff();
    const session = cookie(await person.send(signIn, { loginId: person.loginId, password: PASSWORD }), 'azukari');
    const token = cookie(await person.send(enterPractice, { anew: false }), 'azukari-practice');
    expect(token).toMatch(/^[\w-]{43}$/);
    const ask = async (url: string, shown: string) =>
      (await new Person(house.app).raw({ method: 'GET', url, headers: { 'x-azukari': '1', cookie: shown } })).status;
    expect(await ask('/practice/api/board', `azukari-practice=${token}`)).toBe(200);
    expect(await ask('/api/board', `azukari=${session}`)).toBe(200);
    for (const name of ['azukari', '__Host-azukari', 'azukari-device', 'azukari-tablet', 'azukari-practice']) {
      expect([name, await ask('/api/board', `${name}=${token}`)]).toEqual([name, 401]);
      expect([name, await ask('/practice/api/board', `${name}=${session}`)]).toEqual([name, 401]);
    }
  });

  test('knows nobody of the real house, gives no rights there, and is given no cookie of it', async () => {
    await house.manager.ok(enterPractice, { anew: false });
    const me = await house.manager.send(inside(whoAmI));
    expect(me.body).toMatchObject({
      staff: { name: '見習い', role: 'floor', level: 'handler' },
      facility: { name: 'れんしゅうの家（にせもの）' },
    });
    expect(me.text).not.toContain('佐藤');
    expect(me.text).not.toContain(house.facilityId);
    expect(await house.manager.send(inside(addStaff), A_COLLEAGUE)).toMatchObject({
      status: 403,
      refusal: { kind: 'not-allowed' },
    });
    const out = await house.manager.send(inside(signOut));
    expect([out.status, out.headers['set-cookie'], out.headers['clear-site-data']]).toEqual([
      204,
      undefined,
      undefined,
    ]);
    expect((await house.manager.send(whoAmI)).status).toBe(200);
    expect(await house.manager.send(inside(whoAmI))).toMatchObject({ status: 401 });
    await house.manager.ok(enterPractice, { anew: false });
    expect((await house.manager.send(inside(whoAmI))).status).toBe(200);
  });

  test('lets no paper and no file out, and has no practice house of its own', async () => {
    const person = await aTrainee();
    const size = await house.ledgerSize();
    for (const form of ['F3', 'F16', 'F21'])
      expect(await person.send(inside(issueForm), {}, { form })).toMatchObject({
        status: 409,
        refusal: { kind: 'not-in-practice' },
      });
    expect(await person.send(inside(enterPractice), { anew: false })).toMatchObject({ status: 404 });
    expect(await person.send(readCourse)).toMatchObject({ status: 404 });
    expect(await person.send(followCourse, { what: 'end' })).toMatchObject({ status: 404 });
    expect(await house.ledgerSize()).toBe(size);
  });

  test('is over when nobody did anything for half an hour, polling or not, after two hours, and when she says so', async () => {
    const person = await aTrainee();
    const now = house.clock.elapsedMs();
    houses.sweep(now + IDLE_MS - 5_000);
    expect((await person.send(inside(readCourse))).status).toBe(200);
    houses.sweep(now + IDLE_MS + 5_000);
    expect(await person.send(inside(readCourse))).toMatchObject({ status: 401, refusal: { kind: 'not-signed-in' } });
    expect(await person.raw({ method: 'GET', url: '/practice/today' })).toMatchObject({
      status: 303,
      headers: { location: '/course' },
    });
    await until(() => rooms().length === 0);
    await person.ok(enterPractice, { anew: false });
    await person.ok(inside(followCourse), { what: 'end' });
    expect((await person.send(inside(readCourse))).status).toBe(401);
    await until(() => rooms().length === 0);
  });

  test('is one a person, and a few at once', async () => {
    const people = await Promise.all(Array.from({ length: MOST_HOUSES + 1 }, () => house.aStaff()));
    const late = people.pop();
    const entered = await Promise.all(people.map((person) => person.send(enterPractice, { anew: false })));
    expect(entered.map(({ status }) => status)).toEqual(people.map(() => 201));
    expect((await people[0]?.send(enterPractice, { anew: false }))?.status).toBe(201);
    await until(() => rooms().length === MOST_HOUSES);
    expect(await late?.send(enterPractice, { anew: false })).toMatchObject({
      status: 503,
      refusal: { kind: 'practice-full', freeBy: expect.stringMatching(/Z$/) as string },
    });
    await people[1]?.ok(inside(followCourse), { what: 'end' });
    expect((await late?.send(enterPractice, { anew: false }))?.status).toBe(201);
  });

  test('made again and again is made to wait for', async () => {
    const person = await aTrainee();
    const throttle = house.app.get(Throttle, { strict: false });
    for (let times = 0; times < 3; times++) await throttle.attempt(`practice:${person.staffId}`);
    expect(await person.send(enterPractice, { anew: true })).toMatchObject({ status: 429 });
    const again = await person.send(inside(followCourse), { what: 'begin-anew' });
    expect(again).toMatchObject({ status: 429, refusal: { kind: 'too-many-attempts' } });
  });
});

async function counted(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const table of 'resident item storage agreement staff command log_leaf blind_count session'.split(' '))
    sizes[table] = Number((await house.database.reads.sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);
  return sizes;
}
