import { base64 } from './base64.ts';
import { jcs } from './jcs.ts';
import {
  formatBefore,
  formatManifest,
  formatPackedFields,
  LONGEST_LINE,
  PACK_FILES,
  PACK_VERSION,
  parseBefore,
  parseManifest,
  parsePackedFields,
} from './pack.ts';
import type { PackedLog } from './pack.ts';
import { seal } from './private-fields.ts';
import { randomFrom, sha256 } from './testing/crypto.ts';
import { LOG } from './testing/leaves.ts';
import { storeOf } from './testing/trees.ts';
import { loadFrontier } from './frontier.ts';
import { utf8 } from './utf8.ts';

const CUSTODY: PackedLog = { folder: 'custody', log: LOG, from: 3, to: 12 };
const ACCESS: PackedLog = { folder: 'access', log: LOG.replace('custody', 'access'), from: 0, to: 0 };

test('the names of the files are what every pack that was handed over says', () => {
  expect(PACK_FILES).toEqual({
    before: 'before.json',
    keys: 'keys.jsonl',
    leaves: 'leaves.jsonl',
    private: 'private.jsonl',
    checkpoints: 'checkpoints.jsonl',
    checkpoint: 'checkpoint',
  });
  expect([PACK_VERSION, LONGEST_LINE]).toEqual([1, 262_144]);
});

describe('pack.json', () => {
  const text = formatManifest({ logs: [CUSTODY, ACCESS] });

  it('is read as it was written, whatever else the writer knew of a log', () => {
    expect(parseManifest(text)).toEqual({ v: 1, logs: [CUSTODY, ACCESS] });
    expect(formatManifest({ logs: [{ ...CUSTODY, id: 7 } as PackedLog] })).toBe(formatManifest({ logs: [CUSTODY] }));
  });

  it('is one exact text', () => {
    expect(formatManifest({ logs: [CUSTODY] })).toBe(
      `{"logs":[{"folder":"custody","from":3,"log":"${LOG}","to":12}],"v":1}\n`,
    );
  });

  it('of a later version is unknown, whatever it holds', () => {
    expect(parseManifest('{"v":2}\n')).toBe('unknown');
    expect(parseManifest('{"logs":"elsewhere","v":3}\n')).toBe('unknown');
  });

  const log = { folder: 'custody', from: 3, log: LOG, to: 12 };
  const manifest = (logs: unknown, v: unknown = 1): string => `${jcs({ logs, v })}\n`;
  test.each([
    ['without its last LF', text.slice(0, -1)],
    ['with a blank for its LF', text.replace('\n', ' ')],
    ['cut', text.slice(0, 20)],
    ['empty', ''],
    ['a text', '"pack"\n'],
    ['null', 'null\n'],
    ['a list', '[]\n'],
    ['spaced', text.replace(',', ', ')],
    ['with a key twice', '{"logs":[],"logs":[],"v":1}\n'],
    ['without a version', '{"logs":[]}\n'],
    ['of version 0', manifest([log], 0)],
    ['of version -1', manifest([log], -1)],
    ['of version 1 as text', manifest([log], '1')],
    ['of no whole version', '{"logs":[],"v":1.5}\n'],
    ['with a key more', `${jcs({ extra: 1, logs: [log], v: 1 })}\n`],
    ['with logs that are no list', manifest({ 0: log })],
    ['without a log', manifest([])],
    ['with a log twice', manifest([log, { ...log, from: 0 }])],
    ['with a log that is none', manifest([log, null])],
    ['with a folder that climbs out', manifest([{ ...log, folder: '../custody' }])],
    ['with a log without a name', manifest([{ ...log, log: 7 }])],
    ['with a negative beginning', manifest([{ ...log, from: -1 }])],
    ['with an end that is a text', manifest([{ ...log, to: '12' }])],
    ['with a key of a log more', manifest([{ ...log, id: 7 }])],
    ['with a key of a log less', manifest([{ folder: 'custody', from: 3, log: LOG }])],
    ['with two lines', `${text}${text}`],
  ])('%s is none', (_, given) => expect(parseManifest(given)).toBeNull());
});

describe('a line of private.jsonl', () => {
  const { digests, openings } = seal({ actorName: '佐藤 花子', note: '' }, randomFrom('pack'), sha256);
  if (!digests) throw new Error('no digests');
  const line = formatPackedFields({ seq: 7, digests, openings });

  it('is read as it was written, with all fields, some, or none left', () => {
    expect(parsePackedFields(line)).toEqual({ seq: 7, digests, openings });
    for (const kept of [openings.slice(1), []])
      expect(parsePackedFields(formatPackedFields({ seq: 7, digests, openings: kept }))).toEqual({
        seq: 7,
        digests,
        openings: kept,
      });
  });

  it('is canonical, whatever the order in which the fields come', () => {
    const fields = Object.fromEntries(openings.map(({ field, r, value }) => [field, { r: base64(r), value }]));
    for (const order of [openings, openings.toReversed()])
      expect(formatPackedFields({ seq: 7, digests, openings: order })).toBe(jcs({ digests, fields, seq: 7 }));
  });

  it('has no LF of its own', () => expect(line).not.toContain('\n'));

  const [opening] = openings;
  const shown = { r: base64(opening?.r ?? new Uint8Array()), value: '佐藤 花子' };
  const of = (change: object): string => jcs({ digests, fields: { actorName: shown }, seq: 7, ...change });
  test('premise: what is changed below was right', () => expect(parsePackedFields(of({}))).not.toBeNull());
  test.each([
    ['no JSON', line.slice(1)],
    ['with an LF', `${line}\n`],
    ['a list', '[]'],
    ['with a key more', of({ extra: 1 })],
    ['with a key less', jcs({ digests, seq: 7 })],
    ['with a number that is a text', of({ seq: '7' })],
    ['with a negative number', of({ seq: -7 })],
    ['without digests', of({ digests: {} })],
    ['with digests that are a list', of({ digests: [] })],
    ['with a digest that is none', of({ digests: { actorName: 'AA==' } })],
    ['with fields that are a list', of({ fields: [] })],
    ['with a field that is a text', of({ fields: { actorName: '佐藤 花子' } })],
    ['with a field without its salt', of({ fields: { actorName: { value: '佐藤 花子' } } })],
    ['with a salt that is no base64', of({ fields: { actorName: { ...shown, r: '?' } } })],
    ['with a value that is no text', of({ fields: { actorName: { ...shown, value: 1 } } })],
  ])('%s is none', (_, given) => expect(parsePackedFields(given)).toBeNull());
});

describe('before.json', () => {
  const { read } = storeOf(Array.from({ length: 21 }, (_, n) => utf8(`entry ${n}`)));

  test.each([1, 2, 3, 8, 13, 20, 21])('of %i entries is read as it was written', (size) => {
    const frontier = loadFrontier(size, read);
    expect(parseBefore(formatBefore(frontier))).toEqual(frontier);
  });

  it('counts the bits of sizes beyond 32 of them', () => {
    const roots = Array.from({ length: 2 }, () => new Uint8Array(32));
    const size = 2 ** 40 + 1;
    expect(parseBefore(formatBefore({ size, roots }))).toEqual({ size, roots });
    expect(parseBefore(formatBefore({ size: 2 ** 40, roots }))).toBeNull();
  });

  const { size, roots } = loadFrontier(13, read);
  const text = formatBefore({ size, roots });
  const of = (change: object): string => `${jcs({ roots: roots.map(base64), size, ...change })}\n`;
  test('premise: what is changed below was right', () => expect(of({})).toBe(text));
  test.each([
    ['without its last LF', text.slice(0, -1)],
    ['with a blank for its LF', text.replace('\n', ' ')],
    ['cut', text.slice(0, -5)],
    ['a list', '[]\n'],
    ['with a key more', of({ extra: 1 })],
    ['without roots', `${jcs({ size })}\n`],
    ['of nothing', of({ roots: [], size: 0 })],
    ['of a size that is a text', of({ size: '13' })],
    ['of another size', of({ size: 12 })],
    ['with a root more', of({ roots: [...roots, roots[0] ?? new Uint8Array()].map(base64) })],
    ['with a root less', of({ roots: roots.slice(1).map(base64) })],
    ['with a root that is a number', of({ roots: [1, 2, 3] })],
    ['with roots that are letters one by one', of({ roots: roots.map(() => [...'AAAA']) })],
    ['with one root that is short', of({ roots: ['AAAA', ...roots.slice(1).map(base64)] })],
    ['with a root that is no base64', of({ roots: ['?', '?', '?'] })],
    ['with a root that is short', of({ roots: roots.map((root) => base64(root.subarray(1))) })],
    ['with roots that are no list', of({ roots: {} })],
  ])('%s is none', (_, given) => expect(parseBefore(given)).toBeNull());
});
