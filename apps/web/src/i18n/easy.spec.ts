import { annotated, piecesOf, withoutReadings } from '../app/ui/furigana';
import { easy } from './easy';
import { en } from './en';

/** FLOOR are the word files of the screens that care workers meet; none of their words is missing but those of LEFT. */
const FLOOR = [
  'session',
  'tablet',
  'shell',
  'today',
  'heartbeat',
  'residents',
  'resident',
  'resident-form',
  'check-out',
  'check-in',
  'change',
  'emergency',
  'searching',
  'hand-over',
  'intake',
  'description',
  'envelopes',
  'counts',
  'reconciliations',
  'counting',
  'late-entry',
  'sheet',
  'scan',
  'night',
  'keys',
  'keyring',
  'leaving',
  'more',
  'paper',
  'promise',
  'day-field',
  'due',
  'finder',
  'holder',
  'picker',
  'pouch',
  'refusal',
  'words',
] as const;

/** LEFT are words within those files that only the office meets; they stay in plain Japanese. */
const LEFT =
  /^(?:tablet\.page|counting\.settings|leaving\.(?!stay|stopped|dispute)|words\.(?:closeReason|applicationGround|applicant|noticeWish|channel|noticeState|noticeFailure|noticeOutcome|regulationPlace))\b/;

/** LONGEST is how many characters fit into one line of a card on a tablet 1024 pixels wide, at 18 pixels. */
const LONGEST = 40;

/** What is filled in is reckoned as long as a name. */
const NAME = '髙﨑 ミツ';

/** SEVERAL are the kanji that are read in several ways. */
const SEVERAL = [
  '中 ちゅう なか',
  '人 にん ひと',
  '何 なに なん',
  '入 い はい',
  '出 だ で',
  '分 ふん ぶん',
  '少 すく すこ',
  '数 かず かぞ',
  '日 にち ひ',
  '時 じ とき',
  '月 がつ げつ つき',
  '来 き く',
  '消 き け',
  '行 い ぎょう',
  '表 おもて ひょう',
  '遅 おく おそ',
  '開 あ ひら',
];

type Words = ReadonlyMap<string, string>;

function flat(words: unknown, path: readonly string[] = []): Words {
  if (typeof words === 'string') return new Map([[path.join('.'), words]]);
  return new Map(Object.entries(words as object).flatMap(([key, value]) => [...flat(value, [...path, key])]));
}

const said = flat(easy);
const meant = flat(en);
const names = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const pieces = (text: string) => piecesOf(annotated(text));

/** spoken is a text as it is read aloud. */
const spoken = (text: string) =>
  pieces(text)
    .map((piece) => piece.reading ?? piece.text)
    .join('');

/** sentences are those of a text as they are seen; what stands in brackets is one of its own. */
const sentences = (text: string) => text.split(/[。？！（）]/u).map((one) => one.replaceAll(/\s+/gu, ' ').trim());
const seen = (text: string) => withoutReadings(annotated(text)).replaceAll(/\{\{\w+\}\}/g, NAME);

it('the floor has every word, and no word is left over', () => {
  const wanted = [...meant.keys()].filter(
    (key) => FLOOR.some((group) => key.startsWith(`${group}.`)) && !LEFT.test(key),
  );
  expect([...said.keys()].sort()).toEqual(wanted.sort());
});

it('the same facts are filled in', () => {
  for (const [key, text] of said) expect([key, names(text)]).toEqual([key, names(meant.get(key))]);
});

it('every kanji carries its reading, in hiragana', () => {
  const bare: string[] = [];
  for (const [key, text] of said)
    for (const { text: base, reading } of pieces(text))
      if (reading === null ? /[\p{Script=Han}《》｜]/u.test(base) : !/^[ぁ-ゖー]+$/u.test(reading))
        bare.push(`${key}: ${text}`);
  expect(bare).toEqual([]);
});

it('a sentence is short and says one thing', () => {
  const long: string[] = [];
  for (const [key, text] of said)
    for (const sentence of sentences(seen(text)))
      if ([...sentence.replaceAll(' ', '')].length > LONGEST || (sentence.match(/、/g) ?? []).length > 1)
        long.push(`${key}: ${sentence}`);
  expect(long).toEqual([]);
});

it('nobody has anything done to her, and nobody is spoken to from below', () => {
  const stiff: string[] = [];
  for (const [key, text] of said) {
    const aloud = spoken(text).replaceAll(/うまれ|こわれ/gu, '');
    if (/[かがさたなばまらわ]れ(?:ま[すし]|て|た|る|な)/u.test(aloud)) stiff.push(`${key}: ${text}`);
    if (/いただ|おりま|ございま|なさ[いっ]|うかが|どなた|ご本人|ご家族|ください ?ませ/u.test(seen(text) + aloud))
      stiff.push(`${key}: ${text}`);
  }
  expect(stiff).toEqual([]);
});

it('a word is read in one way, but for those that have several', () => {
  const readings = new Map<string, Set<string>>();
  for (const text of said.values())
    for (const { text: base, reading } of pieces(text))
      if (reading !== null) readings.set(base, (readings.get(base) ?? new Set()).add(reading));
  const several = [...readings]
    .filter(([, of]) => of.size > 1)
    .map(([base, of]) => `${base} ${[...of].sort().join(' ')}`);
  expect(several.sort()).toEqual([...SEVERAL].sort());
});
