import { buffer } from 'node:stream/consumers';
import { noteApplication } from '@azukari/contract';
import { pdfText } from '@azukari/tools/pdf-text';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { APPLICATION } from '../testing/samples.ts';
import { GROUND_WORDS, WHY_WORDS } from './paper/f12-words.ts';
import type { Support } from './paper/sheet.ts';
import { Printer } from './printer.ts';
import { ask, paper } from './testing/households.ts';
import { aSupport, ISSUE } from './testing/jobs.ts';

const plain = (pages: readonly string[]): string => pages.join('').replaceAll(/\s/g, '');

describe('F12 資格確認書 申請支援票', () => {
  const printer = new Printer();
  afterAll(() => printer.onApplicationShutdown());
  const print = async (...supports: readonly Support[]) =>
    pdfText(await buffer(printer.print({ issue: ISSUE, form: 'F12', supports }))).pages;

  it('says who, of which insurer, why, who applies, and to when the present one counts', async () => {
    const [sheet = ''] = await print(aSupport());
    for (const part of [
      '髙﨑𠮷右衛門様',
      '千葉県後期高齢者医療広域連合',
      '■施設に入所している',
      '□障害者手帳を持っている',
      '■施設の職員',
      '■あり',
      '2027年7月31日(土)　令和9年'.replace('　', ''),
      WHY_WORDS['needs-support'],
    ])
      expect(plain([sheet])).toContain(part.replaceAll(/\s/g, ''));
  });

  it('has a 委任状 that names the house where its staff apply, on a page of its own', async () => {
    const pages = await print(aSupport());
    expect(pages).toHaveLength(2);
    const letter = plain(pages.slice(1));
    for (const part of [
      '委任状',
      '千葉県後期高齢者医療広域連合御中',
      '特別養護老人ホームさくらの里職員',
      '資格確認書の受け取り',
    ])
      expect(letter).toContain(part);
  });

  it('has none where no proxy is needed, and an open one where nobody has said yet', async () => {
    const { noted } = aSupport();
    const without = await print(aSupport({ noted: noted && { ...noted, applicant: 'family', byProxy: false } }));
    expect(without).toHaveLength(1);
    const open = await print(aSupport({ noted: null, insurer: null, insurerType: null, why: null, expiresOn: null }));
    expect(open).toHaveLength(2);
    expect(plain(open)).not.toContain('■');
    expect(plain(open.slice(1))).not.toContain('さくらの里職員');
  });

  it('shows the days of application and arrival, and what was said of the next one', async () => {
    const { noted } = aSupport();
    const days = { appliedOn: '2026-11-02', arrivedOn: '2026-11-20', renews: 'yes' } as const;
    const text = plain(await print(aSupport({ noted: noted && { ...noted, ...days } })));
    for (const part of ['2026年11月2日(月)', '2026年11月20日(金)', '■申請なしで届く']) expect(text).toContain(part);
  });

  it('has no field for any number', async () => {
    const text = plain(await print(aSupport()));
    expect(text).not.toMatch(/個人番号|マイナンバー(?!カード)|被保険者番号|記号/);
    expect(text).toContain('どの番号も暗証番号も書かないでください');
  });

  it('every ground and reason that the paper says is short enough for its line', () => {
    expect(Object.values(GROUND_WORDS).every((word) => word.length <= 20)).toBe(true);
  });
});

describe('issuing F12', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is about one person, or about all who apply, in the order of the rooms', async () => {
    const [second, first, other] = [
      await house.aResident({ name: '髙﨑 ミツ', room: '210' }),
      await house.aResident({ name: '𠮷田 ヨネ', room: '102' }),
      await house.aResident({ name: '山田 花' }),
    ];
    for (const { id } of [second, first])
      await house.manager.ok(noteApplication, { version: 0, ...APPLICATION }, { id });
    const all = (await paper(house.manager, 'F12', {})).pages;
    expect(all.filter((page) => page.includes('申請支援票') && /1 \/ 2 ページ/.test(page))).toHaveLength(2);
    const text = plain(all);
    expect(text.indexOf('𠮷田ヨネ')).toBeLessThan(text.indexOf('髙﨑ミツ'));
    expect(text).not.toContain('山田花');
    const one = plain((await paper(house.manager, 'F12', { residentIds: [other.id] })).pages);
    expect(one).toContain('山田花様');
    expect(one).not.toContain('髙﨑ミツ');
  });

  it('refuses where nobody applies, and who is of another facility', async () => {
    const foreign = await house.second.aResident();
    const nobody = { status: 404, refusal: { kind: 'not-found' } };
    expect((await ask(house.second.manager, 'F12', {})).refusal).toEqual({ kind: 'nothing-to-print' });
    expect(await ask(house.manager, 'F12', { residentIds: [foreign.id] })).toMatchObject(nobody);
  });
});
