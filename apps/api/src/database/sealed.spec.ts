import { newKey } from './key-ring.ts';
import { Opened, Sealed, Unopenable } from './sealed.ts';
import type { SealedColumn } from './sealed-columns.ts';

const [old, current] = [newKey(), newKey()];
const sealed = new Sealed({ keys: [current, old] });
const WORDS = '髙﨑 𠮷右衛門';

describe('a sealed value', () => {
  test.each(['', ' ', WORDS, 'v1.00000000.AAAA', 'x'.repeat(100_000)])('opens to what it was: %.20s', (text) => {
    expect(sealed.open('resident.name', 'r', sealed.close('resident.name', 'r', text))).toBe(text);
  });

  it('says nothing of what it holds, and never twice the same', () => {
    const values = Array.from({ length: 1000 }, () => sealed.close('resident.name', 'r', WORDS));
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) expect(value).toMatch(new RegExp(`^v1\\.${current.id}\\.[A-Za-z0-9+/]{60,64}={0,2}$`));
  });

  it('stays nothing where there is nothing', () => {
    expect(sealed.close('resident.note', 'r', null)).toBeNull();
    expect(sealed.open('resident.note', 'r', null)).toBeNull();
  });

  test.each<[string, SealedColumn, string | readonly (string | number)[]]>([
    ['another row', 'resident.name', 'other'],
    ['another column', 'resident.kana', 'r'],
    ['another table', 'staff.name', 'r'],
    ['a row that is not known', 'resident.name', ''],
  ])('does not open in %s', (_, column, row) => {
    const value = sealed.close('resident.name', 'r', WORDS);
    expect(() => sealed.open(column, row, value)).toThrow(Unopenable);
  });

  it('is bound to every part of a key', () => {
    const value = sealed.close('private_field.value', [1, 23, 'note'], WORDS);
    expect(sealed.open('private_field.value', [1, 23, 'note'], value)).toBe(WORDS);
    for (const row of [
      [2, 23, 'note'],
      [1, 2, 'note'],
      [12, 3, 'note'],
      [1, 23, 'reason'],
    ] as const)
      expect(() => sealed.open('private_field.value', row, value)).toThrow('sealed for another place');
  });

  it('does not open when any one bit of it was turned', () => {
    const value = sealed.close('resident.name', 'r', WORDS);
    const [version, id, base64 = ''] = value.split('.');
    const bytes = Buffer.from(base64, 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const other = `${String(version)}.${String(id)}.${turned.toString('base64')}`;
      expect(() => sealed.open('resident.name', 'r', other)).toThrow(Unopenable);
    }
  });

  test.each(['', '佐藤', 'v1.', 'v2.00000000.AAAA', 'v1.00000000.', 'v1.00000000.A!'])(
    'is never plain text or anything else: %j',
    (text) => {
      expect(() => sealed.open('resident.name', 'r', text)).toThrow('it is not sealed');
    },
  );

  it('that is cut short is refused as such, at every length', () => {
    const value = sealed.close('resident.name', 'r', WORDS);
    for (let length = 0; length < value.length; length++)
      expect(() => sealed.open('resident.name', 'r', value.slice(0, length))).toThrow(Unopenable);
  });
});

test('what was opened once for a list is still of its own row and column alone', () => {
  const list = new Opened(sealed);
  const value = sealed.close('resident.name', 'r', WORDS);
  expect([list.open('resident.name', 'r', value), list.open('resident.name', 'r', value)]).toEqual([WORDS, WORDS]);
  expect(() => list.open('resident.name', 'other', value)).toThrow(Unopenable);
  expect(() => list.open('resident.kana', 'r', value)).toThrow(Unopenable);
});

describe('a mark', () => {
  it('is the same for the same words of a column, and of no use for another', () => {
    expect(sealed.mark('staff.login_id', 'hanako')).toBe(sealed.mark('staff.login_id', 'hanako'));
    expect(sealed.mark('staff.login_id', 'hanako')).not.toBe(sealed.mark('staff.login_id', 'Hanako'));
    expect(sealed.mark('staff.login_id', 'hanako')).not.toBe(sealed.mark('staff.name', 'hanako'));
  });

  it('is another with another key, and both are looked for while there are two', () => {
    const before = new Sealed({ keys: [old] }).mark('staff.login_id', 'hanako');
    expect(sealed.mark('staff.login_id', 'hanako')).not.toBe(before);
    expect(sealed.marks('staff.login_id', 'hanako')).toEqual([sealed.mark('staff.login_id', 'hanako'), before]);
  });
});

describe('the keys', () => {
  it('a new one seals, and what an older one sealed still opens', () => {
    const before = new Sealed({ keys: [old] }).close('resident.name', 'r', WORDS);
    expect(sealed.open('resident.name', 'r', before)).toBe(WORDS);
    expect(sealed.close('resident.name', 'r', WORDS)).toContain(`v1.${current.id}.`);
  });

  it('without its key a value says which one is missing', () => {
    const value = new Sealed({ keys: [old] }).close('resident.name', 'r', WORDS);
    expect(() => new Sealed({ keys: [current] }).open('resident.name', 'r', value)).toThrow(
      `its key ${old.id} is not there`,
    );
  });
});
