import { code, codes, counts, maybe, texts } from './fact-schema.ts';

const words = codes(['a', 'b', 'c']);
const LONG = Array.from({ length: 1_001 }, (_, n) => n);

test.each<[string, (value: unknown) => boolean, readonly unknown[], readonly unknown[]]>([
  ['code', code(['a', 'b']), ['a', 'b'], ['c', '', 1, null, undefined, ['a']]],
  ['codes', words, [['a'], ['a', 'c'], ['a', 'b', 'c']], [[], ['b', 'a'], ['a', 'a'], ['d'], ['a', 1], 'a', null]],
  ['counts', counts, [[0], [0, 1], [3, 7], LONG.slice(1)], [[], [1, 0], [1, 1], [-1], [0.5], ['1'], LONG, 1, null]],
  [
    'texts',
    texts((text) => /^x\d+$/.test(text)),
    [[], ['x1'], ['x1', 'x2'], LONG.slice(100, 150).map((n) => `x${n}`)],
    [['y'], ['x2', 'x1'], ['x1', 'x1'], ['x1', 2], LONG.slice(100, 151).map((n) => `x${n}`), 'x1', null],
  ],
  ['maybe', maybe(words), [null, ['b']], [undefined, [], 'a']],
])('%s', (_, fact, right, wrong) => {
  for (const value of right) expect([value, fact(value)]).toEqual([value, true]);
  for (const value of wrong) expect([value, fact(value)]).toEqual([value, false]);
});
