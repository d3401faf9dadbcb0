import { ITEM_KINDS } from '@azukari/domain';
import { WORDINGS, speechOf, worded } from '../compose.ts';
import { mailOf } from '../mail.ts';
import { plain } from '../rich.ts';
import type { Rich } from '../rich.ts';
import { ENVELOPE, aLine, aNotice } from '../testing/notices.ts';
import { easyDay, easyEra } from './day.ts';

const KANJI = /[\p{Script=Han}々]/u;
const latin = { name: 'Sakura', phone: '0470-00-1234', address: '', head: '' };
/** Names come as they are written; here they are in Latin letters, so that every kanji left is one of ours. */
const notice = aNotice({
  language: 'ja-easy',
  house: latin,
  signer: { name: 'Sato', title: '' },
  hours: '9:00-17:00',
  to: { name: 'Takasaki', address: '', relation: '長女' },
});

describe('やさしい日本語', () => {
  it.each(WORDINGS)('%s: every kanji has its reading, in the text and in the HTML', (wording) => {
    const lines = [...ITEM_KINDS].map((kind) => aLine({ kind, wording }));
    for (const answerUrl of [notice.answerUrl, null])
      for (const on of ['2026-08-01', '2026-11-22', '2027-02-01']) {
        const { text, html } = mailOf({ ...notice, on, lines, answerUrl }, ENVELOPE);
        expect(text.replaceAll(/[\p{Script=Han}々]+（[ぁ-んァ-ヶー]+）|\d+日（[ぁ-ん]+）/gu, '')).not.toMatch(KANJI);
        const body = html.slice(html.indexOf('<body'));
        expect(body.replaceAll(/<ruby>.*?<\/ruby>/g, '')).not.toMatch(KANJI);
        expect(body).toMatch(KANJI);
      }
  });

  it.each(WORDINGS)('%s: short sentences, no passive, no words of politeness beyond です and ます', (wording) => {
    const said = worded({ ...notice, lines: [aLine({ wording })] }, { discreet: false });
    const sentences = said.flatMap(({ todo, missed, who, bring }) =>
      [todo, missed, who, bring].flatMap((rich) => base(rich).split('。').filter(Boolean)),
    );
    expect(sentences.length).toBeGreaterThan(3);
    for (const sentence of sentences) {
      expect([...sentence].length).toBeLessThanOrEqual(60);
      expect(sentence).not.toMatch(/され(?:ま|る|て|た)|いただ|おります|ございま|くださいませ|申し上げ|によって異な/);
    }
  });

  it.each([
    [
      '2026-12-10',
      '2026年（ねん）12月（がつ）10日（とおか）（木曜日（もくようび））',
      '令和（れいわ）8年（ねん）12月（がつ）10日（とおか）',
    ],
    [
      '2019-05-01',
      '2019年（ねん）5月（がつ）1日（ついたち）（水曜日（すいようび））',
      '令和（れいわ）元年（がんねん）5月（がつ）1日（ついたち）',
    ],
    [
      '2026-11-22',
      '2026年（ねん）11月（がつ）22日（にち）（日曜日（にちようび））',
      '令和（れいわ）8年（ねん）11月（がつ）22日（にち）',
    ],
  ])('%s is read as people read it', (day, said, era) => {
    expect(plain(easyDay(day))).toBe(said);
    expect(plain(easyEra(day))).toBe(era);
  });

  it('every item has a name that can be read', () => {
    const { kinds, discreet } = speechOf('ja-easy');
    for (const rich of [...Object.values(kinds), ...Object.values(discreet)])
      for (const { text, reading } of rich) if (KANJI.test(text)) expect(reading).toMatch(/^[ぁ-んー]+$/);
  });
});

function base(rich: Rich): string {
  return rich.map(({ text }) => text).join('');
}
