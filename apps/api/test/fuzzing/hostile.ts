import fc from 'fast-check';
import type { Json } from './shaped.ts';

/** DEEP stands for lists in lists, two thousand deep: nothing that prints what failed could print them. */
export const DEEP = '@deep';

/** hostile are values that have broken something somewhere once. */
export const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    -1,
    0,
    0.1,
    2 ** 53,
    -(2 ** 63),
    1e308,
    '',
    ' ',
    '0',
    'null',
    '\u0000',
    '\ud800',
    '\u202e',
    'あ'.repeat(5_000),
    "'; DROP TABLE item; --",
    '" OR 1=1 --',
    '%',
    '_',
    '\\',
    '../../../etc/passwd',
    '=1+1',
    'a\r\nBcc: x@example.jp',
    '${7*7}{{7*7}}',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    '0000-00-00',
    '2026-02-30',
    '9999-12-31',
    '+275760-09-13',
    '-000001-01-01',
    '9999-12-31T23:59:59.999Z',
    '2026-11-22T05:00:00+14:00',
    [],
    {},
    [[]],
    [null],
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as Json,
  ),
  fc.constant(DEEP),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

/** Edit changes a value at one of its places: the first number leads to the place, by turns. */
export interface Edit {
  readonly where: readonly number[];
  readonly how: 'put' | 'drop' | 'repeat' | 'rename';
  readonly value: Json;
}

/** edits are a few changes to something that would be accepted. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    where: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
    how: fc.constantFrom('put' as const, 'put' as const, 'drop' as const, 'repeat' as const, 'rename' as const),
    value: hostile,
  }),
  { maxLength: 3 },
);

/** edited applies one change; what has no such place becomes the value itself. */
export function edited(json: Json, { where: [turn, ...rest], how, value }: Edit): Json {
  if (turn === undefined || typeof json !== 'object' || json === null) return value;
  if (isList(json)) {
    const at = json.length === 0 ? 0 : turn % json.length;
    const inside = json[at];
    if (how === 'repeat') return Array.from({ length: 40 }, () => inside ?? value);
    if (how === 'drop' && rest.length === 0) return json.toSpliced(at, 1);
    return json.toSpliced(at, 1, inside === undefined || rest.length === 0 ? value : edited(inside, next(rest)));
  }
  const keys = Object.keys(json);
  const key = keys[keys.length === 0 ? 0 : turn % keys.length];
  if (key === undefined) return value;
  const inside = json[key] ?? null;
  const others = keys.filter((name) => name !== key).map((name) => [name, json[name] ?? null] as const);
  if (how === 'drop' && rest.length === 0) return Object.fromEntries(others);
  if (how === 'rename') return Object.fromEntries([...others, [`${key}x`, inside]]);
  const leads = typeof inside === 'object' && inside !== null && rest.length > 0;
  return Object.fromEntries([...others, [key, leads ? edited(inside, next(rest)) : value]]);

  function next(where: readonly number[]): Edit {
    return { where, how, value };
  }
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
