import * as z from 'zod';
import * as contract from './index.ts';
import type { Endpoint } from './index.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';
const HOLDER = { kind: 'staff', staffId: ID } as const;
const CHECK_OUT = {
  commandId: ID,
  itemIds: [OTHER_ID],
  purpose: 'outpatient',
  holder: HOLDER,
  dueBackAt: '2026-11-22T17:30:00+09:00',
};

const endpoints = Object.entries<unknown>(contract).filter(
  (entry): entry is [string, Endpoint] =>
    typeof entry[1] === 'object' && entry[1] !== null && 'method' in entry[1] && 'answer' in entry[1],
);
const bodies = endpoints.flatMap(([name, { body }]) => (body ? [{ name, body }] : []));
// A name that was mistyped in an address would ask for more than was meant.
const queries = endpoints.flatMap(([name, { query }]) =>
  query ? [{ name: `the address of ${name}`, body: query }] : [],
);

/** Every text of a body, by its path, as JSON Schema describes it. */
function texts(schema: unknown, path = ''): { path: string; schema: Record<string, unknown> }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Record<string, unknown>;
  const own = node['type'] === 'string' ? [{ path, schema: node }] : [];
  const properties = Object.entries(node['properties'] ?? {}).flatMap(([key, value]) => texts(value, `${path}.${key}`));
  const items = texts(node['items'], `${path}[]`);
  const alternatives = ['anyOf', 'oneOf', 'allOf'].flatMap((key) =>
    ((node[key] ?? []) as unknown[]).flatMap((one) => texts(one, path)),
  );
  return [...own, ...properties, ...items, ...alternatives];
}

const drawn = (body: z.ZodType): unknown => z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });

describe('the contract', () => {
  test('premise: there are verbs, and most have a body', () => {
    expect(endpoints.length).toBeGreaterThan(50);
    expect(bodies.length).toBeGreaterThan(35);
  });

  test('no two verbs share method and path', () => {
    const keys = endpoints.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([...bodies, ...queries])('$name refuses a key that it does not know', ({ body }) => {
    const result = body.safeParse({ anotherKey: 1 });
    expect(result.error?.issues).toContainEqual(
      expect.objectContaining({ code: 'unrecognized_keys', keys: ['anotherKey'] }),
    );
  });

  test.each(bodies)(
    '$name has no text without a form: an id, a code, a moment, or free text behind the guard',
    ({ body }) => {
      const open = texts(drawn(body)).filter(
        ({ schema }) =>
          !schema['freeText'] &&
          !schema['secret'] &&
          !schema['table'] &&
          !schema['pattern'] &&
          !schema['format'] &&
          !schema['enum'] &&
          !schema['const'],
      );
      // Days are checked by a rule that JSON Schema cannot show; the set-up code is compared and never kept.
      expect(
        open.map(({ path }) => path).filter((path) => !/(On|Date|\.from|\.to|\.on|\.asOf|\.date|\.code)$/.test(path)),
      ).toEqual([]);
    },
  );

  test('no verb has a place for a PIN, a personal number, an insured number or a picture of a card', () => {
    const names = endpoints.flatMap(([, { body, query, answer }]) =>
      [body, query, answer].flatMap((schema) =>
        schema ? JSON.stringify(drawn(schema)).match(/"([A-Za-z]+)":\{/g) : [],
      ),
    );
    expect(
      names.filter((name) =>
        /pin"|pinCode|myNumber|personalNumber|insuredNumber|insurerNumber|image|photo|picture|cardNumber/i.test(
          name ?? '',
        ),
      ),
    ).toEqual([]);
  });
});

describe('checkOut', () => {
  test.each([
    ['the least', CHECK_OUT],
    ['no due time', { ...CHECK_OUT, purpose: 'hospital-stay', dueBackAt: null }],
    [
      'somebody else as holder',
      { ...CHECK_OUT, holder: { kind: 'other', name: '送迎の田中', relation: 'other' }, note: '雨' },
    ],
  ])('accepts %s', (_, body) => {
    expect(contract.checkOut.body.safeParse(body).error).toBeUndefined();
  });

  test.each([
    ['a moment without an offset', { dueBackAt: '2026-11-22T17:30:00' }, 'dueBackAt'],
    ['an id in capitals', { itemIds: [OTHER_ID.replaceAll('0', 'A')] }, 'itemIds.0'],
    ['the same item twice', { itemIds: [ID, ID] }, 'itemIds'],
    [
      '101 items',
      { itemIds: Array.from({ length: 101 }, (_, n) => `${ID.slice(0, -3)}${String(n).padStart(3, '0')}`) },
      'itemIds',
    ],
    ['a holder of neither kind', { holder: { kind: 'nobody' } }, 'holder.kind'],
    ['a personal number in full width', { note: '１２３４５６７８９０１８' }, 'note'],
    ['a PIN', { destination: '暗証番号は4649です' }, 'destination'],
  ])('refuses %s', (_, given, path) => {
    const result = contract.checkOut.body.safeParse({ ...CHECK_OUT, ...given });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  test('turns any offset into UTC milliseconds, trims, and makes text NFC', () => {
    const read = contract.checkOut.body.parse({ ...CHECK_OUT, note: ' か\u3099 ' });
    expect(read).toMatchObject({ dueBackAt: '2026-11-22T08:30:00.000Z', note: 'が', destination: null, foundIds: [] });
  });
});

describe('a day', () => {
  const { printedExpiresOn } = contract.takeIn.body.shape;
  test.each(['1800-01-01', '2028-02-29', '2999-12-31'])('is %s', (text) =>
    expect(printedExpiresOn.safeParse(text).success).toBe(true),
  );
  test.each(['9999-12-31', '3000-01-01', '1799-12-31', '0026-11-22', '2027-02-29', '２０２６-11-22'])(
    'of which the rules can reckon no other is refused: %s',
    (text) => expect(printedExpiresOn.safeParse(text).error?.issues[0]?.message).toBe('day'),
  );
});

describe('free text', () => {
  test('counts letters as people do: 𠮷 is one', () => {
    const name = contract.registerResident.body.shape.name;
    expect(name.safeParse('𠮷'.repeat(60)).success).toBe(true);
    expect(name.safeParse('𠮷'.repeat(61)).error?.issues[0]?.message).toBe('too-long');
    expect(name.safeParse('  ').error?.issues[0]?.message).toBe('empty');
  });

  test('the refused text is not in the refusal', () => {
    const result = contract.checkOut.body.safeParse({ ...CHECK_OUT, note: '個人番号 123456789018' });
    expect(JSON.stringify(result.error?.issues)).toContain('forbidden:personal-number');
    expect(JSON.stringify(result.error?.issues)).not.toContain('123456789018');
  });
});

describe('a check-out for an ambulance', () => {
  const CREW = { kind: 'other', relation: 'ambulance', name: '救急隊' } as const;
  const emergency = { ...CHECK_OUT, purpose: 'emergency', holder: CREW, dueBackAt: null };
  const read = (body: unknown) => contract.checkOut.body.safeParse(contract.withoutEmergencyText(body));
  const secret = '暗証番号 1234';

  test('is read without its texts, whatever they hold', () =>
    expect(read({ ...emergency, note: secret, destination: '院'.repeat(500) }).data).toMatchObject({
      note: null,
      destination: null,
      holder: CREW,
    }));

  test.each([secret, '隊'.repeat(500)])('leaves out a name of the crew that may not be kept', (name) =>
    expect(read({ ...emergency, holder: { ...CREW, name } }).data?.holder).toMatchObject({ name: '' }),
  );

  test.each([{ pin: '1234' }, { itemIds: [] }, { holder: { ...HOLDER, pin: '1' } }, { holder: undefined }])(
    'is as strict as any other in all else: %j',
    (wrong) => expect(read({ ...emergency, ...wrong }).success).toBe(false),
  );

  test.each([
    { ...CHECK_OUT, note: secret },
    { ...CHECK_OUT, purpose: 'other', destination: secret },
    null,
    [],
    'text',
  ])('is the only one: %j', (body) => {
    expect(contract.withoutEmergencyText(body)).toBe(body);
    expect(read(body).success).toBe(false);
  });
});
