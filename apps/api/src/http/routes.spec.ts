import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModulesContainer } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import { appoint, endAppointment, listAppointments, takeIn } from '@azukari/contract';
import type { Endpoint } from '@azukari/contract';
import { LEVELS, refuseAtDoor } from '@azukari/domain';
import type { Access, Asker, Level, Refusal, Role } from '@azukari/domain';
import { ON_POSTGRES } from '../testing/databases.ts';
import { fixturesOf, thingsIn } from '../testing/fixtures.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { SAMPLES } from '../testing/samples.ts';
import type { Fixtures, Request, Sample, Seqs } from '../testing/things.ts';
import { ACCESS, ENDPOINT } from './handles.ts';
import { ENDPOINTS } from './openapi.ts';
import { permissionsPage } from './permissions.ts';

interface Route {
  readonly path: string;
  readonly method: string;
  readonly access: Access | undefined;
  readonly endpoint: Endpoint | undefined;
}

type Named = (typeof ENDPOINTS)[number];
/** What changes nothing that a facility knows or owes, with the reason. All other mutations make an entry. */
const EXEMPT: Readonly<Record<string, string>> = {
  signIn: 'a session, a device, a counter: how she signed in stands in each entry; a new password makes one',
  signInAgain: 'a new session in place of the old one: when somebody had signed in stands in each entry',
  signOut: 'the end of a session',
  endSessions: 'the end of sessions, as with signOut',
  renewSession: 'when somebody was last at work in a session',
  signInAgainByPasskey: 'a new session in place of the old one, as with signInAgain',
  signInAtTablet: 'a session and a known device, as with signIn',
  startTotp: 'a secret that opens nothing yet',
  startPasskey: 'a question to an authenticator, kept nowhere',
  askPasskey: 'a question to an authenticator, kept nowhere',
  signInByPasskey: 'a session and a known device, as with signIn',
  previewRules: 'a calculation that keeps nothing',
  previewNoticeWords: 'an example of a notice to nobody, kept nowhere',
  setDemoClock: 'the declared clock of a demo; it exists nowhere else',
};

/** These make entries in suites of their own: a log begins but once, a code is good once or for half a minute (session/factors.spec.ts), 救急 without a session needs a tablet (tablets/tablets.spec.ts), a new house has no quarter to review (views/views.spec.ts) and no gap (gaps/gaps.spec.ts); what is practised stands in a record beside this one (practice/practice.spec.ts). */
const APART =
  'setUp closeBreakGlass confirmTotp removeTotp addPasskey removePasskey enrolTablet emergencyAtTablet reviewViews explainGap confirmGap enterPractice followCourse';

/** Ids that a request may carry and the samples do not. */
const OTHER_IDS: Readonly<Record<string, readonly Sample[]>> = {
  addStorage: [({ pouchId }) => ({ body: { parentId: pouchId, kind: 'pouch', label: '1番' } })],
  checkOut: [
    ({ itemId, staffId }) => anOut(itemId, { kind: 'staff', staffId }),
    ({ itemId, contactId }) => anOut(itemId, { kind: 'other', name: '', relation: 'family', contactId }),
  ],
  handOver: [
    ({ itemId, staffId }) => aHandOver(itemId, { disposition: 'destroyed', witnessId: staffId }),
    ({ itemId, heldId }) => aHandOver(itemId, { disposition: 'replaced', replacedById: heldId }),
  ],
  listItems: [({ pouchId }) => ({ at: { storageId: pouchId } })],
  listEntries: [({ staffId }) => ({ at: { actorId: staffId } })],
};
const anOut = (itemId: string, holder: object): Request => ({
  body: { itemIds: [itemId], purpose: 'emergency', dueBackAt: null, holder },
});
const aHandOver = (itemId: string, body: object): Request => ({
  body: { itemIds: [itemId], receiver: { relation: 'insurer', name: '窓口' }, ...body },
});
const MUTATING = ENDPOINTS.filter(({ method }) => method !== 'GET');
const MAKES_ENTRIES = MUTATING.filter(({ name }) => !(name in EXEMPT) && !APART.split(' ').includes(name));

/** What was said of people, in whatever was done. */
const said = new Set(['佐藤 花子', 'さとう はなこ', '田中 次郎', 'other-manager']);

/** What belongs to the house and to nobody in it, and may be read by whoever has the file. */
const OF_THE_HOUSE: readonly string[] = [
  '第四',
  'さくら苑 本館',
  '京都市',
  '入居者',
  '様',
  '桜市 介護保険',
  '桜市 国民健康保険',
  '生活相談員',
  '平日9時〜17時',
  '窓口は{opens}から{date}までです。',
  '施設は善良な管理者の注意をもって保管します。',
  '様式第4号 出納簿',
];

let house: House;
let own: Fixtures & Seqs;
let foreign: Fixtures & Seqs;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  own = await fixturesOf(house, house);
  foreign = await fixturesOf(house.second, house);
});
afterAll(() => house.close());

describe('every route', () => {
  it('says who may use it', () => {
    expect(routesOf(house).filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('is closed to the public but for these', () => {
    const open = routesOf(house).filter(({ access }) => access === 'public');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE /api/session',
      'GET /api/health',
      'GET /api/openapi.json',
      'GET /api/set-up',
      'GET /api/tablet',
      'GET /api/tablet/residents',
      'POST /api/session',
      'POST /api/session/passkey',
      'POST /api/session/passkey/challenge',
      'POST /api/set-up',
      'POST /api/tablet',
      'POST /api/tablet/emergency',
      'POST /api/tablet/session',
    ]);
  });

  it('stands on the page of permissions as it is: `npm run permissions`', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/permissions.md'), 'utf8');
    expect(page).toBe(permissionsPage());
    expect(page).toMatch(/`keep-accounts` +\| addStaff +\| `POST \/api\/staff`/);
  });

  it('is one of the contract, and each of the contract has exactly one', () => {
    const handled = routesOf(house).filter(({ path }) => path !== '/api/openapi.json');
    expect(handled.filter(({ endpoint }) => endpoint === undefined)).toEqual([]);
    const text = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;
    expect(handled.map(text).sort()).toEqual(ENDPOINTS.map(text).sort());
  });

  it('that changes something is known to make an entry or to be exempt', () => {
    const known = [...Object.keys(EXEMPT), ...APART.split(' '), ...MAKES_ENTRIES.map(({ name }) => name)];
    expect(known.sort()).toEqual(MUTATING.map(({ name }) => name).sort());
    expect(Object.keys(SAMPLES).sort()).toEqual(ENDPOINTS.map(({ name }) => name).sort());
  });
});

describe('who may', () => {
  const people: [name: string, role: Role, level: Level | null][] = [
    ['floor staff', 'floor', null],
    ...LEVELS.map((level): [string, Role, Level] => [level, 'floor', level]),
    ['a manager without an appointment', 'manager', null],
    ['a responsible manager', 'manager', 'responsible'],
    ['an admin without an appointment', 'admin', null],
    ['an admin who handles', 'admin', 'handler'],
    ['an auditor', 'auditor', null],
    ['an auditor, whatever the appointment says', 'auditor', 'responsible'],
  ];

  test.each(people)('%s: exactly what the table says, at every route', async (_, role, level) => {
    const person = await house.aStaff({ role, ...(level && { level }) });
    const asker: Asker = { role, level, owesFactor: false };
    const before = await everything(house);
    for (const endpoint of ENDPOINTS.filter(({ access }) => access !== 'public'))
      for (const sample of samplesOf(endpoint))
        await asked(person, endpoint, sample, refuseAtDoor(asker, endpoint.access));
    expect(await everything(house)).toEqual(before);
    for (const { route, access, status, refusal } of await eachDeclared(person)) {
      const no = refuseAtDoor(asker, access);
      expect([route, status === 403 ? refusal : null]).toEqual([route, no]);
    }
  });

  /** What is forbidden is forbidden whatever it names; what is allowed tells another facility's things like those that nobody knows. */
  async function asked(person: Person, endpoint: Named, sample: Sample, no: Refusal | null): Promise<void> {
    const today = house.clock.today();
    const ids = idsIn(sample);
    const ask = (things: Partial<Fixtures>) =>
      person.send<Endpoint>(...requestOf(endpoint, sample({ ...own, ...things }, today)));
    const others = Object.fromEntries(ids.map((key) => [key, foreign[key]]));
    const unknown = Object.fromEntries(ids.map((key) => [key, crypto.randomUUID()]));
    if (no === null) {
      if (ids.length === 0) return;
      const [theirs, nobodys] = [await ask(others), await ask(unknown)];
      expect([endpoint.name, theirs.status, plain(theirs.text)]).toEqual([
        endpoint.name,
        nobodys.status,
        plain(nobodys.text),
      ]);
    } else
      for (const things of ids.length === 0 ? [{}] : [{}, others, unknown]) {
        const { status, body } = await ask(things);
        expect([endpoint.name, status, body]).toEqual([endpoint.name, 403, { refusal: no }]);
      }
  }

  test('nobody without a session, at any route that is not public', async () => {
    for (const { route, access, status, refusal } of await eachDeclared(house.nobody))
      expect([route, status, refusal]).toEqual([route, 401, refuseAtDoor(null, access)]);
  });

  test('nobody without the header that no foreign page can send', async () => {
    for (const { method, path } of MUTATING) {
      const reply = await house.manager.raw({ method, url: path, payload: {}, headers: {} });
      expect([path, reply.status, reply.refusal?.kind]).toEqual([path, 403, 'header-missing']);
    }
  });
});

describe('an entry', () => {
  test.each(MAKES_ENTRIES.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is made by %s',
    async (name, endpoint) => {
      const sample = sampleOf(endpoint);
      const today = house.clock.today();
      const fixtures = await fixturesOf(house, house, thingsIn(sample, today));
      const before = await entries(house);
      const request = sample(fixtures, today);
      for (const word of wordsIn(request.body)) said.add(word);
      const reply = await house.manager.send<Endpoint>(...requestOf(endpoint, request));
      expect([reply.status, reply.refusal, reply.issues]).toEqual([
        endpoint.status ?? (name === 'issueForm' ? reply.status : 200),
        undefined,
        undefined,
      ]);
      expect(await entries(house)).toBeGreaterThan(before);
    },
  );

  test('begins each log, with the settings, the text, the first manager and the appointment', async () => {
    const leaves = await house.database.reads.sql.all<{ type: string; facility: string }>(
      `SELECT type, facility_id AS facility FROM log_leaf JOIN log ON log.id = log_leaf.log WHERE kind = 'custody' AND seq < 5 ORDER BY log, seq`,
    );
    for (const facility of new Set(leaves.map((leaf) => leaf.facility)))
      expect(leaves.filter((leaf) => leaf.facility === facility).map(({ type }) => type)).toEqual([
        'log.opened',
        'settings.changed',
        'staff.added',
        'agreement-text.published',
        'appointment.made',
      ]);
  });
});

describe('the things of another facility', () => {
  const cases = ENDPOINTS.flatMap((endpoint) =>
    samplesOf(endpoint).flatMap((sample) =>
      idsIn(sample).map((key) => [`${endpoint.name} with ${key}`, endpoint, key, sample] as const),
    ),
  );

  test.each(cases)(
    '%s: answers like one that does not exist, and nothing is written',
    async (_, endpoint, key, sample) => {
      const today = house.clock.today();
      const before = await everything(house);
      const ask = (id: string) =>
        house.manager.send<Endpoint>(...requestOf(endpoint, sample({ ...own, [key]: id }, today)));
      const theirs = await ask(foreign[key]);
      const unknown = await ask(crypto.randomUUID());
      expect([theirs.status, plain(theirs.text)]).toEqual([unknown.status, plain(unknown.text)]);
      expect(LISTS.includes(endpoint.name) || LENIENT.includes(`${endpoint.name} ${key}`) ? 404 : theirs.status).toBe(
        404,
      );
      if (theirs.status === 404) expect(theirs.body).toEqual({ refusal: { kind: 'not-found' } });
      expect(await everything(house)).toEqual(before);
    },
  );

  /** A list narrowed to an id answers nothing rather than no. */
  const LISTS = ['listItems', 'listEntries'];
  /** Who is not covered by an agreement of the resident is told so, whatever that id may be elsewhere. */
  const LENIENT = ['takeIn agreementId', 'agreeItems agreementId'];

  test.each(
    ENDPOINTS.filter(({ method, path }) => method === 'GET' && !path.includes(':')).map(
      (endpoint) => [endpoint.name, endpoint] as const,
    ),
  )('%s: shows each manager the own house only', async (_, endpoint) => {
    const theirs = (await house.second.manager.send<Endpoint>(...requestOf(endpoint, {}))).text;
    const [mine, others] = [own, foreign].map((things) => Object.values(things).filter((id) => typeof id === 'string'));
    expect(mine?.filter((id) => theirs.includes(id))).toEqual([]);
    if (['listItems', 'listStaff', 'listStorages'].includes(endpoint.name))
      expect(others?.some((id) => theirs.includes(id))).toBe(true);
  });
});

test('an appointment that ends takes effect on the next request', async () => {
  const person = await house.aStaff({ level: 'responsible' });
  const asks = () => person.raw({ method: 'POST', url: takeIn.path, payload: {} });
  const { appointments } = await house.manager.ok(listAppointments);
  const line = appointments.find(({ staff }) => staff.id === person.staffId);
  expect((await asks()).status).toBe(400);
  await house.manager.ok(endAppointment, { version: 1, on: '2020-01-01' }, { id: line?.id });
  expect(await asks()).toMatchObject({ status: 403, refusal: { kind: 'not-allowed', level: null } });
  await house.manager.ok(appoint, { staffId: person.staffId, level: 'deputy', from: house.clock.today(), to: null });
  expect((await asks()).status).toBe(400);
});

(ON_POSTGRES ? test.skip : test)('nothing that was said of people stands in the files of the database', () => {
  const files = readdirSync(house.dataFolder).filter((name) => name.startsWith('azukari.sqlite'));
  expect(files).toContain('azukari.sqlite-wal');
  const all = Buffer.concat(files.map((name) => readFileSync(join(house.dataFolder, name))));
  expect(all.includes('さくら苑')).toBe(true);
  expect([...said].filter((word) => all.includes(word) && !OF_THE_HOUSE.includes(word))).toEqual([]);
});

/** The words of a request that somebody has typed: in Japanese, or an address. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}@]/u.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

function sampleOf({ name }: Named): Sample {
  return SAMPLES[name as keyof typeof SAMPLES];
}

function samplesOf(endpoint: Named): readonly Sample[] {
  return [sampleOf(endpoint), ...(OTHER_IDS[endpoint.name] ?? [])];
}

function requestOf(endpoint: Named, { body, at }: Request): [Endpoint, undefined, Record<string, string>] {
  return [endpoint, body as undefined, { ...at }];
}

/** The ids of fixtures that a sample names. */
function idsIn(sample: Sample): (keyof Fixtures)[] {
  const used = new Set<string>();
  const spy = new Proxy({} as Fixtures & Seqs, {
    get: (_, key) => {
      used.add(String(key));
      return String(key);
    },
  });
  sample(spy, '2026-01-01');
  return [...used].filter((key): key is keyof Fixtures => key.endsWith('Id'));
}

/** Ids that the server has just invented differ from answer to answer and say nothing. */
function plain(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
}

function routesOf({ app }: House): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: object }).prototype;
    return Object.getOwnPropertyNames(prototype).flatMap((name): Route[] => {
      const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      if (typeof handler !== 'function') return [];
      const path: unknown = Reflect.getMetadata('path', handler);
      const method: unknown = Reflect.getMetadata('method', handler);
      if (typeof path !== 'string' || typeof method !== 'number') return [];
      return [
        {
          path,
          method: RequestMethod[method] ?? '',
          access: Reflect.getMetadata(ACCESS, handler) as Access | undefined,
          endpoint: Reflect.getMetadata(ENDPOINT, handler) as Endpoint | undefined,
        },
      ];
    });
  });
}

async function eachDeclared(person: Person) {
  const closed = routesOf(house).filter(({ access }) => access !== 'public');
  const answers = [];
  for (const { path, method, access } of closed) {
    const url = path.replace(':form', 'F2').replace(':seq', '0').replace(':id', crypto.randomUUID());
    const reply = await person.raw({
      method: method as Endpoint['method'],
      url,
      ...(method !== 'GET' && { payload: {} }),
    });
    answers.push({
      route: `${method} ${path}`,
      access: access as Exclude<Access, 'public'>,
      status: reply.status,
      refusal: reply.refusal ?? null,
    });
  }
  return answers;
}

/** Entries of all custody logs. */
async function entries({ database }: House): Promise<number> {
  const row = await database.reads.sql.get<{ n: number }>(
    `SELECT SUM(size) AS n FROM log_head JOIN log ON log.id = log_head.log WHERE kind = 'custody'`,
  );
  return Number(row?.n);
}

/** All that is written anywhere, but for sessions. */
async function everything({ database }: House): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  const tables =
    'resident contact agreement storage staff appointment item command log_leaf emergency log_head notice blind_count';
  for (const table of tables.split(' '))
    counted[table] = Number((await database.reads.sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);
  return counted;
}
