import { ITEM_KINDS } from '@azukari/domain';
import { WORDINGS, speechOf, worded } from '../compose.ts';
import { letterOf } from '../letter.ts';
import type { Letter } from '../letter.ts';
import { mailOf } from '../mail.ts';
import { guideOf, reportOf } from '../papers.ts';
import { plain } from '../rich.ts';
import type { Rich } from '../rich.ts';
import { MOVE_EVENTS } from '../speech.ts';
import { ENVELOPE, aLine, aNotice } from '../testing/notices.ts';
import { easyDay, easyEra } from './day.ts';

const KANJI = /[\p{Script=Han}々]/u;
const latin = { name: 'Sakura', kana: '', phone: '0470-00-1234', address: '', head: '' };
/** Names come as they are written; here they are in Latin letters, so that every kanji left is one of ours. */
const notice = aNotice({
  language: 'ja-easy',
  house: latin,
  signer: { name: 'Sato', title: '' },
  hours: '9:00-17:00',
  to: { name: 'Takasaki', address: '' },
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

  it('the name of the house has its reading wherever it stands, once somebody has said it', () => {
    const kana = 'とくべつようごろうじんホームさくらのさと';
    const named = { ...notice, house: { ...latin, name: '特別養護老人ホームさくらの里', kana } };
    const { text, html, subject } = mailOf({ ...named, lines: [aLine()] }, ENVELOPE);
    // In the greeting and below the text; a subject has no room for readings.
    expect(text.split(`さくらの里（${kana}）`)).toHaveLength(3);
    expect(html).toContain(`<ruby>特別養護老人ホームさくらの里<rp>（</rp><rt>${kana}</rt><rp>）</rp></ruby>`);
    expect(subject).not.toContain(kana);
    expect(mailOf({ ...named, house: { ...named.house, kana: '' }, lines: [aLine()] }, ENVELOPE).text).not.toContain(
      kana,
    );
    expect(mailOf({ ...named, language: 'ja', lines: [aLine()] }, ENVELOPE).text).not.toContain(kana);
    const guide = guideOf(named, { from: null, days: [30], largePrint: false });
    expect(JSON.stringify(guide)).toContain(`"reading":"${kana}"`);
  });

  it.each(WORDINGS)('%s: short sentences, no passive, no words of politeness beyond です and ます', (wording) => {
    const said = ['2026-11-22', '2027-02-01'].flatMap((on) =>
      worded({ ...notice, on, lines: [aLine({ wording })] }, { discreet: false }),
    );
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

  it('papers: every kanji has its reading', () => {
    const report = {
      residentName: 'Takasaki',
      from: '2026-08-22',
      to: '2026-11-22',
      kept: [{ kind: 'my-number-card', label: null, expiresOn: null }],
      moves: MOVE_EVENTS.map((event) => ({ kind: 'other', label: null, day: '2026-11-01', what: { event } }) as const),
      ahead: WORDINGS.map((deadline) => ({ kind: 'other', label: null, deadline, date: '2026-12-10' }) as const),
    } as const;
    const guide = guideOf(notice, { from: null, days: [90, 7, 0], largePrint: false });
    // A subject has its reading behind it.
    const subject = speechOf('ja-easy').frame.subject(latin.name);
    for (const letter of [
      guide,
      reportOf(notice, report, { largePrint: true }),
      letterOf({ ...notice, lines: [aLine({ residentName: 'Yamada' })] }),
    ]) {
      for (const rich of sentencesOf(letter))
        for (const { text, reading } of rich)
          if (reading === undefined) expect(text.replace(subject, '')).not.toMatch(KANJI);
    }
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

function sentencesOf({ title, blocks, coupon, sender, to, on }: Letter): readonly Rich[] {
  const said = blocks.flatMap((block): readonly Rich[] => {
    switch (block.is) {
      case 'paragraph':
        return block.lines;
      case 'list':
        return [block.title, ...block.points];
      case 'fields':
        return block.rows.flat();
      case 'table':
        return [block.title, ...block.head, ...block.rows.flat()];
    }
  });
  const back =
    coupon === null ? [] : [coupon.cut, coupon.title, coupon.ask, ...coupon.answers, ...coupon.blanks.flat()];
  return [title, on, to.name, ...sender, ...said, ...back];
}
