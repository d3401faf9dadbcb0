import { buffer } from 'node:stream/consumers';
import { checkOut, checkResident } from '@azukari/contract';
import type { DraftOf } from '@azukari/contract';
import { ADVICE_SOURCES, AUTH_MODES, FALLBACK_SOURCES, rankDocuments, VISIT_SETTINGS } from '@azukari/domain';
import type { Visit } from '@azukari/domain';
import { pdfText } from '@azukari/tools/pdf-text';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { ADVICE_WORDS, FALLBACK_WORDS, REASON_WORDS } from './paper/bringing-words.ts';
import type { Slip } from './paper/sheet.ts';
import { Printer } from './printer.ts';
import { ask, householdOf, paper } from './testing/households.ts';
import type { Asked } from './testing/households.ts';
import { aSlip, aTaken, ISSUE } from './testing/jobs.ts';

const plain = (pages: readonly string[]): string => pages.join('').replaceAll(/\s/g, '');

describe('F13 外出メモ', () => {
  const printer = new Printer();
  afterAll(() => printer.onApplicationShutdown());
  const print = async (...slips: readonly Slip[]) =>
    pdfText(await buffer(printer.print({ issue: ISSUE, form: 'F13', slips }))).pages;

  it('says who, where, what is taken and why, and whom to call', async () => {
    const text = plain(await print(aSlip()));
    for (const part of [
      '髙﨑𠮷右衛門様',
      '外来受診さくら内科',
      'いっしょに行きます',
      '鈴木一郎',
      '2026年11月21日(土)17:30',
      'マイナンバーカード',
      'お薬手帳',
      'お顔で確かめます（暗証番号のない、顔認証カードです）。',
      '電話0470-00-1234',
    ])
      expect(text).toContain(part);
  });

  it('a 顔認証 card asks for 目視モード, then B, then C, never for A or a PIN', async () => {
    const text = plain(await print(aSlip()));
    const order = ['このカードは顔認証カードです', '1.目視モードに', '2.（B）', '3.（C）「被保険者資格申立書」'];
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
    );
    for (const part of order) expect(text).toContain(part);
    expect(text).toContain('暗証番号は、職員は入れません。');
    expect(text).not.toContain('（A）');
  });

  it('a card with a PIN may show マイナポータル, a home visit uses the app, 生活保護 calls first', async () => {
    const withPin = aSlip({
      taken: [aTaken({ authMode: 'pin-set' })],
      fallback: ['visual-check', 'portal-screen', 'oral-confirmation', 'statement-form'],
      advice: ['watch-for-renewal-notice', 'public-assistance-call-first'],
    });
    const atHome = aSlip({
      setting: 'home-visit',
      taken: [aTaken({ reason: 'needs-visit-app' })],
      fallback: ['visit-app'],
      advice: ['later-visits-need-no-card'],
    });
    const [clinic = '', home = ''] = (await print(withPin, atHome)).map((page) => plain([page]));
    expect(clinic).toContain('2.（A）マイナポータル');
    expect(clinic).not.toContain('顔認証カードです');
    expect(clinic).toContain('次の受診で、読み取り機に更新のお知らせが出るか確認');
    expect(clinic).toContain('生活保護（医療扶助）の方です');
    expect(home).toContain('訪問を受けます');
    expect(home).toContain('マイナ在宅受付Webは使えません');
    expect(home).not.toContain('目視モードでお願い');
  });

  it('without her and without a card nothing is said about cards, and room is left for what nobody knows yet', async () => {
    const slip = aSlip({
      setting: 'pharmacy',
      goesAlong: false,
      holder: null,
      dueBackAt: null,
      taken: [aTaken({ kind: 'eligibility-certificate', authMode: null, reason: 'proves-alone' })],
      fallback: [],
      advice: ['resident-absent-call-first', 'prescription-is-enough'],
    });
    const text = plain(await print(slip));
    expect(text).toContain('ご本人が行かないときは、マイナンバーカードは原則使えません。先に電話で確認してください');
    expect(text).not.toContain('受付の方へ');
    expect(text).not.toContain('暗証番号');
    expect(text).toContain('もどす予定お持ちするもの');
  });

  it('is one page, with as much to say as a visit usually has at most', async () => {
    const full = aSlip({
      destination: '独立行政法人国立病院機構 東北南部総合医療センター 認知症疾患医療センター外来',
      taken: [
        aTaken({ reason: 'certificate-date-unknown' }),
        aTaken({ kind: 'eligibility-notice', reason: 'with-the-card' }),
        ...(['medical-limit-certificate', 'local-medical-subsidy', 'patient-card'] as const).map((kind) =>
          aTaken({ kind, reason: null }),
        ),
        aTaken({ kind: 'medication-notebook', printedExpiresOn: null, reason: null }),
      ],
      fallback: ['visual-check', 'notice-with-card', 'portal-screen', 'oral-confirmation', 'statement-form'],
      advice: ['public-assistance-call-first', 'watch-for-renewal-notice', 'staff-may-place-the-card'],
    });
    expect(await print(full)).toHaveLength(1);
  });

  it('has words for every reason that the rules give, every way on and every advice', () => {
    const seen = new Set<string>();
    const days = [null, '2025-06-30', '2026-07-31', '2026-08-24', '2026-11-24', '2027-09-15'];
    const kinds = [
      'my-number-card',
      'eligibility-certificate',
      'eligibility-notice',
      'legacy-insurance-card',
      'public-assistance-voucher',
    ] as const;
    const checks = (['yes', 'no', 'unknown'] as const).map((answer) => ({ answer, checkedOn: null }));
    for (const setting of VISIT_SETTINGS)
      for (const residentGoesAlong of [true, false])
        for (const registered of checks)
          for (const stopped of checks)
            for (const authMode of AUTH_MODES)
              for (const day of days) {
                const visit: Visit = {
                  setting,
                  residentGoesAlong,
                  day: '2026-11-25',
                  insurerType: null,
                  items: kinds.map((kind) => ({
                    id: kind,
                    kind,
                    printedExpiresOn: day,
                    certificateExpiresOn: day,
                    insurerType: 'national',
                    authMode,
                    receivedOn: null,
                  })),
                  resident: { birthDate: '1951-11-01', registered, stopped },
                };
                const { proposed, notProposed } = rankDocuments(visit);
                for (const { reasonCode } of [...proposed, ...notProposed]) seen.add(reasonCode);
              }
    expect(seen.size).toBeGreaterThan(15);
    expect([...seen].filter((code) => !(code in REASON_WORDS))).toEqual([]);
    expect(Object.keys(FALLBACK_WORDS)).toEqual(Object.keys(FALLBACK_SOURCES));
    expect(Object.keys(ADVICE_WORDS)).toEqual(Object.keys(ADVICE_SOURCES));
  });
});

describe('issuing F13', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const visit = { setting: 'outpatient', goesAlong: true, destination: 'みなと整形外科', holder: '鈴木 結' } as const;

  it('before 出す: for what is ticked, as the rules judge it today', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '髙﨑 𠮷右衛門');
    const on = house.clock.today();
    await house.manager.ok(checkResident, { question: 'registered', answer: 'yes', on }, { id: residentId });
    const text = plain((await paper(house.manager, 'F13', { itemIds: [itemIds[0] ?? ''], visit })).pages);
    expect(text).toContain('髙﨑𠮷右衛門様');
    expect(text).toContain('みなと整形外科');
    expect(text).toContain('持つ人鈴木結');
    expect(text).toContain('電子証明書の期限が未確認です。');
    expect(text).toContain('次の受診で、読み取り機に更新のお知らせが出るか確認');
    expect(text).not.toContain('資格確認書（');
    const alone = { ...visit, setting: 'pharmacy', goesAlong: false } as const;
    const fetched = plain((await paper(house.manager, 'F13', { itemIds, visit: alone })).pages);
    expect(fetched.indexOf('資格確認書')).toBeLessThan(fetched.indexOf('ご本人が行かないときは、原則使えません。'));
    expect(fetched).toContain('先に電話で確認してください');
  });

  it('after 出す: as it was recorded, one page for each resident', async () => {
    const one = await householdOf(house, house, '里見 ナミ');
    const other = await householdOf(house, house, '村雨 モヨ', ['eligibility-certificate']);
    await house.manager.ok(checkOut, {
      itemIds: [...one.itemIds, ...other.itemIds],
      purpose: 'outpatient',
      destination: 'さくら内科',
      holder: { kind: 'staff', staffId: house.manager.staffId },
      dueBackAt: new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString(),
    });
    const { pages } = await paper(house.manager, 'F13', { residentIds: [one.residentId, other.residentId] });
    expect(pages).toHaveLength(2);
    const mine = plain(pages.filter((page) => page.includes('里見')));
    expect(mine).toContain('外来受診さくら内科');
    expect(mine).toContain('いっしょに行きます');
    expect(plain(pages)).toContain('村雨モヨ様');
  });

  it('is not made of what goes nowhere, nor of another facility’s, and writes nothing then', async () => {
    const here = await householdOf(house, house, '早瀬 ヨシ');
    const there = await householdOf(house, house.second, '早瀬 ヨシ');
    const size = await house.ledgerSize();
    const refused = async (asked: Asked) => (await ask(house.manager, 'F13', asked)).refusal?.kind;
    for (const asked of [{ residentIds: [here.residentId] }, { itemIds: here.itemIds }])
      expect(await refused(asked)).toBe('nothing-to-print');
    for (const asked of [
      { itemIds: there.itemIds, visit },
      { residentIds: [there.residentId], visit },
    ])
      expect(await refused(asked)).toBe('not-found');
    expect(await house.ledgerSize()).toBe(size);
  });

  it('a destination that holds what must never be stored is refused by its name', async () => {
    const { itemIds } = await householdOf(house, house, '里見 ナミ');
    const reply = await ask(house.manager, 'F13', { itemIds, visit: { ...visit, destination: '暗証番号 1234' } });
    expect(reply.refusal).toMatchObject({ kind: 'forbidden-text', field: 'visit.destination' });
  });

  it('F18 says what went along to hospital, twice: for the ward, and for its receipt', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '里見 ハマ');
    expect((await ask(house.manager, 'F18', { residentIds: [residentId] })).refusal?.kind).toBe('nothing-to-print');
    await house.manager.ok(checkOut, {
      itemIds,
      purpose: 'hospital-stay',
      destination: '中央病院 3階東病棟',
      holder: { kind: 'other', relation: 'hospital', name: '中央病院 病棟' },
      dueBackAt: null,
    });
    const { pages } = await paper(house.manager, 'F18', { residentIds: [residentId] });
    expect(pages).toHaveLength(1);
    const text = plain(pages);
    for (const part of [
      '入院時持出票',
      '里見ハマ様',
      '中央病院3階東病棟',
      'もの（2点）',
      '切りとり',
      '病院で受け取られた方',
    ])
      expect(text).toContain(part);
    expect(text.match(/資格確認書/g)).toHaveLength(2);
    expect(text).toContain('暗証番号は、お渡ししていません');
  });

  it('F18 of a night at home goes with her and comes back, F19 asks the other house for a new agreement', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '里見 ソノ');
    const [card = '', certificate = ''] = itemIds;
    const dueBackAt = new Date(Date.parse(house.clock.now()) + 86_400_000).toISOString();
    const out = (id: string, of: Pick<DraftOf<typeof checkOut>, 'purpose' | 'holder' | 'destination'>) =>
      house.manager.ok(checkOut, { itemIds: [id], dueBackAt, ...of });
    const son = { kind: 'other', relation: 'family', name: '長男' } as const;
    await out(card, { purpose: 'overnight-leave', holder: son, destination: 'ご自宅' });
    const home = plain((await paper(house.manager, 'F18', { residentIds: [residentId] })).pages);
    expect(home).toContain('外泊・ご利用時の持出票');
    expect(home).not.toMatch(/資格確認書|入院時/);
    const other = { kind: 'other', relation: 'other-facility', name: 'もみじ苑 佐藤' } as const;
    await out(certificate, { purpose: 'other', holder: other, destination: 'もみじ苑' });
    const handed = plain((await paper(house.manager, 'F19', { residentIds: [residentId] })).pages);
    for (const part of ['施設間引継書', 'もみじ苑', 'もの（1点）', 'あらためて預かり依頼書'])
      expect(handed).toContain(part);
  });
});
