import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { modules } from './paper/qr.ts';
import type { ItemOnPaper, PrintJob } from './paper/sheet.ts';
import { Printer } from './printer.ts';
import {
  AGREEMENT,
  FOURTEEN,
  ISSUE,
  LETTER_LINE,
  NOTE,
  TAKASAKI,
  aCarried,
  aLetter,
  aLoss,
  anAppointment,
  aSheet,
  anItem,
  aSlip,
  aSupport,
} from './testing/jobs.ts';
import { pdfText } from '@azukari/tools/pdf-text';

const HAS_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error === undefined;
const sheets = [aSheet()];
const given = { disposition: 'returned', at: ISSUE.issuedAt, witness: null, by: '佐藤 花子' } as const;
/** One in the safe, one handed on unopened, one opened in front of her. */
const ENVELOPES: readonly ItemOnPaper[] = [
  anItem({ kind: 'sealed-envelope', authMode: null }),
  anItem({
    kind: 'sealed-envelope',
    authMode: null,
    envelope: { from: 'j-lis', expected: [], opened: false },
    ended: { ...given, receiver: '髙﨑 健', relation: 'family' },
  }),
  anItem({
    kind: 'sealed-envelope',
    authMode: null,
    envelope: { from: 'insurer', expected: ['care-copay-certificate'], opened: true },
    ended: { ...given, disposition: 'replaced', receiver: TAKASAKI.name, relation: 'resident' },
  }),
];
const JOBS: readonly PrintJob[] = [
  { issue: ISSUE, form: 'F1', sheets },
  { issue: ISSUE, form: 'F2', sheets, largePrint: false },
  { issue: ISSUE, form: 'F2', sheets, largePrint: true },
  {
    issue: ISSUE,
    form: 'F3',
    blanks: ['F3-000123'],
    book: {
      from: '2026-11-01',
      to: '2026-11-21',
      rows: [
        {
          seq: 7,
          at: '2026-11-03T01:42:00.000Z',
          kind: 'my-number-card',
          label: null,
          resident: TAKASAKI.name,
          actor: '鈴木 一郎',
          cancelled: false,
          out: { purpose: 'outpatient', destination: 'さくら内科', holder: '鈴木 一郎', dueBackAt: null, back: null },
          event: null,
          remarks: [
            {
              seq: 9,
              at: '2026-11-03T02:00:00.000Z',
              by: '佐藤 花子',
              kind: 'amended',
              text: '薬局も回った',
              reasonCode: 'learnt-later',
              changes: [{ field: 'purpose', value: 'pharmacy' }],
            },
          ],
        },
      ],
    },
  },
  {
    issue: ISSUE,
    form: 'F9',
    sheets: [
      aSheet({
        items: [
          anItem({
            ended: {
              disposition: 'returned',
              at: ISSUE.issuedAt,
              receiver: '髙﨑 健',
              relation: 'family',
              witness: null,
              by: '佐藤 花子',
            },
          }),
        ],
      }),
    ],
  },
  { issue: ISSUE, form: 'F4', appointments: [anAppointment()], on: '2026-05-01' },
  { issue: ISSUE, form: 'F5', sheets: [aSheet({ items: FOURTEEN })] },
  { issue: ISSUE, form: 'F8', letters: [aLetter()] },
  { issue: ISSUE, form: 'F10', sheets },
  { issue: ISSUE, form: 'F11', losses: [aLoss()] },
  { issue: ISSUE, form: 'F12', supports: [aSupport()] },
  { issue: ISSUE, form: 'F13', slips: [aSlip()] },
  { issue: ISSUE, form: 'F14', sheets: [aSheet({ items: ENVELOPES })] },
  { issue: ISSUE, form: 'F18', carried: [aCarried(), aCarried({ stay: 'home', place: 'ご自宅' })] },
  { issue: ISSUE, form: 'F19', carried: [aCarried({ stay: 'facility', place: 'もみじ苑' })] },
  {
    issue: ISSUE,
    form: 'F17',
    sheets: [aSheet({ items: [anItem({ hold: { reason: 'found', resolveBy: '2026-11-28' } })] })],
  },
];

describe('papers', () => {
  const printer = new Printer();
  afterAll(() => printer.onApplicationShutdown());
  const print = (job: PrintJob): Promise<Buffer> => buffer(printer.print(job));
  const read = async (job: PrintJob) => pdfText(await print(job));
  const words = async (job: PrintJob): Promise<string> => (await read(job)).pages.join('').replaceAll(/\s/g, '');

  it.each(JOBS.map((job) => [job.form, job] as const))(
    '%s: name, code, page numbers, embedded fonts, no word that must not be there',
    async (form, job) => {
      const { pages, fonts, size } = await read(job);
      const text = pages.join('\n');
      expect(size).toEqual(['F3', 'F4', 'F5'].includes(form) ? [841.89, 595.28] : [595.28, 841.89]);
      expect(text).toContain('髙﨑 𠮷右衛門');
      expect(text).not.toContain('\ufffd');
      for (const page of pages) {
        expect(page).toContain('7H3K-Q9ZD-0VMX-4T2B');
        expect(page).toContain('1,043件');
        expect(page).toMatch(/\d \/ \d ページ/);
      }
      expect(fonts.length).toBeGreaterThan(0);
      for (const { name, embedded } of fonts) {
        expect(name).toMatch(/NotoSansJP/);
        expect(embedded).toBe(true);
      }
      expect(text).not.toMatch(/責任を負い(ません|かねます)|免責|義務(づ|付)け|国が/);
    },
  );

  it('F2 tells a date that nobody has looked for from one that is not there', async () => {
    const told = async (noDatePrinted: boolean) =>
      words({
        issue: ISSUE,
        form: 'F2',
        largePrint: false,
        sheets: [aSheet({ items: [anItem({ printedExpiresOn: null, noDatePrinted })] })],
      });
    expect(await told(false)).toContain('マークあり未確認');
    expect(await told(true)).toContain('マークあり記載なし');
  });

  it('a letter has its head and foot in the language of its reader', async () => {
    const lines = Array.from({ length: 8 }, () => LETTER_LINE);
    const print = (language: 'en' | 'ja', anchor = ISSUE.anchor) =>
      read({ issue: { ...ISSUE, anchor }, form: 'F8', letters: [aLetter({ language, lines })] });
    const english = (await print('en')).pages;
    expect(english.length).toBeGreaterThan(1);
    expect(english[1]).toContain('Dates of what we keep for you (continued)');
    for (const page of english) {
      expect(page).toMatch(/Form 8[\s\S]*Page \d \/ \d[\s\S]*Issued [\s\S]*Check code/);
      expect(page).not.toMatch(/つづき|様式|発行|確認番号|ページ/);
    }
    expect((await print('en', null)).pages[0]).toContain('The record is not signed on this paper');
    expect((await print('ja')).pages[1]).toMatch(/お預かり品の期限のお知らせ（つづき）/);
  });

  it.each(JOBS.map((job) => [job.form, job] as const))(
    '%s without a signature: the same pages, with a box that says so, and neither code nor picture',
    async (_, job) => {
      const signed = await print(job);
      const unsigned = await print({ ...job, issue: { ...ISSUE, anchor: null } });
      const { pages } = pdfText(unsigned);
      expect(pages).toHaveLength(pdfText(signed).pages.length);
      for (const page of pages) {
        expect(page).toContain('この用紙には記録の締めの署名がありません');
        expect(page).toContain('前に署名した記録の続きになっていると確かめられないため');
        expect(page).not.toMatch(/確認番号　|[0-9A-Z]{4}-[0-9A-Z]{4}-/);
      }
      expect([signed, unsigned].map((pdf) => pdf.includes('/Subtype /Image'))).toEqual([true, false]);
    },
  );

  it('pdftotext reads the same names', async () => {
    if (!HAS_PDFTOTEXT) {
      console.warn('skipped: pdftotext (poppler-utils) is not on this machine');
      return;
    }
    const pdf = await print({ issue: ISSUE, form: 'F2', sheets, largePrint: false });
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
    for (const part of ['髙﨑 𠮷右衛門', '2026年12月10日(木)', '令和8年12月10日', '事務室金庫'])
      expect(text).toContain(part);
  });

  it('F14 tells of each envelope who sent it and whether it was handed on unopened, and nothing of what was in it', async () => {
    const text = await words({ issue: ISSUE, form: 'F14', sheets: [aSheet({ items: ENVELOPES })] });
    for (const part of [
      '□開けずにご本人・ご家族へ',
      '■保険者からの証に限り、ご本人の前で開けてよい',
      '未確認',
      'お預かり中',
      '地方公共団体情報システム機構',
      '■開けずにお渡し',
      '髙﨑健様ご家族',
      '介護保険負担割合証',
      '■ご本人の前で開封',
      '封筒の中身は記録しません',
      '暗証番号に関する封筒は、どなたのものでも開けません',
    ])
      expect(text).toContain(part);
    // Three more can be written by hand, and the one in the safe.
    expect(text.match(/□開けずにお渡し□ご本人の前で開封/g)).toHaveLength(4);
  });

  it('F1 says what is kept and how, asks about envelopes, and ticks what the agreement covers', async () => {
    const text = await words({
      issue: ISSUE,
      form: 'F1',
      sheets: [aSheet({ text: { version: 1, text: '第1条　別紙のことば' } })],
    });
    for (const sentence of [
      '施設は善良な管理者の注意をもって保管します',
      '書面で任命した職員。救急のときは居合わせた職員が持ち出し、責任者が確かめます',
      '暗証番号は預かりません・お聞きしません',
      '個人番号（マイナンバー12桁）は記録・複写しません',
      '□開けずにご本人・ご家族へ',
      '■保険者からの証に限り、ご本人の前で開けてよい',
      '■マイナンバーカード',
      '■介護保険被保険者証',
      '第12号',
      '第1版',
      '1941年8月1日（昭和16年8月1日）',
      '第1条別紙のことば',
    ])
      expect(text).toContain(sentence);
    expect(await words({ issue: ISSUE, form: 'F1', sheets: [aSheet({ agreement: null })] })).not.toContain('■');
  });

  it('asks who signs on a page that also says what is signed, however long the names are', async () => {
    const issue = {
      ...ISSUE,
      facility: {
        ...ISSUE.facility,
        name: '社会福祉法人 千葉いすみ福祉会 介護老人福祉施設 特別養護老人ホーム さくらの里 ユニット型本館',
      },
    };
    const resident = { ...TAKASAKI, name: '髙﨑 𠮷右衛門ノ介ジョナサン・アレクサンダー', room: 'ユニットさくら 203-1' };
    const ended = {
      disposition: 'surrendered',
      at: ISSUE.issuedAt,
      receiver: 'いすみ市役所',
      relation: 'municipality',
      witness: '鈴木 一郎',
      by: '佐藤 花子',
    } as const;
    const hold = { reason: 'after-end', resolveBy: '2026-11-28' } as const;
    const some = FOURTEEN.slice(0, 4);
    const last = FOURTEEN.slice(-1);
    const pagesOf = async (job: object) => (await read({ issue, ...job } as PrintJob)).pages;
    const long = (items: readonly ItemOnPaper[]) => [aSheet({ resident, items })];
    const f1 = await pagesOf({ form: 'F1', sheets: long([]) });
    const f2 = await pagesOf({ form: 'F2', sheets: long(FOURTEEN), largePrint: false });
    const large = await pagesOf({ issue: ISSUE, form: 'F2', sheets: [aSheet({ items: some })], largePrint: true });
    const f9 = await pagesOf({ form: 'F9', sheets: long(some.map((item) => ({ ...item, ended }))) });
    const f9long = await pagesOf({ form: 'F9', sheets: long(FOURTEEN.map((item) => ({ ...item, ended }))) });
    const f10 = await pagesOf({ form: 'F10', sheets: long(FOURTEEN) });
    const f17 = await pagesOf({ form: 'F17', sheets: long(last.map((item) => ({ ...item, hold }))) });
    expect([f1, f2, large, f9, f9long, f10, f17].map((pages) => pages.length)).toEqual([2, 2, 2, 1, 2, 1, 1]);
    expect(f9long[1]).toMatch(/理由.*施設から.*受け取られた方から.*ご署名/s);
  });

  it('counts the pages of each resident on their own', async () => {
    const { pages } = await read({
      issue: ISSUE,
      form: 'F1',
      sheets: [aSheet(), aSheet({ agreement: { ...AGREEMENT, number: 13 } })],
    });
    expect(pages.map((page) => /\d \/ \d ページ/.exec(page)?.[0])).toEqual([
      '1 / 2 ページ',
      '2 / 2 ページ',
      '1 / 2 ページ',
      '2 / 2 ページ',
    ]);
  });

  it('the code on paper holds the whole signed checkpoint with room for damage', () => {
    const code = modules(NOTE);
    // Version 13 of 69 modules holds 331 bytes at level M; each corner but one has its finder.
    expect(code.length).toBeLessThanOrEqual(69);
    for (const [y, x] of [
      [0, 0],
      [0, code.length - 7],
      [code.length - 7, 0],
    ] as const)
      expect(
        code.slice(y, y + 7).map((row) =>
          row
            .slice(x, x + 7)
            .map(Number)
            .join(''),
        ),
      ).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']);
  });

  it('shows a correction beside the line, with the line as it was', async () => {
    const text = await words(JOBS[3] as PrintJob);
    expect(text).toContain('外来受診');
    expect(text).toContain('訂正目的：薬局理由：あとで分かった・薬局も回った');
    expect(text).toContain('F3-000123');
  });

  it('begins to hand a long job over before it is drawn, lets a short one pass, and stops when nobody reads any more', async () => {
    const house = Array.from({ length: 2000 }, () => aSheet());
    const long = printer.print({ issue: ISSUE, form: 'F1', sheets: house });
    const [first] = (await once(long, 'data')) as [Buffer];
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await print({ issue: ISSUE, form: 'F10', sheets })).subarray(0, 5).toString()).toBe('%PDF-');
    expect(long.readableEnded).toBe(false);
    const neverBegun = printer.print({ issue: ISSUE, form: 'F1', sheets: house });
    const next = print({ issue: ISSUE, form: 'F10', sheets: house.slice(0, 25) });
    neverBegun.destroy();
    long.destroy();
    const began = performance.now();
    expect((await next).subarray(0, 5).toString()).toBe('%PDF-');
    // Two thousand papers take most of a minute.
    expect(performance.now() - began).toBeLessThan(25_000);
  });

  it('what is on paper does not depend on who else is printed, nor on what the worker drew before', async () => {
    const other = aSheet({ resident: { ...TAKASAKI, name: '里見 ナミ' } });
    const alone = await read({ issue: ISSUE, form: 'F10', sheets });
    const among = await read({ issue: ISSUE, form: 'F10', sheets: [other, ...sheets, other] });
    expect(among.pages).toHaveLength(3);
    expect(among.pages[1]).toBe(alone.pages[0]);
    expect(among.fonts.length).toBe(alone.fonts.length);
    const unused = new Printer();
    const first = pdfText(await buffer(unused.print({ issue: ISSUE, form: 'F10', sheets })));
    await unused.onApplicationShutdown();
    expect(first).toEqual(alone);
  });

  it('a job that fails does not stop the next', async () => {
    const broken = { issue: null, form: 'F10', sheets } as unknown as PrintJob;
    const first = print(broken);
    const second = print({ issue: ISSUE, form: 'F10', sheets });
    await expect(first).rejects.toThrow();
    expect((await second).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
