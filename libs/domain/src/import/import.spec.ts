import { columnTitled, isForbiddenTitle } from './columns.ts';
import { kindNamed, markOf } from './kind-named.ts';
import { listIn } from './list-grid.ts';
import type { Merge } from './list-grid.ts';
import { writtenDay } from './written-day.ts';

describe('a written day', () => {
  test.each([
    ['1948-02-29', '1948-02-29'],
    ['1948/2/29', '1948-02-29'],
    ['1948.2.29', '1948-02-29'],
    ['1948年2月29日', '1948-02-29'],
    ['昭和23年2月29日', '1948-02-29'],
    ['昭和２３年　２月２９日', '1948-02-29'],
    ['S23.2.29', '1948-02-29'],
    ['s23/02/29', '1948-02-29'],
    ['昭23.2.29', '1948-02-29'],
    ['大正元年8月1日', '1912-08-01'],
    ['T1.12.31', '1912-12-31'],
    ['明治45年7月30日', '1912-07-30'],
    ['昭和元年12月25日', '1926-12-25'],
    ['平成元年1月8日', '1989-01-08'],
    ['令和8年7月31日', '2026-07-31'],
    ['R8.7.31', '2026-07-31'],
    ['S15.3.1', '1940-03-01'],
    ['46234', '2026-07-31'],
    ['17592', '1948-02-29'],
    ['1947-02-29', null],
    ['昭和23年2月30日', null],
    ['昭和65年1月1日', null],
    ['平成元年1月7日', null],
    ['48/2/29', null],
    ['X23.2.29', null],
    ['123456', null],
    ['0', null],
    ['二月', null],
  ])('%s', (text, expected) => {
    expect(writtenDay(text)).toBe(expected);
  });
});

describe('a title', () => {
  test.each([
    ['氏名', 'name'],
    [' ご利用者 氏名（漢字）', null],
    ['利用者名', 'name'],
    ['ﾌﾘｶﾞﾅ', 'kana'],
    ['居室番号', 'room'],
    ['生年月日', 'birthDate'],
    ['緊急連絡先 氏名', 'contactName'],
    ['続柄', 'relation'],
    ['ＴＥＬ', 'phone'],
    ['メールアドレス', 'email'],
    ['カード種別', 'kind'],
    ['有効期限', 'expiresOn'],
    ['電子証明書の有効期限', 'certificateOn'],
    ['袋番号', 'pouch'],
    ['保管場所', 'storage'],
    ['介護保険証', 'has:care-insurance-card'],
    ['マイナンバーカード', 'has:my-number-card'],
    ['保険証', null],
    ['', null],
  ])('「%s」', (title, column) => {
    expect(columnTitled(title)).toBe(column);
    expect(isForbiddenTitle(title)).toBe(false);
  });

  test.each([
    'マイナンバー',
    '個人番号',
    '個人番号（12桁）',
    '被保険者番号',
    '介護保険 被保険者番号',
    '保険証番号',
    '記号・番号',
    '受給者番号',
    '暗証番号',
    'PIN',
    'マイナンバーカード番号',
  ])('「%s」 is read by nobody', (title) => {
    expect(isForbiddenTitle(title)).toBe(true);
  });

  test('no title of ours is forbidden, and each means one thing', () => {
    for (const kind of ['マイナンバーカード', '資格確認書', '個人番号カード', '身体障害者手帳'])
      expect([kind, isForbiddenTitle(kind), kindNamed(kind) !== null]).toEqual([kind, false, true]);
  });
});

test.each([
  ['○', true],
  ['有', true],
  ['TRUE', true],
  ['１', true],
  ['', false],
  ['×', false],
  ['無し', false],
  ['-', false],
  ['△', null],
  ['家族', null],
])('the mark 「%s」', (text, said) => {
  expect(markOf(text)).toBe(said);
});

describe('a list in a sheet', () => {
  const grid = (lines: readonly string[], merges: readonly Merge[] = []) => ({
    rows: lines
      .map((line, n) => ({ line: n + 1, cells: line.split('|') }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    merges,
  });

  it('begins below its own heading, and has no empty rows', () => {
    const list = listIn(
      grid([
        '利用者一覧||',
        '',
        '令和8年4月1日現在|| ',
        '居室|氏名|備考',
        '',
        '101|見本 花子|',
        '||',
        '102|見本 太郎|窓',
      ]),
    );
    expect(list).toEqual({
      titles: ['居室', '氏名', '備考'],
      columns: ['room', 'name', null],
      refused: [],
      rows: [
        { line: 6, cells: ['101', '見本 花子', ''] },
        { line: 8, cells: ['102', '見本 太郎', '窓'] },
      ],
    });
  });

  it('may have titles in two rows, over columns that are one', () => {
    const merges = [
      { top: 1, bottom: 1, left: 0, right: 1 },
      { top: 1, bottom: 1, left: 2, right: 3 },
      { top: 1, bottom: 2, left: 4, right: 4 },
    ];
    const list = listIn(
      grid(['利用者||連絡先||生年月日', '氏名|フリガナ|氏名|電話|', '見本 花子|ミホン|見本 一郎|03|S10.4.3'], merges),
    );
    expect(list.columns).toEqual(['name', 'kana', 'contactName', 'phone', 'birthDate']);
    expect(list.rows.map(({ line }) => line)).toEqual([3]);
  });

  it('says in each row what is merged downwards', () => {
    const list = listIn(
      grid(
        ['氏名|種別', '見本 花子|介護保険証', '|資格確認書', '見本 太郎|診察券'],
        [{ top: 2, bottom: 3, left: 0, right: 0 }],
      ),
    );
    expect(list.rows.map(({ cells }) => cells[0])).toEqual(['見本 花子', '見本 花子', '見本 太郎']);
  });

  it('leaves out what must not be read, and what it was handed back with', () => {
    const list = listIn(grid(['氏名|個人番号|理由|部屋', '見本 花子|123456789018|氏名: 長すぎます。|101']));
    expect(list).toMatchObject({
      titles: ['氏名', '部屋'],
      refused: ['個人番号'],
      rows: [{ cells: ['見本 花子', '101'] }],
    });
    expect(JSON.stringify(list)).not.toContain('123456789018');
  });

  it('takes a column but once, and knows the order of one without titles', () => {
    expect(listIn(grid(['氏名|お名前', 'あ|い'])).columns).toEqual(['name', null]);
    expect(listIn(grid(['見本 花子|みほん はなこ|101|S10.4.3|'])).columns).toEqual([
      'name',
      'kana',
      'room',
      'birthDate',
      null,
    ]);
  });
});
