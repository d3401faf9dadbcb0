import { contactMeant } from './contact-meant.ts';
import type { KnownContact } from './contact-meant.ts';
import { CONTACT, uuid } from './testing/makers.ts';

const contact = (of: Partial<KnownContact> = {}): KnownContact => ({
  id: CONTACT,
  name: '髙橋 健一',
  kana: 'たかはし けんいち',
  handOver: 'never',
  ...of,
});

describe('a typed name means a contact', () => {
  test.each([
    ['as it is recorded', '髙橋 健一'],
    ['without the blank', '髙橋健一'],
    ['with a wide blank', '髙橋　健一'],
    ['with the common character', '高橋健一'],
    ['in hiragana', 'たかはしけんいち'],
    ['in katakana', 'タカハシ ケンイチ'],
    ['in half-width katakana', 'ﾀｶﾊｼ ｹﾝｲﾁ'],
    ['politely', '高橋 健一さん'],
    ['as in letters', '高橋健一 様'],
  ])('%s', (_, typed) => expect(contactMeant(typed, [contact()])?.id).toBe(CONTACT));

  test('in Latin letters of any width and case', () =>
    expect(
      contactMeant('ＮＧＵＹＥＮ van an', [contact({ name: 'Nguyen Van An', kana: 'グエン ヴァン アン' })]),
    ).not.toBeNull());

  test('also when the name itself ends like a polite word', () =>
    expect(contactMeant('王君', [contact({ name: '王 君', kana: '' })])).not.toBeNull());

  test.each([
    ['somebody else', '高橋 健二'],
    ['the family name alone', '髙橋'],
    ['a longer name', '髙橋 健一郎'],
    ['a polite word alone', 'さん'],
    ['nothing', ' '],
  ])('not by %s', (_, typed) => expect(contactMeant(typed, [contact(), contact({ kana: '' })])).toBeNull());

  test('of several with one name it is the one with the strictest rule', () => {
    const all = [
      contact({ id: uuid(1), handOver: 'allowed' }),
      contact({ id: uuid(2), handOver: 'ask-manager' }),
      contact({ id: uuid(3), handOver: 'never' }),
    ];
    expect(contactMeant('高橋健一', all)?.id).toBe(uuid(3));
    expect(contactMeant('高橋健一', all.slice(0, 2))?.id).toBe(uuid(2));
    expect(contactMeant('高橋健一', all.slice(0, 1))?.id).toBe(uuid(1));
  });
});
