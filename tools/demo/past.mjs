import { CLINICS } from './people.mjs';
import { DAY, HOUR, MINUTE, dayOf, iso, startOfDay } from './time.mjs';

export const DAYS = 90;
const REASON = '受診や手続きのたびに必要なため';
const USUAL = ['care-insurance-card', 'eligibility-certificate'];
const ALSO = [
  'medication-notebook',
  'patient-card',
  'my-number-card',
  'care-copay-certificate',
  'care-limit-certificate',
  'eligibility-notice',
];
const RARE = [
  'medical-limit-certificate',
  'disability-handbook-physical',
  'disability-handbook-intellectual',
  'disability-handbook-mental',
  'self-support-medical',
  'welfare-service-certificate',
  'designated-disease',
  'local-medical-subsidy',
  'specific-disease-recipient',
  'elderly-recipient',
  'hibakusha-handbook',
  'public-assistance-voucher',
  'residence-card',
  'sealed-envelope',
  'other',
];

/** itemsFor says what each resident has in the safe; every kind that may be taken in occurs. */
export function itemsFor(people, random) {
  return people.map((_, n) => {
    const kinds = n % 10 === 9 ? USUAL.slice(0, 1) : [...USUAL];
    if (random.chance(0.35)) kinds.push(random.pick(ALSO));
    if (n < RARE.length) kinds.push(RARE[n]);
    if (n === 0) kinds.push('my-number-card');
    return [...new Set(kinds)];
  });
}

/** expiryOf invents a printed date; some are near, one is past, some are not known. */
export function expiryOf(kind, random, now) {
  if (['medication-notebook', 'patient-card', 'sealed-envelope', 'other', 'hibakusha-handbook'].includes(kind))
    return null;
  if (random.chance(0.12)) return null;
  if (kind === 'my-number-card') return dayOf(now + (200 + random.below(2500)) * DAY);
  if (random.chance(0.06)) return dayOf(now + (random.below(60) - 5) * DAY);
  return `${Number(dayOf(now).slice(0, 4)) + 1}-07-31`;
}

/** agreementFor is what a resident signed for these kinds. */
export function agreementFor(resident, kinds, day) {
  return {
    residentId: resident.id,
    kinds,
    signerName: resident.name,
    capacity: 'resident',
    reason: REASON,
    willHeard: 'spoken',
    willNote: null,
    paperPlace: '事務所 契約書ファイル',
    signedOn: day,
    from: day,
    to: null,
  };
}

/**
 * outings plans ordinary days: who takes which of a resident's items where and brings them back, never two outings of one
 * resident at a time. Each step is a moment and what is done then.
 */
export function outings({ people, random, now, actors, cast }) {
  const steps = [];
  const busyUntil = new Map();
  const first = startOfDay(now) - (DAYS - 6) * DAY;
  for (let day = first; day < startOfDay(now); day += DAY) {
    const visits = 11 + random.below(5);
    for (const person of random.some(people, visits)) {
      if (cast.includes(person) && now - day < 11 * DAY) continue;
      const out = day + 8.5 * HOUR + random.below(6 * 60) * MINUTE;
      if ((busyUntil.get(person) ?? 0) > out) continue;
      const back = out + (40 + random.below(200)) * MINUTE;
      busyUntil.set(person, back + 30 * MINUTE);
      steps.push(...visit({ person, out, back, random, actors }));
    }
  }
  return steps;
}

function visit({ person, out, back, random, actors }) {
  const by = random.pick(actors);
  const items = random.some(person.items, 1 + random.below(Math.min(2, person.items.length)));
  const itemIds = items.map(({ id }) => id);
  const purpose = random.pick([
    'outpatient',
    'outpatient',
    'outpatient',
    'pharmacy',
    'home-visit',
    'in-house',
    'municipal-office',
  ]);
  const late = random.chance(0.02);
  if (late)
    return [{ at: back, by, what: 'late-entries', body: lateEntry({ itemIds, purpose, out, back, by, random }) }];
  const body = {
    itemIds,
    purpose,
    destination: purpose === 'in-house' ? null : random.pick(CLINICS),
    holder: { kind: 'staff', staffId: by.id },
    dueBackAt: iso(back + (30 + random.below(60)) * MINUTE),
  };
  const steps = [{ at: out, by, what: 'check-outs', body }];
  if (random.chance(0.05)) {
    const holder = { kind: 'other', name: '送迎の運転手', relation: 'other' };
    steps.push({ at: out + 20 * MINUTE, by, what: 'changes', body: { itemIds, holder } });
  }
  steps.push({ at: back, by: random.pick(actors), what: 'check-ins', body: { itemIds } });
  return steps;
}

function lateEntry({ itemIds, purpose, out, back, by, random }) {
  return {
    itemIds,
    purpose,
    destination: random.pick(CLINICS),
    holder: { kind: 'staff', staffId: by.id },
    outAt: iso(out),
    backAt: iso(back - 10 * MINUTE),
    sheet: `F3-${String(1 + random.below(40)).padStart(6, '0')}`,
  };
}
