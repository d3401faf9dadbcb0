/** Every name here is made up; the two facilities do not exist. */
export const HOMES = {
  first: '特別養護老人ホームさくらの里（架空）',
  second: 'グループホームもみじの家（架空）',
};
/** KANA is how the name of the first home is read. */
export const KANA = 'とくべつようごろうじんホーム さくらのさと';

/** STAFF of the first home: sign-in name, name, kana, role, level of the appointment. */
export const STAFF = [
  ['floor', '鈴木 一郎', 'すずき いちろう', 'floor', 'handler'],
  ['auditor', '監査 美咲', 'かんさ みさき', 'auditor', null],
  ['admin', '木村 事務', 'きむら じむ', 'admin', null],
  ['takahashi', '高橋 恵', 'たかはし めぐみ', 'floor', 'deputy'],
  ['tanaka', '田中 実', 'たなか みのる', 'floor', 'handler'],
  ['ito', '伊藤 さくら', 'いとう さくら', 'floor', 'handler'],
  ['watanabe', '渡辺 健太', 'わたなべ けんた', 'floor', 'handler'],
  ['nguyen', 'グエン・ティ・ラン', 'ぐえん てぃ らん', 'floor', 'handler'],
  ['yoru', '夜久 明', 'やく あきら', 'floor', 'emergency-only'],
  ['kobayashi', '小林 桃子', 'こばやし ももこ', 'floor', null],
];

const SURNAMES = [
  ['山田', 'やまだ'],
  ['髙﨑', 'たかさき'],
  ['𠮷田', 'よしだ'],
  ['青木', 'あおき'],
  ['石井', 'いしい'],
  ['上田', 'うえだ'],
  ['遠藤', 'えんどう'],
  ['大野', 'おおの'],
  ['加藤', 'かとう'],
  ['菊地', 'きくち'],
  ['工藤', 'くどう'],
  ['小島', 'こじま'],
  ['斎藤', 'さいとう'],
  ['清水', 'しみず'],
  ['杉本', 'すぎもと'],
  ['関', 'せき'],
  ['高木', 'たかぎ'],
  ['千葉', 'ちば'],
  ['土屋', 'つちや'],
  ['寺田', 'てらだ'],
  ['内藤', 'ないとう'],
  ['西村', 'にしむら'],
  ['沼田', 'ぬまた'],
  ['野口', 'のぐち'],
  ['橋本', 'はしもと'],
  ['平野', 'ひらの'],
  ['福田', 'ふくだ'],
  ['本田', 'ほんだ'],
  ['松田', 'まつだ'],
  ['三浦', 'みうら'],
  ['村上', 'むらかみ'],
  ['森', 'もり'],
  ['矢野', 'やの'],
  ['横山', 'よこやま'],
  ['和田', 'わだ'],
  ['中島', 'なかじま'],
];
const GIVEN = [
  ['ミツ', 'みつ'],
  ['ハナ', 'はな'],
  ['キヨ', 'きよ'],
  ['フミ', 'ふみ'],
  ['トシ', 'とし'],
  ['ヨシ子', 'よしこ'],
  ['千代', 'ちよ'],
  ['静子', 'しずこ'],
  ['和子', 'かずこ'],
  ['節子', 'せつこ'],
  ['文子', 'ふみこ'],
  ['久子', 'ひさこ'],
  ['太郎', 'たろう'],
  ['正一', 'しょういち'],
  ['勇', 'いさむ'],
  ['清', 'きよし'],
  ['茂', 'しげる'],
  ['右衛門', 'うえもん'],
  ['義男', 'よしお'],
  ['武', 'たけし'],
];

/** residents makes so many people, each name once; the first two have letters that many fonts lack. */
export function residents(count, random) {
  const taken = new Set();
  const people = [];
  for (let n = 0; people.length < count; n++) {
    const [surname, surnameKana] = n === 0 ? SURNAMES[1] : n === 1 ? SURNAMES[2] : random.pick(SURNAMES);
    const [given, givenKana] = n === 0 ? GIVEN[0] : n === 1 ? GIVEN[17] : random.pick(GIVEN);
    if (taken.has(surname + given)) continue;
    taken.add(surname + given);
    const birth = `${1926 + random.below(34)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
    const floor = 1 + Math.floor(people.length / 20);
    people.push({
      name: `${surname} ${given}`,
      kana: `${surnameKana} ${givenKana}`,
      room: `${floor}${String(1 + (people.length % 20)).padStart(2, '0')}`,
      birthDate: birth,
      surname,
      surnameKana,
    });
  }
  return people;
}

export const CLINICS = ['さくら内科', 'みなと整形外科', 'もみじ眼科', 'あおば歯科', '市立中央病院', 'ひまわり皮膚科'];
