import fc from 'fast-check';
import { AUTH_MODES, INSURER_TYPES, ITEM_KINDS } from '../item.ts';
import type { ItemKind } from '../item.ts';
import { ADVICE_SOURCES, FALLBACK_SOURCES, VISIT_SETTINGS } from './bringing.ts';
import type { Visit, VisitItem } from './bringing.ts';
import { NOT_ASKED } from './deadline.ts';
import { ANSWERS } from './facts.ts';
import { aBirth, aDay } from './testing/days.ts';
import { insurerTypeOf, rankDocuments } from './what-to-bring.ts';

const REGISTERED = { answer: 'yes', checkedOn: '2026-11-01' } as const;

const anItem = (kind: ItemKind, given: Partial<VisitItem> = {}): VisitItem => ({
  id: kind,
  kind,
  printedExpiresOn: '2031-09-15',
  certificateExpiresOn: '2027-09-15',
  insurerType: null,
  authMode: null,
  receivedOn: null,
  ...given,
});

const CERTIFICATE = anItem('eligibility-certificate', { printedExpiresOn: '2027-07-31', insurerType: 'late-elderly' });
const CARD = anItem('my-number-card', { authMode: 'pin-set' });
const FACE_ONLY = anItem('my-number-card', { authMode: 'face-only' });
const NOTICE = anItem('eligibility-notice', { printedExpiresOn: null });

const aVisit = (items: readonly VisitItem[], given: Partial<Visit> = {}): Visit => ({
  setting: 'outpatient',
  day: '2026-11-25',
  residentGoesAlong: true,
  items,
  resident: { birthDate: '1941-08-01', registered: REGISTERED, stopped: NOT_ASKED },
  insurerType: 'late-elderly',
  ...given,
});

const bring = (items: readonly VisitItem[], given: Partial<Visit> = {}) => rankDocuments(aVisit(items, given));
const kinds = (list: readonly { readonly kind: ItemKind }[]) => list.map(({ kind }) => kind);
const codes = ({ advice, proposed }: ReturnType<typeof rankDocuments>) =>
  [...advice, ...proposed.flatMap((document) => document.advice)].map(({ code }) => code);

describe('what to bring', () => {
  test('the paper that needs neither face nor PIN comes first', () => {
    const { proposed } = bring([NOTICE, CARD, CERTIFICATE, anItem('patient-card')]);
    expect(proposed).toMatchObject([
      { kind: 'eligibility-certificate', reasonCode: 'proves-alone', fallback: [] },
      { kind: 'my-number-card', reasonCode: 'proves-with-face-or-pin', value: 'full' },
      { kind: 'eligibility-notice', reasonCode: 'with-the-card' },
    ]);
  });

  test.each([
    ['an ended paper', { printedExpiresOn: '2026-11-24' }, 'expired'],
    ['国保 after the 75th birthday', { insurerType: 'national' }, 'seventy-fifth-birthday'],
  ] as const)('%s stays in the safe', (_, given, reasonCode) => {
    const { proposed, notProposed } = bring([{ ...CERTIFICATE, ...given }]);
    expect(proposed).toEqual([]);
    expect(notProposed).toMatchObject([{ reasonCode }]);
  });

  test('where its insurer ends it with the 70th birthday, a paper stays in the safe after it', () => {
    const seventy = { ...aVisit([]).resident, birthDate: '1956-09-15' };
    const paper = { ...CERTIFICATE, insurerType: 'national', insurer: 'city', receivedOn: '2026-08-30' } as const;
    const given = { resident: seventy, insurers: { city: { endsAtSeventy: true } } };
    expect(bring([paper], given).notProposed).toMatchObject([{ reasonCode: 'seventieth-birthday' }]);
    expect(bring([{ ...paper, insurer: null }], given).proposed).toHaveLength(1);
    for (const receivedOn of ['2026-09-01', '2026-10-01'])
      expect(bring([{ ...paper, receivedOn }], given).proposed).toHaveLength(1);
  });

  test('a paper goes on its last day, and one of unknown date after a card that is good', () => {
    expect(kinds(bring([{ ...CERTIFICATE, printedExpiresOn: '2026-11-25' }]).proposed)).toHaveLength(1);
    const { proposed } = bring([{ ...CERTIFICATE, printedExpiresOn: null }, CARD]);
    expect(proposed).toMatchObject([{ kind: 'my-number-card' }, { reasonCode: 'date-unknown' }]);
    expect(bring([{ ...CERTIFICATE, printedExpiresOn: null, noDatePrinted: true }, CARD]).proposed[0]).toMatchObject({
      reasonCode: 'proves-alone',
    });
  });

  test.each([
    ['2027-09-15', 'full', 'proves-with-face-or-pin', []],
    ['2026-11-24', 'qualification-only', 'within-grace-strict', []],
    ['2026-08-24', 'ask-clinic', 'within-grace-administrative', ['call-first']],
    [null, 'unknown', 'certificate-date-unknown', ['watch-for-renewal-notice']],
  ] as const)('a card with a certificate to %s: %s', (certificateExpiresOn, value, reasonCode, advice) => {
    const answer = bring([{ ...CARD, certificateExpiresOn }]);
    expect(answer.proposed).toMatchObject([{ value, reasonCode }]);
    expect(codes(answer)).toEqual([...advice, 'staff-may-place-the-card']);
  });

  test.each([
    ['whose grace is over', { certificateExpiresOn: '2026-07-31' }, {}, 'grace-over'],
    ['that has ended', { printedExpiresOn: '2026-11-24' }, {}, 'card-expired'],
    ['that is not registered', {}, { registered: { answer: 'no', checkedOn: null } }, 'not-registered'],
    ['that is stopped', {}, { stopped: { answer: 'yes', checkedOn: null } }, 'stopped'],
  ] as const)('a card %s stays in the safe, and something else is needed', (_, given, resident, reasonCode) => {
    const answer = bring([{ ...CARD, ...given }], { resident: { ...aVisit([]).resident, ...resident } });
    expect(answer).toMatchObject({ proposed: [], notProposed: [{ reasonCode, value: 'no' }] });
    expect(codes(answer)).toEqual(['nothing-proves-eligibility']);
  });

  test('a card nobody has asked about comes last, with the question', () => {
    const answer = bring([CARD], { resident: { ...aVisit([]).resident, registered: NOT_ASKED } });
    expect(answer.proposed).toMatchObject([{ value: 'unknown', reasonCode: 'registration-unknown' }]);
    expect(codes(answer)).toContain('check-registration');
  });

  test('資格情報のお知らせ alone proves nothing, nor where no reader stands', () => {
    const left = { notProposed: [{ kind: 'eligibility-notice', reasonCode: 'not-usable-alone' }] };
    expect(bring([NOTICE])).toMatchObject({ proposed: [], ...left });
    expect(bring([NOTICE, CARD], { setting: 'home-visit' })).toMatchObject(left);
  });

  test('an old 健康保険証 was accepted on look-up for a while, and is no longer', () => {
    const old = anItem('legacy-insurance-card', { printedExpiresOn: '2025-07-31' });
    const then = bring([old], { day: '2026-03-31' });
    expect(then.proposed).toMatchObject([{ value: 'lookup-only', reasonCode: 'clinic-may-look-up' }]);
    expect(codes(then)).toEqual(['call-first']);
    expect(bring([old], { day: '2026-04-01' })).toMatchObject({ proposed: [], notProposed: [{ value: 'none' }] });
    expect(bring([old], { day: '2025-07-31' }).proposed).toMatchObject([{ value: 'valid' }]);
  });

  test('with 生活保護 one calls first', () => {
    const voucher = anItem('public-assistance-voucher', { printedExpiresOn: '2026-11-30' });
    const answer = bring([voucher], { insurerType: 'public-assistance' });
    expect(kinds(answer.proposed)).toEqual(['public-assistance-voucher']);
    expect(codes(answer)).toEqual(['public-assistance-call-first']);
    expect(bring([voucher], { day: '2026-12-01' }).notProposed).toMatchObject([{ reasonCode: 'expired' }]);
  });
});

describe('by whom she is insured', () => {
  test.each([
    ['nothing', [], null],
    ['papers that do not say', [anItem('care-insurance-card')], null],
    ['her 資格確認書', [anItem('care-insurance-card'), CERTIFICATE], 'late-elderly'],
    ['a 医療券 beside it', [CERTIFICATE, anItem('public-assistance-voucher')], 'public-assistance'],
    ['a card marked 生活保護', [CERTIFICATE, { ...CARD, insurerType: 'public-assistance' }], 'public-assistance'],
  ] as const)('is read off %s', (_, items, expected) => expect(insurerTypeOf(items)).toBe(expected));

  test('what to do with a card is said of the card, so that a paper that goes alone is not talked over', () => {
    const answer = bring([CERTIFICATE, { ...CARD, certificateExpiresOn: null }]);
    expect(answer.advice).toEqual([]);
    expect(answer.proposed.map(({ advice }) => advice.map(({ code }) => code))).toEqual([
      [],
      ['watch-for-renewal-notice', 'staff-may-place-the-card'],
    ]);
  });
});

describe('when the reader fails', () => {
  const fallbackOf = (item: VisitItem, ...others: readonly VisitItem[]) =>
    bring([item, ...others]).proposed.find(({ kind }) => kind === 'my-number-card')?.fallback;

  test.each([
    ['a PIN', CARD, ['visual-check', 'portal-screen', 'oral-confirmation', 'statement-form']],
    ['no PIN (顔認証)', FACE_ONLY, ['visual-check', 'oral-confirmation', 'statement-form']],
    ['an unknown PIN', { ...CARD, authMode: null }, ['visual-check', 'oral-confirmation', 'statement-form']],
  ])('a card with %s has these ways on', (_, card, expected) => expect(fallbackOf(card)).toEqual(expected));

  test('資格情報のお知らせ helps beside the card', () =>
    expect(fallbackOf(FACE_ONLY, NOTICE)).toEqual([
      'visual-check',
      'notice-with-card',
      'oral-confirmation',
      'statement-form',
    ]));
});

describe('elsewhere than at a counter', () => {
  test.each([
    ['pin-set', 'proves-with-face-or-pin'],
    ['face-only', 'needs-visit-app'],
    ['unknown', 'needs-visit-app'],
    [null, 'needs-visit-app'],
  ] as const)('at a home visit a card %s: %s', (authMode, reasonCode) => {
    const answer = bring([{ ...CARD, authMode }], { setting: 'home-visit' });
    expect(answer.proposed).toMatchObject([{ reasonCode, fallback: ['visit-app'] }]);
    expect(codes(answer)).toContain('later-visits-need-no-card');
  });

  test('online a 顔認証 card is of no use, another needs her own PIN', () => {
    const online = { setting: 'online' } as const;
    expect(bring([FACE_ONLY], online)).toMatchObject({
      proposed: [],
      notProposed: [{ reasonCode: 'face-only-not-online' }],
    });
    expect(bring([CARD], online).proposed).toMatchObject([{ reasonCode: 'needs-own-pin', fallback: [] }]);
    expect(kinds(bring([CARD, CERTIFICATE], online).proposed)).toEqual(['eligibility-certificate', 'my-number-card']);
  });

  test('at the city office the card comes first, even an ended one, if she goes', () => {
    const office = { setting: 'municipal-office' } as const;
    const ended = { ...CARD, printedExpiresOn: '2026-01-01' };
    expect(kinds(bring([CERTIFICATE, ended], office).proposed)).toEqual(['my-number-card', 'eligibility-certificate']);
    expect(kinds(bring([CERTIFICATE, ended], { ...office, residentGoesAlong: false }).proposed)).toEqual([
      'eligibility-certificate',
    ]);
  });
});

describe('when she does not go', () => {
  test('her card stays, the paper goes, and one calls first', () => {
    const answer = bring([CARD, CERTIFICATE], { setting: 'pharmacy', residentGoesAlong: false });
    expect(kinds(answer.proposed)).toEqual(['eligibility-certificate']);
    expect(answer.notProposed).toMatchObject([{ kind: 'my-number-card', reasonCode: 'resident-absent' }]);
    expect(codes(answer)).toEqual(['resident-absent-call-first', 'prescription-is-enough']);
  });

  test('nothing is said of a card that is not kept, and at the city office no leaflet about clinics is cited', () => {
    const absent = { setting: 'municipal-office', residentGoesAlong: false } as const;
    expect(codes(bring([CERTIFICATE], absent))).toEqual([]);
    expect(codes(bring([CERTIFICATE], { ...absent, setting: 'pharmacy' }))).toEqual(['prescription-is-enough']);
    const [advice] = bring([CARD], absent).advice;
    expect(advice?.code).toBe('resident-absent-call-first');
    expect(advice?.source).not.toContain('健康保険証');
    expect(bring([CARD], { ...absent, setting: 'pharmacy' }).advice[0]?.source).toContain('健康保険証');
  });

  const aSafe = fc.record({
    setting: fc.constantFrom(...VISIT_SETTINGS),
    day: aDay('2025-01-01', 1_500),
    items: fc.array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...ITEM_KINDS),
        printedExpiresOn: fc.option(aDay('2025-01-01', 3_000)),
        certificateExpiresOn: fc.option(aDay('2025-01-01', 3_000)),
        insurerType: fc.option(fc.constantFrom(...INSURER_TYPES)),
        authMode: fc.option(fc.constantFrom(...AUTH_MODES)),
        receivedOn: fc.constant(null),
      }),
      { maxLength: 8 },
    ),
    resident: fc.record({
      birthDate: fc.option(aBirth),
      registered: fc.record({ answer: fc.constantFrom(...ANSWERS), checkedOn: fc.constant(null) }),
      stopped: fc.record({ answer: fc.constantFrom(...ANSWERS), checkedOn: fc.constant(null) }),
    }),
    insurerType: fc.option(fc.constantFrom(...INSURER_TYPES)),
  });

  test('a マイナンバーカード is never proposed, nor what needs it', () => {
    fc.assert(
      fc.property(aSafe, (safe) => {
        const answer = rankDocuments({ ...safe, residentGoesAlong: false });
        expect(kinds(answer.proposed)).not.toContain('my-number-card');
        expect(kinds(answer.proposed)).not.toContain('eligibility-notice');
        const hasCard = safe.items.some(({ kind }) => kind === 'my-number-card');
        expect(codes(answer).includes('resident-absent-call-first')).toBe(hasCard);
      }),
      { numRuns: 300 },
    );
  });

  test('whoever goes, nothing is both proposed and not, a 顔認証 card never counts on a PIN, and all is sourced', () => {
    fc.assert(
      fc.property(aSafe, fc.boolean(), (safe, residentGoesAlong) => {
        const { proposed, notProposed, advice } = rankDocuments({ ...safe, residentGoesAlong });
        const ids = [...proposed, ...notProposed].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { source } of [...proposed, ...notProposed, ...advice]) expect(source).not.toBe('');
        for (const { id, kind, fallback } of proposed) {
          const item = safe.items.find((one) => one.id === id);
          if (item?.authMode !== 'pin-set') expect(fallback).not.toContain('portal-screen');
          if (kind === 'my-number-card' && item?.authMode === 'face-only') expect(safe.setting).not.toBe('online');
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries({ ...FALLBACK_SOURCES, ...ADVICE_SOURCES }))(
    '%s says where it is written',
    (_code, source) => expect(source.length).toBeGreaterThan(10),
  );
});
