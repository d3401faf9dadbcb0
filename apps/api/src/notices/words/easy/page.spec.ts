import { aNotice } from '../testing/notices.ts';
import { say } from '../rich.ts';
import { pageEasy } from './page.ts';

const KANJI = /[\p{Script=Han}々]/u;
const LATIN = aNotice({
  house: { name: 'Sakura', kana: '', phone: '0470-00-1234', address: '', head: '' },
  signer: { name: 'Sato', title: 'staff' },
});

const { problems, next, from, dayHint, plannedOn, change, ...plainly } = pageEasy;
const sentences = [
  ...Object.values(plainly),
  ...Object.values(problems),
  ...Object.values(next),
  from(LATIN),
  dayHint('2026-12-01'),
  plannedOn(say`2026`),
  change('0470-00-1234'),
];

test.each(sentences.map((rich) => [rich.map(({ text }) => text).join(''), rich] as const))(
  '%s: every kanji has its reading, and nothing is passive',
  (text, rich) => {
    for (const run of rich) if (KANJI.test(run.text)) expect(run.reading).toMatch(/^[ぁ-んー]+$/);
    expect(text).not.toMatch(/され(?:ま|る|て|た)|いただ|おります|くださいませ|申し上げ/);
  },
);
