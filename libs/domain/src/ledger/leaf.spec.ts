import { jcs } from './jcs.ts';
import { LEAF_VERSION, leafText, parseLeaf } from './leaf.ts';
import type { Leaf } from './leaf.ts';
import { sha256 } from './testing/crypto.ts';
import { LOG, aCheckOut } from './testing/leaves.ts';
import { leafHash } from './tree.ts';
import { utf8 } from './utf8.ts';

const leaf = aCheckOut();
const parseOf = (value: unknown) => parseLeaf(jcs(value));
const UUID = '0198a3c0-0000-4000-8000-00000000ffff';

describe('the golden leaf', () => {
  const TEXT =
    '{"actor":"staff:0198a3c0-0000-4000-8000-00000000a001","auth":"badge","authAge":42,"behind":0,' +
    '"command":"0198a3c0-0000-4000-8000-00000000c001","corrects":null,"device":"0198a3c0-0000-4000-8000-00000000d001",' +
    '"facts":{"contact":null,"dueBackAt":"2026-11-22T08:00:00.000Z","holder":"staff:0198a3c0-0000-4000-8000-00000000a001",' +
    '"purpose":"outpatient","sheet":null},"item":"0198a3c0-0000-4000-8000-00000000e001",' +
    '"log":"azukari/0198a3c0-0000-4000-8000-00000000f001/custody","occurredAt":null,"part":0,"parts":1,"prior":17,' +
    '"private":"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=","recordedAt":"2026-11-21T22:41:25.123Z",' +
    '"resident":"0198a3c0-0000-4000-8000-00000000b001","seq":123,"type":"item.checked-out","v":1}';

  test('never changes by a byte: this text and this hash are in logs of facilities', () => {
    expect(leafText(leaf)).toBe(TEXT);
    expect(Buffer.from(leafHash(utf8(TEXT), sha256)).toString('hex')).toBe(
      'd96fc51ffea6e953f66481a98f334366cd1c00568e083ea80592f8c7f5fe580a',
    );
  });

  test('is read back', () => expect(parseLeaf(TEXT)).toEqual({ kind: 'leaf', leaf }));
});

describe('a key', () => {
  const keys = Object.keys(leaf) as (keyof Leaf)[];
  test.each(keys)('%s missing is refused', (key) => {
    const { [key]: _, ...rest } = leaf;
    expect(parseOf(rest)).toEqual({ kind: 'malformed', at: key === 'v' ? 'v' : 'keys' });
  });

  test('more is refused', () => expect(parseOf({ ...leaf, x: 1 })).toEqual({ kind: 'malformed', at: 'keys' }));
  test('exchanged for another is refused', () => {
    const { device: _, ...rest } = leaf;
    expect(parseOf({ ...rest, devise: null })).toEqual({ kind: 'malformed', at: 'keys' });
  });

  const WRONG: Readonly<Record<keyof Leaf, readonly unknown[]>> = {
    actor: [
      null,
      '',
      'staff',
      `staff:${UUID.toUpperCase()}`,
      `other:${UUID}`,
      `staff:${UUID} `,
      `staff:${UUID}\n`,
      'System',
      'xsystem',
      'systemx',
      `xstaff:${UUID}`,
      [`staff:${UUID}`],
    ],
    auth: [null, '', 'pin', 'Badge', 1],
    authAge: [-1, '42', true],
    behind: [null, -1, '0'],
    command: [null, '', 'x', UUID.toUpperCase()],
    corrects: ['1', -1, 122, 123, [1]],
    device: ['', 'tablet', 1],
    facts: [
      null,
      [],
      {},
      'x',
      { ...leaf.facts, more: 1 },
      { ...leaf.facts, purpose: 'shopping' },
      { ...leaf.facts, purpose: true },
    ],
    item: ['', 1, null],
    log: [null, '', `${LOG}/`, LOG.replace('custody', 'views'), LOG.replace('custody', 'access'), `x${LOG}`],
    occurredAt: ['', '2026-11-21', '2026-11-21T22:41:25Z', '2026-11-21T22:41:25.124Z', '2026-02-30T00:00:00.000Z'],
    part: [null, -1, 1, '0'],
    parts: [null, 0, -1, '1'],
    prior: ['', -1, 123, 124],
    private: ['', 'AAAA', 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=', 1],
    recordedAt: [
      null,
      '',
      0,
      '2026-11-21T22:41:25.123+00:00',
      '+002026-11-21T22:41:25.123Z',
      '2026-11-21T24:00:00.000Z',
    ],
    resident: ['', 1, 'x'],
    seq: [null, -1, '123', 0],
    type: [null, '', 'x', 1, 'Item.moved', 'item.moved\n', 'Xitem.weighed', 'item.weighedX', ['item.checked-out']],
    v: [null, 0, -1, '1', true],
  };
  test.each(keys.flatMap((key) => WRONG[key].map((value) => [key, value] as const)))(
    '%s as %j is refused',
    (key, value) => expect(parseOf({ ...leaf, [key]: value }).kind).toBe('malformed'),
  );
});

test.each([
  ['type', 'Item.moved'],
  ['facts', {}],
  ['facts', { ...leaf.facts, purpose: 'shopping' }],
])('what is wrong is named: %s as %j', (at, value) =>
  expect(parseOf({ ...leaf, [at]: value })).toEqual({ kind: 'malformed', at }),
);

describe('numbers beyond what JSON keeps', () => {
  test.each(['123.0', '1.23e2', '0123', '-0', '9007199254740993', '1e400'])('seq as %s is refused', (seq) =>
    expect(parseLeaf(leafText(leaf).replace('"seq":123', `"seq":${seq}`))).toEqual({ kind: 'malformed', at: 'text' }),
  );
});

test.each(['[]', '1', 'null', '"text"', ''])('%j is no leaf', (text) =>
  expect(parseLeaf(text)).toEqual({ kind: 'malformed', at: 'text' }),
);

describe('what is new', () => {
  test('has facts all the same', () =>
    expect(parseOf({ ...leaf, type: 'item.weighed', facts: [5] })).toEqual({ kind: 'malformed', at: 'facts' }));
  test('a later version cannot be judged', () =>
    expect(parseOf({ ...leaf, v: LEAF_VERSION + 1 })).toEqual({ kind: 'unknown', v: 2, type: null }));
  test('a type this program does not know cannot be judged', () =>
    expect(parseOf({ ...leaf, type: 'item.weighed', facts: { grams: 5 } })).toEqual({
      kind: 'unknown',
      v: 1,
      type: 'item.weighed',
    }));
  test.each(['toString', 'constructor', '__proto__', 'has.own-property-'])('%s is no type', (type) =>
    expect(parseOf({ ...leaf, type }).kind).toBe('malformed'),
  );
});

describe('between the keys of a leaf', () => {
  const opened = {
    ...leaf,
    seq: 0,
    prior: null,
    item: null,
    resident: null,
    type: 'log.opened',
    facts: { key: `${LOG}+530d903a+AQ${'A'.repeat(42)}` },
  };
  test('the first entry opens the log, and no other does', () => {
    expect(parseOf(opened).kind).toBe('leaf');
    expect(parseOf({ ...opened, seq: 1 })).toEqual({ kind: 'malformed', at: 'seq' });
  });
  test('the key that opens a log bears its name', () =>
    expect(parseOf({ ...opened, facts: { key: opened.facts.key.replace('f001', 'f002') } })).toEqual({
      kind: 'malformed',
      at: 'facts',
    }));
  test('so does the key to which a log changes', () => {
    const rotated = { ...opened, seq: 123, type: 'key.rotated' };
    expect(parseOf(rotated).kind).toBe('leaf');
    expect(parseOf({ ...rotated, facts: { key: opened.facts.key.replace('f001', 'f002') } })).toEqual({
      kind: 'malformed',
      at: 'facts',
    });
  });
  test('an entry without an item has no previous entry of it', () =>
    expect(parseOf({ ...leaf, item: null, type: 'storage.retired', facts: { storage: UUID } })).toEqual({
      kind: 'malformed',
      at: 'prior',
    }));
  test('what happens to an item names it, and what is kept for somebody names her', () => {
    expect(parseOf({ ...leaf, item: null, prior: null })).toEqual({ kind: 'malformed', at: 'item' });
    const assigned = { ...leaf, type: 'item.assigned', facts: {}, resident: null };
    expect(parseOf(assigned)).toEqual({ kind: 'malformed', at: 'resident' });
  });
  test('amending and cancelling name an earlier entry', () => {
    const cancelled = { ...leaf, type: 'entry.cancelled', facts: { reason: 'twice' } };
    expect(parseOf(cancelled)).toEqual({ kind: 'malformed', at: 'corrects' });
    expect(parseOf({ ...cancelled, corrects: 123 })).toEqual({ kind: 'malformed', at: 'corrects' });
    expect(parseOf({ ...cancelled, corrects: 122 }).kind).toBe('leaf');
  });
  test('a view belongs to the log of views', () => {
    const viewed = { ...leaf, item: null, prior: null, type: 'resident.viewed', facts: { screen: 'profile' } };
    expect(parseOf(viewed)).toEqual({ kind: 'malformed', at: 'log' });
    expect(parseOf({ ...viewed, log: LOG.replace('custody', 'access') }).kind).toBe('leaf');
  });
  test('a late entry may be as old as it likes, and as new as its writing', () => {
    for (const occurredAt of ['2026-11-20T00:00:00.000Z', leaf.recordedAt])
      expect(parseOf({ ...leaf, occurredAt }).kind).toBe('leaf');
    expect(parseOf({ ...leaf, occurredAt: '2026-11-21T22:41:25.124Z' })).toEqual({
      kind: 'malformed',
      at: 'occurredAt',
    });
  });
});

describe('the writer', () => {
  test.each<[string, Partial<Leaf>]>([
    ['leaf 123: part', { part: 1 }],
    ['leaf 123: recordedAt', { recordedAt: '2026-11-21T22:41:25.12Z' }],
    ['leaf 123: authAge', { authAge: 0.5 }],
    ['no integer for JCS', { behind: -0 }],
  ])('throws "%s" for %j', (why, wrong) => expect(() => leafText({ ...leaf, ...wrong } as Leaf)).toThrow(why));

  test('throws for a type that it does not know', () =>
    expect(() => leafText({ ...leaf, type: 'item.weighed' } as unknown as Leaf)).toThrow('unknown'));

  test('throws for a key too many', () =>
    expect(() => leafText({ ...leaf, x: 1 } as unknown as Leaf)).toThrow(TypeError));
});
