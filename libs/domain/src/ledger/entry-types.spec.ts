import { ENTRY_TYPES, isEntryType } from './entry-types.ts';
import { jcs } from './jcs.ts';
import { parseLeaf } from './leaf.ts';
import { aCheckOut, FACILITY, LOG } from './testing/leaves.ts';
import { vector } from './testing/vectors.ts';

/** A type's shape as it was when the first entry of it was written, from `vectors/entry-shapes.json`. */
interface Shape {
  /** What every entry of the type names. */
  readonly names: readonly ('item' | 'resident' | 'corrects')[];
  readonly logs: readonly ('custody' | 'access')[];
  /** What each fact accepts, parted by ` | `: null, a word, a `<form>`, or `[words]`, of which there are some, in this order. */
  readonly facts: Readonly<Record<string, string>>;
}

const SHAPES = vector('entry-shapes.json') as Readonly<Record<string, Shape>>;

const ID = '0198a3c0-0000-4000-8000-00000000a001';
const KEY = `${LOG}+530d903a+AQ${'A'.repeat(42)}`;
const DIGEST = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';

/** For each form what it accepts; and what no fact at all accepts, because it is next to one of these. */
const FORMS: Readonly<Record<string, readonly unknown[]>> = {
  uuid: [ID],
  staff: [`staff:${ID}`],
  contact: [`contact:${ID}`],
  day: ['2026-11-22', '2028-02-29'],
  instant: ['2026-11-21T22:41:25.123Z'],
  count: [0, 1, 1000],
  counts: [[0], [0, 3]],
  month: ['2026-01', '2026-12'],
  sheet: ['F3-1', 'F16-123456'],
  form: ['F1', 'F17'],
  age: ['20', '100'],
  sha256: [DIGEST],
  key: [KEY, KEY.replace('custody', 'access'), KEY.replace('+AQ', '+Af')],
  'year-ends': [['eligibility-certificate=07-31'], []],
  clock: ['00:00', '17:30', '23:59'],
  clocks: [['08:30', '20:00'], ['23:59'], []],
};
const NEVER: readonly unknown[] = [
  undefined,
  true,
  '',
  0.5,
  -1,
  {},
  [null],
  [''],
  [0.5],
  [3, 0],
  [0, 0],
  'no-such-word',
  `${ID}0`,
  `0${ID}`,
  ID.toUpperCase(),
  `staff:${ID}0`,
  `xstaff:${ID}`,
  `contact:${ID}0`,
  `xcontact:${ID}`,
  'staff:',
  `other:${ID}`,
  'other:',
  'other:nobody',
  'xother:clinic',
  'other:clinicx',
  'other:clinicpharmacy',
  '2026-02-29',
  '2026-11-22x',
  '2026-13',
  '2026-00',
  '2026-001',
  '2026-11-21T22:41:25Z',
  'F3-',
  'F4-1',
  'F3-1234567',
  'F3-x',
  'xF3-1',
  'F3-1x',
  'F',
  'Fx',
  'F123',
  'xF1',
  'F1x',
  '1',
  '1000',
  'x20',
  '20x',
  'xbook',
  'bookx',
  'xno-age',
  'no-agex',
  `x${DIGEST}`,
  `${DIGEST}x`,
  DIGEST.replace('I=', 'J='),
  DIGEST.slice(1),
  `x${KEY}`,
  `${KEY}A`,
  KEY.slice(0, -1),
  KEY.replace('+AQ', '+AP'),
  KEY.replace('custody', 'views'),
  KEY.replace('530', '53'),
  KEY.replace('a+', '+'),
  KEY.replace(FACILITY, ''),
  `${KEY.slice(0, -1)}-`,
  ['24:00'],
  ['08:60'],
  ['8:30'],
  ['x08:30'],
  ['08:30x'],
  ['20:00', '08:30'],
  ['19:00', '3x:00'],
  ['eligibility-certificate='],
];

/** What an alternative accepts outright; a list of words accepts all, one, and whatever else keeps its order. */
function examples(alternative: string): readonly unknown[] {
  if (alternative === 'null') return [null];
  if (alternative.startsWith('<')) return FORMS[alternative.slice(1, -1)] ?? [];
  const words = wordsIn(alternative);
  return words === null ? [alternative] : [words, ...words.map((word) => [word])];
}

function wordsIn(alternative: string): readonly string[] | null {
  return alternative.startsWith('[') ? alternative.slice(1, -1).split(', ') : null;
}

function alternatives(fact: string): readonly string[] {
  return fact.split(' | ');
}

function isAccepted(fact: string, text: string): boolean {
  return alternatives(fact).some((alternative) => {
    const words = wordsIn(alternative);
    if (words === null) return examples(alternative).some((example) => textOf(example) === text);
    const kept = words.filter((word) => text.includes(textOf(word)));
    return kept.length > 0 && text === textOf(kept);
  });
}

function textOf(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

const ALTERNATIVES = [
  ...new Set(Object.values(SHAPES).flatMap(({ facts }) => Object.values(facts).flatMap(alternatives))),
];
const LISTS = ALTERNATIVES.flatMap((one) => wordsIn(one) ?? []);
const PROBES = new Map(
  [...NEVER, ...ALTERNATIVES.flatMap(examples), ...LISTS, ...ALTERNATIVES.flatMap(misordered)].map((value) => [
    textOf(value),
    value,
  ]),
);

function misordered(alternative: string): readonly unknown[] {
  const words = wordsIn(alternative) ?? [];
  return words.length > 1 ? [words.toReversed(), [words[0], words[0]]] : [];
}

/** A leaf of the type that has all it needs, and for each fact its first example. */
function leafOf(type: string, { names, logs, facts }: Shape, log = logs[0]) {
  const about = (name: 'item' | 'resident') => (names.includes(name) ? ID : null);
  return {
    ...aCheckOut(),
    prior: null,
    type,
    log: LOG.replace('custody', String(log)),
    seq: type === 'log.opened' ? 0 : 123,
    item: about('item'),
    resident: about('resident'),
    corrects: names.includes('corrects') ? 17 : null,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [
        name,
        name === 'key' ? KEY.replace('custody', String(log)) : examples(alternatives(fact)[0] ?? '')[0],
      ]),
    ),
  };
}

test('no type is without its shape', () => expect(Object.keys(ENTRY_TYPES)).toEqual(Object.keys(SHAPES)));

test.each(['toString', '__proto__', '', 'item.weighed', 'Item.moved'])('%j is no type', (type) =>
  expect(isEntryType(type)).toBe(false),
);

describe.each(Object.entries(SHAPES))('%s', (type, shape) => {
  const judged = (leaf: unknown) => {
    const parsed = parseLeaf(jcs(leaf));
    return parsed.kind === 'malformed' ? parsed.at : parsed.kind;
  };

  test('accepts for each fact what it always did, and nothing else', () => {
    const checks: Readonly<Record<string, (value: unknown) => boolean>> = ENTRY_TYPES[type as keyof typeof ENTRY_TYPES];
    expect(Object.keys(checks)).toEqual(Object.keys(shape.facts));
    for (const [name, fact] of Object.entries(shape.facts))
      for (const [text, value] of PROBES)
        if (checks[name]?.(value) !== isAccepted(fact, text)) throw new Error(`${name}: ${text}`);
  });

  test('is written in its logs only, with all that it names', () => {
    for (const log of ['custody', 'access'] as const)
      expect(judged(leafOf(type, shape, log))).toBe(shape.logs.includes(log) ? 'leaf' : 'log');
    const leaf = leafOf(type, shape);
    for (const name of ['item', 'resident'] as const)
      expect(judged({ ...leaf, [name]: leaf[name] === null ? ID : null })).toBe(
        shape.names.includes(name) ? name : 'leaf',
      );
    expect(judged({ ...leaf, corrects: leaf.corrects === null ? 0 : null })).toBe('corrects');
  });
});
