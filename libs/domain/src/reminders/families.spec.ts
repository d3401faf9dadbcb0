import { familiesOf } from './families.ts';
import type { FamilyContact } from './families.ts';

let made = 0;
const contact = (part: Partial<FamilyContact>): FamilyContact => ({
  id: `c${String(++made)}`,
  residentId: 'mother',
  order: 1,
  name: '高橋 ふみ',
  phone: '03-1234-5678',
  email: '',
  handOver: 'allowed',
  mayKnow: 'yes',
  ...part,
});
const told = (...contacts: readonly FamilyContact[]) =>
  familiesOf(contacts).map(({ contact: { name }, residentIds }) => [name, ...residentIds]);

test('the first who may know is told, not who stands before her and may not', () => {
  expect(
    told(
      contact({ order: 3, name: '三' }),
      contact({ order: 2, name: '二' }),
      contact({ order: 1, name: '一', mayKnow: 'no' }),
      contact({ order: 0, name: '零', handOver: 'never' }),
    ),
  ).toEqual([['二', 'mother']]);
});

test('the daughter of a couple appears once, however her name and number are written', () => {
  expect(
    told(contact({}), contact({ residentId: 'father', name: '高橋ふみ', phone: '０３（１２３４）５６７８' })),
  ).toEqual([['高橋 ふみ', 'mother', 'father']]);
  expect(
    told(
      contact({ phone: '', email: 'Fumi@example.jp' }),
      contact({ residentId: 'father', phone: '', email: 'fumi@example.jp ' }),
    ),
  ).toEqual([['高橋 ふみ', 'mother', 'father']]);
});

test.each<[string, Partial<FamilyContact>, Partial<FamilyContact>]>([
  ['one number and two names', {}, { name: '高橋 一' }],
  ['one name and two numbers', {}, { phone: '03-9999-0000' }],
  ['one name and nothing else', { phone: '' }, { phone: '' }],
])('%s are two persons', (_, one, other) => {
  expect(told(contact(one), contact({ residentId: 'father', ...other }))).toHaveLength(2);
});
