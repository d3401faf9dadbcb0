import type { ItemKind, Purpose } from '@azukari/domain';

import type { Item } from '../ui/item-state';
import { type Bringing, noticesFor, reasonsFor } from './proposal';

const TODAY = '2026-11-22';
const NOTHING: Bringing = { on: TODAY, proposed: [], notProposed: [], advice: [] };

const anItem = (kind: ItemKind, at: 'stored' | 'out' = 'stored', printedExpiresOn: string | null = '2031-07-31') =>
  ({ id: kind, kind, label: null, custody: { at }, printedExpiresOn }) as unknown as Item;

const good = (kind: ItemKind, given: Partial<Bringing['proposed'][number]> = {}): Bringing['proposed'][number] => ({
  itemId: kind,
  kind,
  label: null,
  at: 'stored',
  reasonCode: 'proves-alone',
  source: 'リーフレット p.1',
  fallback: [],
  advice: [],
  ...given,
});

const ticked = (items: readonly Item[], bringing: Bringing | null, purpose: Purpose = 'outpatient') =>
  reasonsFor(items, purpose, bringing, TODAY)
    .filter(({ proposed }) => proposed)
    .map(({ item }) => item.kind);
const codes = (items: readonly Item[], bringing: Bringing | null, purpose: Purpose = 'outpatient') =>
  Object.fromEntries(reasonsFor(items, purpose, bringing, TODAY).map(({ item, code }) => [item.kind, code]));

const CARD = good('my-number-card', {
  reasonCode: 'proves-with-face-or-pin',
  advice: [{ code: 'call-first', source: '' }],
});
const PAPER = good('eligibility-certificate');

it('ticks the surest proof and what is shown beside it, and says why the rest stays', () => {
  const items = [
    anItem('my-number-card'),
    anItem('eligibility-certificate'),
    anItem('medication-notebook', 'stored', null),
    anItem('local-medical-subsidy', 'stored', '2026-11-21'),
    anItem('care-insurance-card'),
  ];
  const bringing = { ...NOTHING, proposed: [PAPER, CARD] };
  expect(reasonsFor(items, 'outpatient', bringing, TODAY).map(({ item }) => item.kind)).toEqual([
    'eligibility-certificate',
    'my-number-card',
    'medication-notebook',
    'local-medical-subsidy',
    'care-insurance-card',
  ]);
  expect(codes(items, bringing)).toEqual({
    'my-number-card': 'proof-enough',
    'eligibility-certificate': 'proof',
    'medication-notebook': 'shown',
    'local-medical-subsidy': 'expired',
    'care-insurance-card': 'not-shown',
  });
});

it('what the rules do not propose is never ticked, however it is shown elsewhere', () => {
  const items = [anItem('my-number-card')];
  const absent = { ...NOTHING, notProposed: [{ ...CARD, reasonCode: 'resident-absent' as const }] };
  for (const purpose of ['outpatient', 'pharmacy', 'municipal-office', 'renewal'] as const) {
    expect(ticked(items, absent, purpose)).toEqual([]);
    expect(codes(items, absent, purpose)).toEqual({ 'my-number-card': 'no-proof' });
  }
});

it('a proof that is out gives way to the next that is here, and is spoken of', () => {
  const items = [anItem('eligibility-certificate', 'out'), anItem('my-number-card')];
  const bringing = { ...NOTHING, proposed: [{ ...PAPER, at: 'out' as const }, CARD] };
  expect(codes(items, bringing)).toEqual({ 'my-number-card': 'proof', 'eligibility-certificate': 'away' });
  const reasons = reasonsFor(items, 'outpatient', bringing, TODAY);
  expect(noticesFor(bringing, reasons)).toEqual(['call-first']);
  const nothingHere = { ...NOTHING, proposed: [{ ...PAPER, at: 'out' as const }] };
  expect(noticesFor(nothingHere, reasonsFor(items, 'outpatient', nothingHere, TODAY))).toEqual(['proof-away']);
});

it('what to do with a card is not said while a paper goes in its place', () => {
  const items = [anItem('eligibility-certificate'), anItem('my-number-card')];
  const bringing = { ...NOTHING, proposed: [PAPER, CARD] };
  expect(noticesFor(bringing, reasonsFor(items, 'outpatient', bringing, TODAY))).toEqual([]);
});

it('a 医療券 goes beside any proof, 資格情報のお知らせ only beside the card', () => {
  const kinds = ['public-assistance-voucher', 'eligibility-notice', 'my-number-card'] as const;
  const items = [...kinds, 'eligibility-certificate' as const].map((kind) => anItem(kind));
  const beside = [good('public-assistance-voucher'), CARD, good('eligibility-notice', { reasonCode: 'with-the-card' })];
  expect(ticked(items, { ...NOTHING, proposed: [PAPER, ...beside] })).toEqual([
    'eligibility-certificate',
    'public-assistance-voucher',
  ]);
  expect(ticked(items, { ...NOTHING, proposed: beside.slice(1) })).toEqual(['my-number-card', 'eligibility-notice']);
});

it('where nothing is shown to anybody, the only one in the safe is ticked', () => {
  expect(ticked([anItem('my-number-card')], null, 'to-family')).toEqual(['my-number-card']);
  expect(ticked([anItem('my-number-card'), anItem('care-insurance-card')], null, 'to-family')).toEqual([]);
});
