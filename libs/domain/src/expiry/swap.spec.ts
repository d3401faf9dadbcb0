import { uuid } from '../custody/testing/makers.ts';
import { NOT_ASKED } from './deadline.ts';
import type { ItemFacts } from './deadline.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { swapLines, swapSeasons } from './swap.ts';
import type { EnvelopeInHouse, PaperInHouse } from './swap.ts';

const OLD = uuid(1);
const NEXT = uuid(2);
const WHO = uuid(3);
const SEASON = '2026-07-31';

type Given = Partial<Omit<PaperInHouse, 'item'>> & { readonly item?: Partial<ItemFacts> };
const paper = ({ item, ...of }: Given = {}): PaperInHouse => ({
  id: OLD,
  residentId: WHO,
  at: 'stored',
  resident: { birthDate: '1936-03-03', registered: NOT_ASKED, stopped: NOT_ASKED },
  ...of,
  item: {
    kind: 'care-copay-certificate',
    printedExpiresOn: SEASON,
    certificateExpiresOn: null,
    insurerType: null,
    ...item,
    receivedOn: item?.receivedOn ?? '2025-09-01',
  },
});
const next = (of: Given = {}): PaperInHouse =>
  paper({ id: NEXT, ...of, item: { printedExpiresOn: '2027-07-31', receivedOn: '2026-07-20', ...of.item } });
const envelope: EnvelopeInHouse = { id: uuid(4), residentId: WHO, expected: ['care-copay-certificate'] };
const lines = (papers: readonly PaperInHouse[], envelopes: readonly EnvelopeInHouse[] = [], season = SEASON) =>
  swapLines({ endsOn: season, asOf: '2026-09-01' }, papers, envelopes, DEFAULT_SETTINGS);

test.each([
  ['2026-07-30', '2025-07-31', '2026-07-31'],
  ['2026-07-31', '2025-07-31', '2026-07-31'],
  ['2026-08-01', '2026-07-31', '2027-07-31'],
  ['2026-11-22', '2026-07-31', '2027-07-31'],
])('on %s the last swap is that of %s, the next that of %s', (day, last, ahead) =>
  expect(swapSeasons(day)).toEqual([last, ahead]),
);

describe('how far the swap of a paper is', () => {
  test.each([
    ['nothing has come', [paper()], [], 'awaited'],
    ['an envelope has come in which it is awaited', [paper()], [envelope], 'sealed'],
    [
      'an envelope for something else has come',
      [paper()],
      [{ ...envelope, expected: ['care-limit-certificate'] }],
      'awaited',
    ],
    ['somebody else’s envelope has come', [paper()], [{ ...envelope, residentId: uuid(9) }], 'awaited'],
    ['the new one is here beside the old one', [paper(), next()], [], 'both'],
    ['the old one has ended', [paper({ at: 'ended' }), next()], [], 'done'],
    ['the new one was given away again', [paper(), next({ at: 'ended' })], [], 'awaited'],
    ['a new one of another kind is here', [paper(), next({ item: { kind: 'care-limit-certificate' } })], [], 'awaited'],
    ['somebody else’s new one is here', [paper(), next({ residentId: uuid(9) })], [], 'awaited'],
  ] as const)('%s', (_, papers, envelopes, state) =>
    expect(lines(papers, envelopes).find(({ old }) => old === OLD)?.state).toBe(state),
  );

  test('what was given away without a successor has no line', () =>
    expect(lines([paper({ at: 'ended' })])).toEqual([]));
  test('the new one is of the next season', () => {
    expect(lines([paper(), next()])).toHaveLength(1);
    expect(lines([next()], [], '2027-07-31')).toMatchObject([{ old: NEXT, state: 'awaited' }]);
  });
  test('what was swapped two years ago is no longer told, what was forgotten then is', () => {
    const before = { printedExpiresOn: '2024-07-31' };
    expect(lines([paper({ at: 'ended', item: before }), next()])).toEqual([]);
    expect(lines([paper({ item: before })])).toHaveLength(1);
    expect(lines([paper({ item: before }), paper()], [], '2027-07-31')).toEqual([]);
  });
});

describe('which papers', () => {
  test.each([
    ['a 負担割合証 arrives', {}, 'arrives'],
    ['a 限度額認定証 is applied for', { kind: 'care-limit-certificate' }, 'apply'],
    ['of 後期高齢, at 85, it arrives', { kind: 'eligibility-certificate', insurerType: 'late-elderly' }, 'arrives'],
    ['of 被用者保険: no yearly paper', { kind: 'eligibility-certificate', insurerType: 'employee' }, null],
    ['one that ends on another day', { printedExpiresOn: '2026-03-31' }, null],
    ['a card', { kind: 'my-number-card' }, null],
    [
      'a 限度額適用認定証 of 後期高齢, which is no longer made',
      { kind: 'medical-limit-certificate', insurerType: 'late-elderly' },
      null,
    ],
  ] as const)('%s', (_, item, way) => expect(lines([paper({ item })])[0]?.way ?? null).toBe(way));

  test('a 資格確認書 of 国保 arrives, but not after the 75th birthday', () => {
    const of = (birthDate: string) =>
      lines([
        paper({
          resident: { birthDate, registered: NOT_ASKED, stopped: NOT_ASKED },
          item: { kind: 'eligibility-certificate', insurerType: 'national' },
        }),
      ])[0]?.way;
    expect(of('1960-03-03')).toBe('arrives');
    expect(of('1936-03-03')).toBeUndefined();
  });

  test('below 85 nobody knows whether it arrives, until somebody asks', () => {
    const resident = { birthDate: '1946-03-03', registered: NOT_ASKED, stopped: NOT_ASKED };
    const item = { kind: 'eligibility-certificate', insurerType: 'late-elderly' } as const;
    expect(lines([paper({ resident, item })])[0]?.way).toBe('ask');
    const registered = { answer: 'yes', checkedOn: '2026-05-01' } as const;
    expect(lines([paper({ resident: { ...resident, registered }, item })])[0]?.way).toBe('apply');
  });

  test('a date that nobody has read is that of the year in which the paper came', () => {
    const unread = paper({ item: { printedExpiresOn: null } });
    expect(lines([unread])).toHaveLength(1);
    expect(lines([unread], [], '2025-07-31')).toEqual([]);
  });
});
