import type { Endpoint } from '@azukari/contract';
import fc from 'fast-check';
import * as z from 'zod';
import { ENDPOINTS } from '../src/http/openapi.ts';
import { LedgerCheck } from '../src/ledger/ledger-check.ts';
import { ON_POSTGRES } from '../src/testing/databases.ts';
import { fixturesOf } from '../src/testing/fixtures.ts';
import { openHouse } from '../src/testing/house.ts';
import type { House } from '../src/testing/house.ts';
import type { Person } from '../src/testing/person.ts';
import { SAMPLES } from '../src/testing/samples.ts';
import type { Fixtures, Seqs } from '../src/testing/things.ts';
import { DEEP, edited, edits, hostile } from './fuzzing/hostile.ts';
import type { Edit } from './fuzzing/hostile.ts';
import { ID, shaped } from './fuzzing/shaped.ts';
import type { Json } from './fuzzing/shaped.ts';

/** `npm run fuzz` asks for more of them, from another seed each time; what no endpoint foresaw seldom reaches the database. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? (ON_POSTGRES ? 300 : 1_000));
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261122);
/** People leave, sign out and lock themselves out; then others take their places. */
const A_HOUSE = 2_500;
/** What is drawn or packed takes its time: it is asked for a tenth as often. */
const OFTEN = 10;

const LISTS_IN_LISTS = '['.repeat(2_000) + ']'.repeat(2_000);
const LEAKS = /node_modules|\bat \S+ \(|\.ts:\d|SQLITE_|SELECT |INSERT |UPDATE |syntax error/;

type Asked = (typeof ENDPOINTS)[number];

/** Shot is a request before it is known to which house it goes. */
interface Shot {
  readonly name: string;
  readonly by: number;
  /** Which ids stand in it, by turns. */
  readonly ids: readonly number[];
  /** Null: the sample of this endpoint is the body that is changed. */
  readonly body: Json | undefined;
  readonly edits: readonly Edit[];
  readonly at: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly torn: boolean;
}

const nonsense = fc.oneof(
  fc.constantFrom('%', '%00', '..%2f..%2fetc', '%zz', '-1', '0', '1e9', 'a'.repeat(3_000), '%F0%9F%98%80'),
  fc.string({ maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
);

function shotsAt({ name, body, query }: Asked): fc.Arbitrary<Shot> {
  const schemaOf = (of: z.ZodType): object => z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' });
  const inQuery = Object.keys(query?.shape ?? {});
  return fc.record({
    name: fc.constant(name),
    by: fc.nat(9),
    ids: fc.array(fc.nat(200), { minLength: 3, maxLength: 3 }),
    body:
      body === undefined
        ? fc.constant(undefined)
        : fc.oneof(
            { weight: 5, arbitrary: fc.constant(undefined) },
            { weight: 4, arbitrary: shaped(schemaOf(body)) },
            { weight: 1, arbitrary: hostile },
          ),
    edits: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: edits }),
    at: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: nonsense }),
    query: fc.dictionary(fc.constantFrom(...inQuery, 'cursor', 'limit', '__proto__', 'x[]'), nonsense, { maxKeys: 3 }),
    torn: fc.nat(30).map((n) => n === 0),
  });
}

const often = ENDPOINTS.filter(({ type }) => type === undefined);
const rare = ENDPOINTS.filter(({ type }) => type !== undefined);
const shots = fc.oneof(
  { weight: OFTEN * often.length, arbitrary: fc.constantFrom(...often).chain(shotsAt) },
  { weight: rare.length, arbitrary: fc.constantFrom(...rare).chain(shotsAt) },
);

/** Range is a house under fire, with everything in it and some of the people who come. */
interface Range {
  readonly house: House;
  readonly things: readonly (Fixtures & Seqs)[];
  readonly people: readonly Person[];
}

async function openRange(): Promise<Range> {
  const house = await openHouse({ demo: true });
  const things = [await fixturesOf(house, house), await fixturesOf(house.second, house)];
  const floor = await house.signIn((await house.aStaff()).loginId);
  return { house, things, people: [house.manager, house.manager, house.second.manager, floor, house.nobody] };
}

/** What is asked for by whom is only known once a house stands. */
function requestOf({ things, house }: Range, endpoint: Asked, shot: Shot) {
  const [own] = things;
  if (!own) throw new Error('premise: things');
  const sample = SAMPLES[endpoint.name as keyof typeof SAMPLES](own, house.clock.today());
  const ids = things.flatMap((of) => Object.values(of).filter((value): value is string => typeof value === 'string'));
  let turn = 0;
  const written = (json: Json): string =>
    JSON.stringify(json)
      .replaceAll(`"${ID}"`, () => JSON.stringify(ids[(shot.ids[turn++ % 3] ?? 0) % ids.length]))
      .replaceAll(`"${DEEP}"`, LISTS_IN_LISTS);
  const whole = { commandId: crypto.randomUUID(), ...sample.body } as Json;
  const body = endpoint.body === undefined ? undefined : shot.edits.reduce(edited, shot.body ?? whole);
  const path = endpoint.path.replaceAll(
    /:(\w+)/g,
    (_, key: string) => shot.at ?? sample.at?.[key] ?? crypto.randomUUID(),
  );
  const query = new URLSearchParams(shot.query).toString();
  const text = body === undefined ? undefined : written(body);
  return {
    method: endpoint.method,
    url: query === '' ? path : `${path}?${query}`,
    payload: shot.torn ? text?.slice(0, -1) : text,
    headers: { 'x-azukari': '1', ...(text !== undefined && { 'content-type': 'application/json' }) },
  };
}

async function comeBack(person: Person, { house }: Range): Promise<void> {
  if (person === house.nobody) return;
  await person.signIn().catch(() => undefined);
}

test(`${String(REQUESTS)} requests that nobody foresaw get an answer each, and the record stays whole`, async () => {
  const answered = new Map<number, number>();
  const asked = new Map<string, number>();
  let range = await openRange();
  let left = A_HOUSE;
  const whole = async (): Promise<void> => {
    const check = range.house.app.get(LedgerCheck, { strict: false });
    await check.run();
    expect(check.broken).toBe(false);
    expect('polluted' in {}).toBe(false);
  };
  const property = fc.asyncProperty(shots, async (shot) => {
    if (left-- === 0) {
      await whole();
      await range.house.close();
      range = await openRange();
      left = A_HOUSE;
    }
    const endpoint = ENDPOINTS.find(({ name }) => name === shot.name);
    const person = range.people[shot.by % range.people.length];
    if (!endpoint || !person) throw new Error('premise: somebody asks for something');
    const { status, text, headers } = await person.raw<Endpoint>(requestOf(range, endpoint, shot));
    answered.set(status, (answered.get(status) ?? 0) + 1);
    if (status < 300) asked.set(shot.name, (asked.get(shot.name) ?? 0) + 1);
    if (status === 401) await comeBack(person, range);
    expect([shot.name, status, status < 500]).toEqual([shot.name, status, true]);
    if (status >= 400)
      expect([shot.name, headers['content-type']]).toEqual([shot.name, expect.stringContaining('json')]);
    if (headers['content-type'] !== 'application/zip' && headers['content-type'] !== 'application/pdf')
      expect(text).not.toMatch(LEAKS);
  });
  try {
    await fc.assert(property, { numRuns: REQUESTS, seed: SEED, endOnFailure: true });
    await whole();
  } finally {
    await range.house.close();
  }
  const accepted = [...answered].reduce((sum, [status, n]) => (status < 300 ? sum + n : sum), 0);
  // Requests that are all refused at the door would prove little.
  expect(accepted).toBeGreaterThan(REQUESTS / 10);
  if (process.env['FUZZ_REQUESTS'] !== undefined)
    console.log(
      `seed ${String(SEED)}: ${[...answered].map(([status, n]) => `${String(n)} × ${String(status)}`).join(', ')}; ${String(asked.size)} of ${String(ENDPOINTS.length)} endpoints said yes`,
    );
}, 3_600_000);
