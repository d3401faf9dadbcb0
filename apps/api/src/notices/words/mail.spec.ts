import { ITEM_KINDS, forbidden } from '@azukari/domain';
import { WORDINGS, worded } from './compose.ts';
import { mailOf } from './mail.ts';
import type { Mail } from './mail.ts';
import { CannotBeWorded, LANGUAGES } from './notice-words.ts';
import type { NoticeWords } from './notice-words.ts';
import { plain } from './rich.ts';
import { ENVELOPE, aLine, aNotice } from './testing/notices.ts';

const mail = (given: Partial<NoticeWords> = {}): Mail => mailOf(aNotice(given), ENVELOPE);
const EVERY = LANGUAGES.flatMap((language) => WORDINGS.map((wording) => [wording, language] as const));
const ENDS_IN_ERA = {
  ja: '令和8年12月10日',
  'ja-easy': '令和（れいわ）8年（ねん）12月（がつ）10日（とおか）',
  en: '令和8年12月10日',
};
const DAY = {
  ja: '2026年12月10日(木)',
  'ja-easy': '2026年（ねん）12月（がつ）10日（とおか）',
  en: 'Thursday, 10 December 2026',
};
const NEVER = { ja: '暗証番号', 'ja-easy': '暗証番号（あんしょうばんごう）', en: 'PIN' };
const CONTRACT = { ja: '契約書', 'ja-easy': '契約書（けいやくしょ）', en: 'contract' };
const HOSTILE = '<b>&"\r\nBcc: x';

describe('a notice as a mail', () => {
  it.each(EVERY)('%s in %s says who, until when in both eras, what to do and whom to call', (wording, language) => {
    const { subject, text, html, ics } = mail({ language, lines: [aLine({ wording })] });
    for (const part of [
      DAY[language],
      ENDS_IN_ERA[language],
      '0470-00-1234',
      '佐藤',
      'さくらの里',
      NEVER[language],
      CONTRACT[language],
    ])
      expect(text).toContain(part);
    expect(subject).toMatch(/さくらの里/);
    expect(subject).not.toMatch(/山田|髙﨑|健|カード|Card|\d/);
    expect(text).not.toMatch(/山田|やまだ|タミ|undefined|null|\[object|義務|責任を負い/);
    expect(html).toContain('<ruby>'.repeat(language === 'ja-easy' ? 1 : 0));
    expect(ics).toContain('DTSTART;VALUE=DATE:20261210');
    const body = text.slice(0, text.indexOf('――'));
    for (const line of body.split('\n')) if (!line.startsWith('http')) expect(forbidden(line)).toBeNull();
    expect(body).not.toMatch(/\d{9,}/);
  });

  it.each(EVERY)('%s in %s says of a day that is over that it is over', (wording, language) => {
    const { text, ics } = mail({ language, on: '2027-01-10', lines: [aLine({ wording })] });
    expect(text).toMatch({ ja: /で.+を過ぎました/, 'ja-easy': /終（お）わりました/, en: / ended on / }[language]);
    expect(ics).toBeNull();
  });

  it.each(EVERY)(
    '%s in %s asks of a day that is over for nothing that had to be done before it',
    (wording, language) => {
      const lines = [aLine({ wording })];
      const said = (on: string): string =>
        worded(aNotice({ language, on, lines }), { discreet: false })
          .flatMap(({ todo, bring, who, missed }) => [todo, bring, who, missed].map(plain))
          .join('\n');
      const before =
        /いま無料|いまできます|いま でき|期限までに|満了日の前|期限のあと|期限（きげん）の ?あと|日（ひ）の (?:あと|前)|in time|(?:before|After|after) that day|charge now/;
      expect(said('2026-12-11')).not.toMatch(before);
      if (['certificate-expiry', 'stay-expiry'].includes(wording)) expect(said('2026-12-10')).toMatch(before);
    },
  );

  it('speaks as a person of the house, of whose card by initials only', () => {
    const { text } = mail();
    for (const part of [
      '髙﨑 健様\nいつもお世話になっております。特別養護老人ホームさくらの里、生活相談員の佐藤です。',
      'ご家族（Ｙ・Ｔ様）のお預かりしているマイナンバーカードは、電子証明書の有効期限が2026年12月10日(木)・令和8年12月10日です。',
      '更新は、住民票のある市区町村の窓口で、いま無料でできます。',
      '期限のあとに届く「資格確認書」で受診できます（届く時期は保険者により異なります）',
      '暗証番号は、施設の職員にはお伝えにならないようお願いいたします。',
      '担当　佐藤\n電話　0470-00-1234　（平日9〜17時）',
    ])
      expect(text).toContain(part);
  });

  it('says in English who signs and the usual hours, without a title, and keeps hours that a house says in its own way', () => {
    const said = (hours: string): string => mail({ language: 'en', hours }).text;
    expect(said('平日9時〜17時')).toContain('This is 佐藤 of 特別養護老人ホームさくらの里.');
    expect(said('平日9時〜17時')).toContain('telephone 0470-00-1234 (weekdays 9:00–17:00)');
    expect(said('平日10〜16時')).toContain('(weekdays 10:00–16:00)');
    expect(said('平日の午前')).toContain('(平日の午前)');
    expect(mail({ language: 'ja-easy' }).text).toContain('（平日（へいじつ）9〜17時（じ））');
  });

  it('says from when something can be done, until that day has come', () => {
    const [early, late] = ['2026-09-10', '2026-09-11'].map((on) => mail({ on }).text);
    expect(early).toContain('2026年9月11日(金)から無料でできます');
    expect(late).toContain('いま無料でできます');
    const care = { kind: 'care-insurance-card', deadline: 'care-certification-renewal' } as const;
    const lines = [aLine({ ...care, wording: 'care-certification-renewal' })];
    expect(mail({ on: '2026-10-01', lines }).text).toContain('2026年10月11日(日)からできます');
  });

  it('leads to one page where there is one, and to the telephone with the code where there is none', () => {
    const withPage = mail();
    expect(withPage.text.match(/https?:/g)).toHaveLength(1);
    const [link = ''] = /https?:\S+/.exec(withPage.text) ?? [];
    const choices = [...withPage.html.matchAll(/<a href="([^"]+)"/g)].map(([, url]) => url);
    expect(choices).toEqual(
      ['self-renewal', 'use-certificate', 'consult', 'call-me', 'noted'].map((answer) => `${link}?answer=${answer}`),
    );
    expect(withPage.text).not.toContain('K7-42');
    expect(withPage.text).toContain('ボタンやリンクを押さず');
    const without = mail({ answerUrl: null });
    expect(without.html).not.toMatch(/<a |ボタン/);
    expect(without.text).toContain(
      'お電話（0470-00-1234）でお願いいたします。お電話では、返事の番号 K7-42 をお伝えください。',
    );
    expect(mail({ answerUrl: null, replyCode: null }).text).not.toContain('返事の番号');
  });

  it('offers 資格確認書 instead of renewing only where a card ends', () => {
    expect(mail().text).toContain('・更新せず資格確認書を使いたい\n');
    const lines = [aLine({ kind: 'care-limit-certificate', wording: 'must-apply' })];
    expect(mail({ lines }).text).not.toContain('更新せず');
    expect(mail({ lines }).text).toContain('食費・居住費のご負担が増えます');
  });

  it('says several dates of several people in one mail, one paragraph each', () => {
    const lines = [aLine(), aLine({ residentKana: 'さとう きよし', date: '2027-07-31', wording: 'expiry' })];
    const { text, ics } = mail({ lines });
    expect(text).toMatch(/Ｙ・Ｔ様.*2026年12月10日.*\n.*\n\n.*Ｓ・Ｋ様.*2027年7月31日/);
    expect(ics?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it.each(LANGUAGES)('in %s a mail does not name a paper whose name tells of an illness or of poverty', (language) => {
    const telling = ITEM_KINDS.filter((kind) =>
      /disability|self-support|welfare|disease|subsidy|hibakusha|assistance/.test(kind),
    );
    expect(telling.length).toBeGreaterThan(8);
    const { text } = mail({ language, lines: telling.map((kind) => aLine({ kind, wording: 'expiry' })) });
    expect(text).not.toMatch(
      /障害|精神|療育|医療券|難病|疾病|福祉医療|被爆|disabilit|mental|disease|hibakusha|subsidy/i,
    );
  });

  it('says of each resident what she is to this reader', () => {
    const { text } = mail({
      lines: [
        aLine({ relation: '妻', residentKana: 'やまだ いちろう' }),
        aLine({ relation: '長女', residentKana: 'さとう たみ', kind: 'residence-card' }),
      ],
    });
    expect(text).toContain('ご主人様（Ｙ・Ｉ様）');
    expect(text).toContain('ご家族（Ｓ・Ｔ様）');
  });

  it('ends with the whole checkpoint, and says that nothing is to be done about it', () => {
    const { text, html } = mail();
    const note = aNotice().checkpoint!.note.trimEnd();
    expect(text.trimEnd().endsWith(note)).toBe(true);
    expect(text).toContain('7H3K-Q9ZD-0VMX-4T2B（2026年11月22日(日) 14:05・記録 1,043件）');
    expect(text).toContain('ご家族の操作は不要です');
    expect(html).toContain(note);
    expect(mail({ checkpoint: null }).html).not.toContain('<pre');
  });
});

describe('a reader to whom nobody has handed the guide', () => {
  it.each(LANGUAGES)('is told in %s, before all else, what a real notice is and what none ever asks', (language) => {
    const { subject, text, html } = mail({ language, guided: false });
    const [, said = ''] = text.split('\n\n');
    for (const part of [ENVELOPE.from, subject, NEVER[language]]) expect(said).toContain(part);
    expect(html).toContain(ENVELOPE.from);
    expect(mail({ language }).text.split('\n\n')).toEqual(text.split('\n\n').filter((part) => part !== said));
  });
});

describe('what people wrote stays text', () => {
  const hostile = (language: NoticeWords['language']): Mail =>
    mail({
      language,
      house: { name: HOSTILE, kana: HOSTILE, phone: HOSTILE, address: HOSTILE, head: HOSTILE },
      signer: { name: HOSTILE, title: HOSTILE },
      hours: HOSTILE,
      to: { name: HOSTILE, address: HOSTILE },
      lines: [
        aLine({
          residentName: HOSTILE,
          residentKana: HOSTILE,
          relation: HOSTILE,
          kind: 'other',
          label: HOSTILE,
          wording: 'expiry',
        }),
      ],
      answerUrl: 'https://azukari.example/f/a&b',
    });

  it.each(LANGUAGES)('in %s no name breaks a line, opens a tag or writes a header', (language) => {
    const { subject, text, html, ics } = hostile(language);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc:/m);
    expect(text).not.toContain('\r');
    expect(html).not.toMatch(/<b>&"|&"|\sBcc: x\s*$/m);
    expect(html).toContain('&lt;b&gt;&amp;&quot; Bcc: x');
    expect(
      html.replaceAll(
        /<\/?(?:b|br|p|ul|li|a|div|pre|ruby|rp|rt|html|head|meta|title|body)(?: [^<>]*)?>|<!doctype html>/g,
        '',
      ),
    ).not.toMatch(/[<>]/);
    expect(html).toContain('href="https://azukari.example/f/a&amp;b?answer=');
    expect(ics).not.toMatch(/^Bcc/m);
  });

  it('nothing is fetched, run or counted', () => {
    for (const language of LANGUAGES)
      expect(mail({ language }).html).not.toMatch(
        /<(?:img|script|link|style|iframe|form|object)|url\(|@import|src=|onload/i,
      );
  });

  it('also hides nothing: marks that turn the direction of writing are taken out', () => {
    const { text } = mail({ signer: { name: '佐\u202e藤', title: '' } });
    expect(text).not.toMatch(/[\u202a-\u202e]/);
  });
});

describe('a notice with a hole is not written', () => {
  const fieldsOf = (given: Partial<NoticeWords>, envelope = {}): readonly string[] => {
    try {
      mailOf(aNotice(given), { ...ENVELOPE, ...envelope });
    } catch (error) {
      if (error instanceof CannotBeWorded) return error.fields;
      throw error;
    }
    return [];
  };
  const { house, signer, to } = aNotice();

  it('premise: a whole one is', () => expect(fieldsOf({})).toEqual([]));

  it.each<[readonly string[], Partial<NoticeWords>]>([
    [['lines[1].wording'], { lines: [aLine(), aLine({ wording: 'no-such-text' })] }],
    [['lines[0].wording'], { lines: [aLine({ wording: 'toString' })] }],
    [['lines[0].wording'], { lines: [aLine({ wording: 'grace-strict' })] }],
    [['lines'], { lines: [] }],
    [['lines[0].date'], { lines: [aLine({ date: '2026-02-30' })] }],
    [['house.name', 'house.phone'], { house: { ...house, name: ' ', phone: '' } }],
    [['signer.name'], { signer: { ...signer, name: '' } }],
    [['to.name'], { to: { ...to, name: '' } }],
    [['answerUrl'], { answerUrl: 'javascript:alert(1)' }],
  ])('%j', (fields, given) => expect(fieldsOf(given)).toEqual(fields));

  it.each(['from', 'toAddress', 'messageId'])('%s with a line break', (name) =>
    expect(fieldsOf({}, { [name]: 'a@example.com\r\nBcc: b@example.com' })).toEqual([name]),
  );
});
