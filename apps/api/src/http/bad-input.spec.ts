import { enrolTablet, importList, listItems, listResidents, signIn } from '@azukari/contract';
import type { Endpoint } from '@azukari/contract';
import * as z from 'zod';
import { fixturesOf } from '../testing/fixtures.ts';
import type { Fixtures, Seqs } from '../testing/things.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { SAMPLES } from '../testing/samples.ts';
import { ENDPOINTS } from './openapi.ts';

type Json = Readonly<Record<string, unknown>>;
type Path = readonly string[];

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly freeText?: boolean;
  readonly maxLength?: number;
}

const WITH_BODY = ENDPOINTS.filter(({ body }) => body !== undefined);
const JSON_HEADERS = { 'x-azukari': '1', 'content-type': 'application/json' };
const NUMBER = '123456789018';
const FORBIDDEN: readonly (readonly [text: string, reason: string])[] = [
  [NUMBER, 'personal-number'],
  ['１２３４ ５６７８ ９０１８', 'personal-number'],
  ['暗証番号は4649です', 'pin'],
  ['記号12 番号345', 'insured-number'],
  ['あ\u0007い', 'control-character'],
  ['あ\u200bい', 'control-character'],
];

let house: House;
let things: Fixtures & Seqs;
let before: number;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  things = await fixturesOf(house, house);
  before = await house.ledgerSize();
});
afterAll(async () => {
  // Nothing in this suite was ever accepted.
  expect(await house.ledgerSize()).toBe(before);
  await house.close();
});

describe.each(WITH_BODY.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (_, endpoint) => {
  const ask = (body: unknown) => {
    const { at } = accepted(endpoint);
    const url = endpoint.path.replaceAll(/:(\w+)/g, (_match, key: string) => at?.[key] ?? '');
    return house.manager.raw({ method: endpoint.method, url, payload: body, headers: JSON_HEADERS });
  };

  it('refuses what is no object', async () => {
    for (const body of [[], 7, null, 'text']) expect((await ask(JSON.stringify(body))).status).toBe(400);
  });

  it('names a key that it does not know', async () => {
    expect(await ask({ ...accepted(endpoint).body, pin: 'x' })).toMatchObject({
      status: 400,
      issues: [{ path: 'pin', code: 'unknown-key' }],
    });
  });

  it('repeats no key that is a text of its own', async () => {
    for (const key of [NUMBER, '暗証番号は4649です', 'my pin', 'a'.repeat(41)]) {
      const reply = await ask({ ...accepted(endpoint).body, [key]: 'x' });
      expect([reply.status, reply.issues]).toEqual([400, [{ path: '?', code: 'unknown-key' }]]);
      expect(reply.text).not.toContain(key);
    }
  });

  it('refuses a wrong type in every field, and says in which', async () => {
    const { body = {} } = accepted(endpoint);
    for (const key of Object.keys(body)) {
      const reply = await ask({ ...body, [key]: { wrong: true } });
      expect([key, reply.status, reply.issues?.every(({ path }) => path.split('.')[0] === key)]).toEqual([
        key,
        400,
        true,
      ]);
    }
  });

  it('refuses in every free text what must never be stored, names the field, and repeats nothing', async () => {
    const { body = {} } = accepted(endpoint);
    for (const { path, maxLength } of freeTexts(endpoint)) {
      for (const [text, reason] of FORBIDDEN) {
        if ([...text].length > maxLength) continue;
        const reply = await ask(put(body, path, text));
        expect([reply.status, reply.refusal]).toEqual([422, { kind: 'forbidden-text', field: path.join('.'), reason }]);
        expect(reply.text).not.toContain(text);
      }
      for (const length of [maxLength + 1, maxLength * 2 + 1, 20_000])
        expect(await ask(put(body, path, 'あ'.repeat(length)))).toMatchObject({
          status: 400,
          issues: [{ path: path.join('.'), code: 'too-long' }],
        });
    }
  });
});

test('a free text never leaves the first release without its guard: these are all of them', () => {
  const all = WITH_BODY.flatMap((endpoint) =>
    freeTexts(endpoint).map(({ path }) => `${endpoint.name}.${path.join('.')}`),
  );
  expect(all.length).toBeGreaterThan(50);
  // Every string that a body takes is one of: an id, a day, a month, a moment, a code, a sign-in name, a secret, a table, or free text.
  const plain = WITH_BODY.flatMap((endpoint) =>
    stringsOf(z.toJSONSchema(endpoint.body as z.ZodType, { io: 'input', unrepresentable: 'any' }), [endpoint.name]),
  );
  expect(plain.sort()).toEqual([
    'addDemoFacility.manager.loginId',
    'addDemoFacility.manager.password',
    'addPasskey.response.id',
    'addPasskey.response.response.attestationObject',
    'addPasskey.response.response.clientDataJSON',
    'addStaff.loginId',
    'changePassword.current',
    'changePassword.next',
    'confirmTotp.code',
    'enrolTablet.code',
    'setDemoPassword.password',
    'setUp.code',
    'setUp.manager.loginId',
    'setUp.manager.password',
    'signIn.code',
    'signIn.loginId',
    'signIn.next',
    'signIn.password',
    'signInAgain.code',
    'signInAgain.password',
    'signInAgainByPasskey.response.id',
    'signInAgainByPasskey.response.response.authenticatorData',
    'signInAgainByPasskey.response.response.clientDataJSON',
    'signInAgainByPasskey.response.response.signature',
    'signInAgainByPasskey.response.response.userHandle',
    'signInAtTablet.code',
    'signInAtTablet.next',
    'signInAtTablet.password',
    'signInByPasskey.response.id',
    'signInByPasskey.response.response.authenticatorData',
    'signInByPasskey.response.response.clientDataJSON',
    'signInByPasskey.response.response.signature',
    'signInByPasskey.response.response.userHandle',
    'startReconciliation.month',
  ]);
});

describe('a search', () => {
  test.each([listResidents, listItems])('refuses a number that must never be stored: $path', async (endpoint) => {
    const reply = await house.manager.send<Endpoint>(endpoint, undefined, { q: NUMBER });
    expect([reply.status, reply.refusal]).toEqual([
      422,
      { kind: 'forbidden-text', field: 'q', reason: 'personal-number' },
    ]);
  });
});

describe('a body', () => {
  it('that is no JSON is unreadable, and one that is too large is too large', async () => {
    const url = listResidents.path;
    for (const payload of ['{', '', '{"a":1,}'])
      expect(await house.manager.raw({ method: 'POST', url, payload, headers: JSON_HEADERS })).toMatchObject({
        status: 400,
      });
    const large = JSON.stringify({ commandId: crypto.randomUUID(), name: 'あ'.repeat(400_000) });
    expect(await house.manager.raw({ method: 'POST', url, payload: large, headers: JSON_HEADERS })).toMatchObject({
      status: 413,
      issues: [{ path: '', code: 'too-large' }],
    });
    // A list may be longer, and has an end all the same.
    const list = (letters: number) => ({
      method: 'POST' as const,
      url: importList.path,
      payload: JSON.stringify({ rows: 'a'.repeat(letters) }),
      headers: JSON_HEADERS,
    });
    expect((await house.manager.raw(list(1_500_000))).status).toBe(400);
    expect((await house.manager.raw(list(importList.largestBytes))).status).toBe(413);
  });

  it('with half a character in a secret is refused by name, wherever the schema lets any text in', async () => {
    const half = 'a\ud800';
    for (const [{ path: url }, body] of [
      [signIn, { loginId: 'manager', password: half }],
      [enrolTablet, { code: half }],
    ] as const)
      expect(
        await house.nobody.raw({ method: 'POST', url, payload: JSON.stringify(body), headers: JSON_HEADERS }),
      ).toMatchObject({ status: 422, refusal: { kind: 'forbidden-text', reason: 'control-character' } });
  });

  it('with an id in the path that is no id is malformed', async () => {
    expect(await house.manager.raw({ method: 'GET', url: '/api/residents/1' })).toMatchObject({
      status: 400,
      issues: [{ path: 'id', code: 'uuid' }],
    });
  });
});

function accepted(endpoint: (typeof ENDPOINTS)[number]): {
  readonly body?: Json;
  readonly at?: Readonly<Record<string, string>>;
} {
  const { body, at } = SAMPLES[endpoint.name as keyof typeof SAMPLES](things, house.clock.today());
  const wantsId = 'commandId' in ((endpoint.body as z.ZodObject).shape as object);
  // Only somebody who is not staff is named by a text.
  const holder = body &&
    'holder' in body && { holder: { kind: 'other', relation: 'family', name: '長女', contactId: null } };
  return { body: { ...(wantsId && { commandId: crypto.randomUUID() }), ...body, ...holder }, ...(at && { at }) };
}

function freeTexts({ body }: Endpoint): { readonly path: Path; readonly maxLength: number }[] {
  return walk(z.toJSONSchema(body as z.ZodType, { io: 'input', unrepresentable: 'any' }), []).flatMap(
    ({ path, shape }) => (shape.freeText ? [{ path, maxLength: shape.maxLength ?? 0 }] : []),
  );
}

/** Strings with neither a form, a list of words, nor the guard. */
function stringsOf(schema: object, from: Path): string[] {
  return walk(schema, from)
    .filter(
      ({ shape }) =>
        'type' in shape && shape.type === 'string' && !shape.freeText && !['enum', 'const'].some((key) => key in shape),
    )
    .filter(({ path }) => !/(Id|Ids|On|At|sheet|signedOn|from|to|on|birthDate|at|asOf|date)$/.test(path.at(-1) ?? ''))
    .concat(walk(schema, from).filter(({ path }) => path.at(-1) === 'loginId'))
    .map(({ path }) => path.join('.'));
}

function walk(schema: object, path: Path): { readonly path: Path; readonly shape: Shape }[] {
  const shape = schema as Shape;
  return [
    { path, shape },
    ...Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => walk(inner, [...path, key])),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((inner) => walk(inner, path)),
  ];
}

function put(body: Json, [key = '', ...rest]: Path, text: string): Json {
  return { ...body, [key]: rest.length === 0 ? text : put(body[key] as Json, rest, text) };
}
