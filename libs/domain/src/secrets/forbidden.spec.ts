import fc from 'fast-check';
import { hasPersonalNumberCheckDigit } from './check-digit.ts';
import { forbidden } from './forbidden.ts';
import { MUST_NOT_PASS, MUST_PASS } from './testing/sentences.ts';

describe('what staff may write', () => {
  test('there are at least forty sentences', () => expect(MUST_PASS.length).toBeGreaterThanOrEqual(40));
  test.each(MUST_PASS)('%j', (sentence) => expect(forbidden(sentence)).toBeNull());
});

describe('what must never be stored', () => {
  test('there are at least forty sentences', () => expect(MUST_NOT_PASS.length).toBeGreaterThanOrEqual(40));
  test.each(MUST_NOT_PASS)('%s: %j', (reason, sentence) => expect(forbidden(sentence)).toBe(reason));
});

describe('the check digit of a 個人番号', () => {
  test.each([
    '123456789018',
    '111111111118',
    '999999999996',
    '012345678903',
    '987654321093',
    '000000000060',
    '000000000140',
  ])('%s is right', (digits) => expect(hasPersonalNumberCheckDigit(digits)).toBe(true));

  test.each(['123456789012', '12345678901', '1234567890180', '１２３４５６７８９０１８', ''])('%j is not', (digits) =>
    expect(hasPersonalNumberCheckDigit(digits)).toBe(false),
  );

  test('exactly one last digit fits the first eleven', () => {
    fc.assert(
      fc.property(eleven, (first) => {
        const fitting = [...'0123456789'].filter((last) => hasPersonalNumberCheckDigit(first + last));
        expect(fitting).toHaveLength(1);
      }),
    );
  });
});

const digit = fc.constantFrom(...'0123456789');
const eleven = fc.array(digit, { minLength: 11, maxLength: 11 }).map((digits) => digits.join(''));
const valid = eleven.map((first) => {
  const last = [...'0123456789'].find((candidate) => hasPersonalNumberCheckDigit(first + candidate));
  return first + (last ?? '');
});

const GAPS = ['', '', ' ', '　', '-', '‐', '―', '－', 'ー', '.', '．', '\u200b', '\u2060', '\ufeff', ' - ', '\n', '\t'];
const SCRIPTS = ['0123456789', '０１２３４５６７８９', '〇一二三四五六七八九'];
const WORDS = ['', 'マイナンバー', '控え：', '（佐藤様）', 'number ', '同一', '12/10 ', '10:30 '];

/** However each digit is written and whatever of the known gaps stands between. */
const written = fc
  .tuple(
    valid,
    fc.array(fc.constantFrom(...SCRIPTS), { minLength: 12, maxLength: 12 }),
    fc.array(fc.constantFrom(...GAPS), { minLength: 11, maxLength: 11 }),
  )
  .map(([digits, scripts, gaps]) =>
    [...digits].map((one, at) => (scripts[at]?.at(Number(one)) ?? one) + (gaps[at] ?? '')).join(''),
  );

describe('for any number', () => {
  test('a 個人番号 is refused in any mixture of scripts and gaps', () => {
    fc.assert(
      fc.property(written, (number) => forbidden(`控え：${number}。`) === 'personal-number'),
      { numRuns: 2_000 },
    );
  });

  test('a 個人番号 in the usual writing is refused behind any words', () => {
    fc.assert(
      fc.property(valid, fc.constantFrom(...WORDS), fc.constantFrom('', '-', ' '), (number, word, gap) => {
        const parted = [number.slice(0, 4), number.slice(4, 8), number.slice(8)].join(gap);
        return forbidden(`${word}${parted} 5枚`) === 'personal-number';
      }),
    );
  });

  test('four digits after a word for a PIN are refused', () => {
    const four = fc.array(digit, { minLength: 4, maxLength: 4 }).map((digits) => digits.join(''));
    const word = fc.constantFrom('暗証番号', 'パスワード', 'PIN', '暗証番号は、', '数字4桁: ');
    fc.assert(fc.property(word, four, (before, digits) => forbidden(`${before} ${digits}`) === 'pin'));
  });
});

describe('for any other number', () => {
  const number = (min: number, max: number) => fc.integer({ min, max });
  const two = (min: number, max: number) => number(min, max).map((it) => String(it).padStart(2, '0'));

  test('telephone numbers pass', () => {
    const mobile = fc.tuple(fc.constantFrom('090', '080', '070'), number(1000, 9999), number(1000, 9999));
    const fixed = fc.tuple(fc.constantFrom('03', '06'), number(1000, 9999), number(1000, 9999));
    fc.assert(
      fc.property(fc.oneof(mobile, fixed), fc.constantFrom('-', '', ' ', '－'), (parts, gap) => {
        expect(forbidden(`ご家族の電話 ${parts.join(gap)} に連絡。暗証番号は聞いていません`)).toBeNull();
      }),
    );
  });

  test('dates with times pass', () => {
    const day = fc.tuple(number(1926, 2099), two(1, 12), two(1, 28), two(0, 23), two(0, 59));
    fc.assert(
      fc.property(day, ([y, m, d, hour, minute]) => {
        expect(forbidden(`${y}-${m}-${d} ${hour}:${minute}`)).toBeNull();
        expect(forbidden(`暗証番号は不要 ${y}年${m}月${d}日 ${hour}時${minute}分`)).toBeNull();
        expect(forbidden(`${y}/${m}/${d}T${hour}:${minute}:00Z`)).toBeNull();
      }),
    );
  });

  test('lists of rooms pass', () => {
    fc.assert(
      fc.property(
        fc.array(number(101, 1299), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('、', '・', ', ', '号室 '),
        (rooms, gap) => {
          expect(forbidden(`${rooms.join(gap)}号室を点検`)).toBeNull();
        },
      ),
    );
  });

  test('no text makes the guard fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => [null, 'string'].includes(forbidden(text) && 'string')),
    );
  });
});

describe('the time it takes', () => {
  // What grew with the square of the length took over ten seconds here; a busy machine takes one.
  const LENGTH = 100_000;
  const FLOOR_MS = 250;
  const fill = (shape: string): string => shape.repeat(Math.ceil(LENGTH / shape.length)).slice(0, LENGTH);
  const half = (shape: string): string => fill(shape).slice(0, LENGTH / 2);
  const once = (text: string): number => {
    const from = performance.now();
    forbidden(text);
    return performance.now() - from;
  };
  const time = (text: string): number => Math.min(once(text), once(text));
  const plain = (): number => Math.max(FLOOR_MS, time(fill('本日も穏やかに過ごされました。')));

  test.each([
    ...[
      '(',
      '1,',
      '1,,',
      '/',
      '1',
      '1 ',
      '1-',
      '12 - ',
      'a1',
      'a',
      'o',
      '1o',
      '@',
      'a@',
      '1年',
      '1・',
      '1、2の',
      '٣',
    ].map(fill),
    ...[
      '記号1',
      '記号1-',
      '被保険者',
      '電話1',
      '暗証',
      '+81',
      '(03)',
      '0312-',
      '2026-',
      '2026年',
      '😀',
      '㍻',
      '\ufdfa',
    ].map(fill),
    ...['\u0300\u0316', '\u200b', '\n', '❶'].map(fill),
    half('暗証') + half('1234 '),
    half('12345678 ') + half('被保番'),
    `1${fill(' -')}1`,
    `暗証番号${fill('!')}`,
    `記号1${fill('-')}`,
  ])('grows with the length only: %.12j', (text) => {
    expect(time(text)).toBeLessThan(20 * plain());
  });
});
