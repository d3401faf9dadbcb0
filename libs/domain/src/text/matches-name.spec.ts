import fc from 'fast-check';
import { matchesName } from './matches-name.ts';
import { kanaSounding, romajiSoundings } from './romaji.ts';

describe('Latin letters and kana sound alike', () => {
  test.each([
    ['さとう', ['satou', 'sato', 'satō', 'satô', 'satoh', 'SATO', 'satoo']],
    ['おおの', ['ohno', 'ono', 'oono', 'ōno']],
    ['おおたに', ['otani', 'ohtani', 'ootani']],
    ['はっとり', ['hattori']],
    ['はっちょう', ['hatcho', 'hacchou', 'hattyo', 'hatchō']],
    ['しんいち', ["shin'ichi", 'shinichi', "sin'iti", 'siniti', 'shinnichi', 'sinniti']],
    ['けん', ['ken', 'kenn']],
    ['こんの', ['konno']],
    ['なんば', ['namba', 'nanba']],
    ['ほんま', ['homma', 'honma']],
    ['しょうじ', ['shoji', 'shouji', 'syozi', 'syouzi', 'shōji']],
    ['ちゃたに', ['chatani', 'tyatani', 'cyatani']],
    ['じゅんこ', ['junko', 'zyunko', 'jyunko']],
    ['ふじつか', ['fujitsuka', 'huzituka', 'fuzituka']],
    ['みづえ', ['mizue', 'midue', 'midzue']],
    ['いのうえ', ['inoue', 'inoe']],
    ['かをり', ['kaori', 'kawori']],
    ['にいがた', ['niigata', 'nigata']],
    ['ゆうこ', ['yuko', 'yuuko', 'yūko']],
    ['サトー', ['sato']],
    ['ファム', ['famu']],
    ['ウィン', ['win']],
    ['チェン', ['chen', 'tyen']],
    ['シェ', ['she', 'sye']],
    ['ヴァン', ['van']],
    ['きゃっか', ['kyakka']],
  ])('%s', (kana, typed) => {
    expect(typed.filter((one) => !romajiSoundings(one).includes(kanaSounding(kana)))).toEqual([]);
  });

  test.each([
    ['さとう', 'saito'],
    ['はっとり', 'hatori'],
    ['こんの', 'kona'],
  ])('%s is not %s', (kana, typed) => expect(romajiSoundings(typed)).not.toContain(kanaSounding(kana)));
});

describe('looking for a person', () => {
  const hanako = { name: '佐藤 花子', kana: 'さとう はなこ', room: '203' };
  const shinichi = { name: '髙﨑 慎一', kana: 'タカサキ シンイチ', room: '１１２' };
  const unspaced = { name: '𠮷田太郎', kana: 'よしだたろう', room: null };
  const nguyen = { name: 'NGUYEN VAN AN', kana: 'グエン ヴァン アン' };

  test.each([
    [hanako, ['', ' ', 'さ', 'さとう', 'サトウ', 'ｻﾄｳ', 'はな', '佐', '佐藤花子', '佐藤　花子', '203', '２０３', '20']],
    [hanako, ['s', 'sa', 'sat', 'sato', 'satou', 'hana', 'sato hana', 'さとう 203', 'satohanako', 'hanako sato']],
    [
      shinichi,
      [
        '高崎',
        '髙﨑',
        '高﨑',
        'takasaki',
        'takas',
        'shin',
        'sh',
        "shin'i",
        'sinit',
        'しんいち',
        '112',
        'たかさき しん',
      ],
    ],
    [unspaced, ['吉田', '𠮷田', 'よしだ', 'たろう', 'taro', 'yoshida', 'yosida', 'yosh']],
    [nguyen, ['nguyen', 'NGUYEN', 'ぐえん', 'guen', 'van']],
  ])('%j is found', (person, queries) => {
    expect(queries.filter((query) => !matchesName(query, person))).toEqual([]);
  });

  test.each([
    [hanako, ['たなか', 'tanaka', '佐々木', '03', '204', 'なこ', 'ato', 'sato 204', "'", '-']],
    [unspaced, ['ひろし', 'hiroshi']],
  ])('%j is not', (person, queries) => {
    expect(queries.filter((query) => matchesName(query, person))).toEqual([]);
  });

  test('a name is found while it is typed, letter by letter', () => {
    const typed = ['takasaki', 'shinichi', "shin'ichi", 'sinichi', 'takasaki shinichi'];
    const lost = typed.flatMap((full) =>
      [...full].map((_, at) => full.slice(0, at + 1)).filter((part) => !matchesName(part, shinichi)),
    );
    expect(lost).toEqual([]);
  });

  test('every kana name is found by itself, in either kana', () => {
    const kana = fc.array(fc.constantFrom(...'あいうえおかがきさしすたちつてとなにのはまみやゆよらりわん'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(kana, (letters) => {
        const name = letters.join('');
        return matchesName(name, { name: '', kana: name }) && matchesName(kanaSounding(name), { name: '', kana: name });
      }),
    );
  });
});
