import { base64 } from './base64.ts';
import { areDigests, fieldDigest, openingsOf, opens, opensField, seal } from './private-fields.ts';
import { randomFrom, sha256 } from './testing/crypto.ts';

const FIELDS = { actorName: '佐藤 花子', residentName: '髙橋 𠮷', note: '受付で待つ' };
const sealed = seal(FIELDS, randomFrom('private'), sha256);
const without = (field: string) => ({ ...sealed, openings: sealed.openings.filter((one) => one.field !== field) });

test.each([
  { note: { r: 1, value: 'x' } },
  { note: { r: 'AAAA', value: 1 } },
  { note: { r: 'A', value: 'x' } },
  { note: { r: [...'AAAA'], value: 'x' } },
  { note: { value: 'x', r: 'AAAA' } },
  { note: ['AAAA', 'x'] },
])('%j opens nothing', (fields) => expect(openingsOf(fields)).toBeNull());

describe('private fields', () => {
  test('are committed to by a value that is fixed for fixed salts', () =>
    expect(sealed.private).toBe('lwOUQLbIgLxW0hIqvw7K4QOi3Xk+uGpVKpnYJofQGk0='));

  test('open all', () =>
    expect(opens(sealed, sha256)).toEqual({ ok: true, open: ['actorName', 'residentName', 'note'], erased: [] }));

  test('still fit when one is erased', () =>
    expect(opens(without('note'), sha256)).toEqual({
      ok: true,
      open: ['actorName', 'residentName'],
      erased: ['note'],
    }));

  test('still fit when all are erased', () =>
    expect(opens({ ...sealed, openings: [] }, sha256)).toMatchObject({ ok: true, open: [] }));

  test('are nothing when there are none', () => {
    const none = seal({}, randomFrom('none'), sha256);
    expect(none).toEqual({ private: null, digests: null, openings: [] });
    expect(opens(none, sha256)).toEqual({ ok: true, open: [], erased: [] });
  });

  test('have salts of their own', () => {
    const twice = seal({ actorName: 'A', holderName: 'A' }, randomFrom('twice'), sha256);
    expect(twice.digests?.actorName).not.toBe(twice.digests?.holderName);
  });

  test('refuse a source of short salts', () =>
    expect(() => seal(FIELDS, () => new Uint8Array(31), sha256)).toThrow('short salt'));

  test.each(sealed.openings.map((opening) => [opening.field, opening] as const))(
    'refuse another value or salt for %s',
    (field, opening) => {
      const others = sealed.openings.filter((one) => one !== opening);
      for (const forged of [
        { ...opening, value: opening.value + ' ' },
        { ...opening, r: opening.r.map((byte, i) => (i === 31 ? byte ^ 1 : byte)) },
        { ...opening, r: opening.r.slice(0, 31) },
      ]) {
        expect(opens({ ...sealed, openings: [...others, forged] }, sha256)).toEqual({ ok: false, at: field });
        expect(opensField(sealed.digests!, forged, sha256)).toBe(false);
      }
    },
  );

  test('refuse two fields that changed places', () => {
    const [a, b] = sealed.openings;
    const swapped = [
      { ...a!, field: b!.field },
      { ...b!, field: a!.field },
    ];
    expect(opens({ ...sealed, openings: swapped }, sha256).ok).toBe(false);
  });

  test.each<[string, Parameters<typeof opens>[0]]>([
    [
      'a digest less',
      {
        ...without('note'),
        digests: { actorName: sealed.digests!.actorName!, residentName: sealed.digests!.residentName! },
      },
    ],
    ['a digest more', { ...sealed, digests: { ...sealed.digests, phone: sealed.digests!.note! } }],
    ['another commitment', { ...sealed, private: sealed.digests!.note! }],
    ['no commitment', { ...sealed, private: null }],
    ['no commitment to what was erased', { ...sealed, private: null, openings: [] }],
    ['no digests', { ...sealed, digests: null }],
    ['no digests of what was erased', { ...sealed, digests: null, openings: [] }],
    ['what an entry without private fields shows', { ...sealed, private: null, digests: null }],
    ['no digests in the map', { ...sealed, digests: {} }],
    ['a digest that is no hash', { ...sealed, digests: { note: 'AAAA' } }],
  ])('refuse %s', (_, forged) => expect(opens(forged, sha256)).toEqual({ ok: false, at: 'digests' }));

  test('refuse a salt that is short, also where the digest was made with it', () => {
    const short = { field: 'note', r: new Uint8Array(31), value: 'x' } as const;
    expect(opensField({ note: base64(fieldDigest(short, sha256)) }, short, sha256)).toBe(false);
  });

  test('refuse an opening that is given twice, or whose field has no digest', () => {
    const [a] = sealed.openings;
    expect(opens({ ...sealed, openings: [a!, a!] }, sha256)).toEqual({ ok: false, at: 'actorName' });
    expect(opens({ ...sealed, openings: [{ ...a!, field: 'phone' }] }, sha256)).toEqual({ ok: false, at: 'phone' });
  });
});

describe('digests', () => {
  const note = sealed.digests!.note!;
  test('are names and hashes', () => expect(areDigests({ note, phone: note })).toBe(true));
  test.each([
    null,
    [note],
    {},
    { note, phone: 'AAAA' },
    { note: [note] },
    { note: 1 },
    { note: `x${note}` },
    { note: `${note}x` },
    { note: note.replace('=', '') },
  ])('are not %j', (value) => expect(areDigests(value)).toBe(false));
});
