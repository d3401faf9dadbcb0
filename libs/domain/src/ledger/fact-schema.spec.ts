import { code, codes, count, counts, digest, fits, matching, maybe, texts } from './fact-schema.ts';

const words = codes(['a', 'b', 'c']);
const HASH = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const LONG = Array.from({ length: 1_001 }, (_, n) => n);

test.each<[string, (value: unknown) => boolean, readonly unknown[], readonly unknown[]]>([
  ['code', code(['a', 'b']), ['a', 'b'], ['c', '', 1, null, undefined, ['a']]],
  [
    'codes',
    words,
    [['a'], ['a', 'c'], ['a', 'b', 'c']],
    [[], ['b', 'a'], ['a', 'a'], ['d'], ['d', 'a'], ['a', 1], [1, 'a'], 'a', null],
  ],
  [
    'counts',
    counts,
    [[0], [0, 1], [3, 7], LONG.slice(1)],
    [[], [1, 0], [1, 1], [-1], [-1, 0], [0.5], [0, 0.5], ['1'], LONG, 1, null],
  ],
  [
    'texts',
    texts((text) => /^x\d+$/.test(text)),
    [[], ['x1'], ['x1', 'x2'], LONG.slice(100, 150).map((n) => `x${n}`)],
    [
      ['y'],
      ['x2', 'x1'],
      ['x1', 'x1'],
      ['x1', 2],
      ['x1', ['x2']],
      LONG.slice(100, 151).map((n) => `x${n}`),
      'x1',
      null,
    ],
  ],
  ['matching', matching(/^\d+$/), ['5'], [5, '', 'x', ['5'], null]],
  [
    'digest',
    digest,
    [HASH],
    [`x${HASH}`, `${HASH}x`, HASH.slice(1), HASH.replace('I=', 'J='), HASH.replace('C', '-'), [HASH], ''],
  ],
  ['maybe', maybe(words), [null, ['b']], [undefined, [], 'a']],
])('%s', (_, fact, right, wrong) => {
  for (const value of right) expect([value, fact(value)]).toEqual([value, true]);
  for (const value of wrong) expect([value, fact(value)]).toEqual([value, false]);
});

test.each<[string, unknown]>([
  ['a text', ''],
  ['a number', 5],
  ['nothing', null],
  ['what is not there', undefined],
  ['a list', []],
])('facts are no %s', (_, facts) => expect(fits({}, facts)).toBe(false));

test('facts have the keys of their shape, all of them and no other', () => {
  const shape = { of: count, note: maybe(count) };
  expect(fits(shape, { of: 1, note: null })).toBe(true);
  for (const facts of [{ of: 1 }, { of: 1, more: null }, { of: 1, note: null, more: 1 }, { of: 1, note: 'x' }, {}])
    expect(fits(shape, facts)).toBe(false);
});
