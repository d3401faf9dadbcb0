import { LOST } from './losses.mjs';
import { CLINICS } from './people.mjs';
import { COPAY, takesPart } from './swap.mjs';
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

/** itemsFor says what each resident has in the safe; every kind that may be taken in occurs, each once. */
export function itemsFor(people, random) {
  return people.map((_, n) => {
    const kinds = n % 10 === 9 ? USUAL.slice(0, 1) : [...USUAL];
    if (random.chance(0.35)) kinds.push(random.pick(ALSO));
    if (n < RARE.length) kinds.push(RARE[n]);
    // Who lives on 生活保護 has neither 国保 nor 後期高齢者医療, and so no certificate of theirs.
    if (kinds.includes('public-assistance-voucher')) kinds.splice(kinds.indexOf('eligibility-certificate'), 1);
    if (n in TOLD_IN || n === LOST) kinds.push('my-number-card');
    // What is swapped is taken in with the swap.
    return [...new Set(kinds)].filter((kind) => kind !== COPAY || !takesPart(n));
  });
}

/**
 * The certificates of these residents' cards end so many days from now. Their families are told thirty days before: a letter and a
 * call are still to do today, and once the clock goes on a day a mail, a letter and a call follow.
 */
const TOLD_IN = { 0: 31, 13: 29, 15: 29, 19: 31, 29: 31 };
const UNDATED = ['medication-notebook', 'patient-card', 'sealed-envelope', 'other', 'hibakusha-handbook'];
/** These end with a month; most others with the insurers' year, on 31 July. */
const BY_MONTH = [
  'care-insurance-card',
  'self-support-medical',
  'welfare-service-certificate',
  'disability-handbook-mental',
  'public-assistance-voucher',
];

/** expiryOf invents a printed date as such a paper has it; some are near, some have passed, some are not known. */
export function expiryOf(kind, { random, now, certificate, birthDate }) {
  if (UNDATED.includes(kind)) return null;
  if (kind === 'my-number-card')
    return certificate ? yearsAfter(certificate, 5) : birthdayIn(birthDate, now, 1 + random.below(8));
  if (random.chance(0.08)) return null;
  if (kind === 'residence-card') return dayOf(now + (100 + random.below(600)) * DAY);
  if (kind === 'eligibility-certificate') return cappedAt75(nextYearEnd(now), { birthDate, now });
  if (!BY_MONTH.includes(kind)) return nextYearEnd(now);
  return monthEnd(now, kind === 'public-assistance-voucher' ? 0 : random.below(36) - 1);
}

/** certificateOf is when the certificate on a card ends: always on a birthday. */
export function certificateOf(n, { random, now, birthDate }) {
  if (n in TOLD_IN) return dayOf(now + TOLD_IN[n] * DAY);
  if (!random.chance(0.6)) return null;
  const years = random.below(3);
  const end = birthdayIn(birthDate, now, years);
  // What had ended when it was taken in would have been asked about then.
  return end > dayOf(now - (DAYS - 5) * DAY) ? end : birthdayIn(birthDate, now, years + 1);
}

/**
 * What these residents hold is held at some ages only: a limit certificate of the insurer's, 高齢受給者証, 被爆者健康手帳; and the last
 * two are too young for a 資格確認書 that comes by itself.
 */
const AGED = { 0: 72, 9: 72, 10: 84, 19: 79, 29: 82 };

/** bornToFit is a birth date that fits what she holds, and the certificate of who is told of it lately; most keep their own. */
export function bornToFit(n, birthDate, now) {
  const year = n in AGED ? String(Number(dayOf(now).slice(0, 4)) - AGED[n]) : birthDate.slice(0, 4);
  if (!(n in TOLD_IN)) return year + birthDate.slice(4);
  const day = dayOf(now + TOLD_IN[n] * DAY).slice(4);
  return (day === '-02-29' ? '1940' : year) + day;
}

/** insurerTypeOf is who insures her on the day on which a certificate is taken in: from 75 on it is 後期高齢者医療 alone. */
export function insurerTypeOf(kind, { n, birthDate, day }) {
  if (kind !== 'eligibility-certificate') return null;
  if (yearsAfter(birthDate, 75) <= day) return 'late-elderly';
  return n % 2 === 0 ? 'employee' : 'national';
}

/** What is not of 後期高齢者医療 ends on the day before the 75th birthday, whatever else it says. */
function cappedAt75(day, { birthDate, now }) {
  const of75 = yearsAfter(birthDate, 75);
  if (of75 <= dayOf(now - DAYS * DAY)) return day;
  const last = dayOf(Date.parse(of75) - DAY);
  return last < day ? last : day;
}

function nextYearEnd(now) {
  const today = dayOf(now);
  const thisYear = `${today.slice(0, 4)}-07-31`;
  return thisYear >= today ? thisYear : yearsAfter(thisYear, 1);
}

function monthEnd(now, months) {
  const [year, month] = dayOf(now).split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

/** Who was born on 29 February has her birthday on the 28th in other years. */
function yearsAfter(day, years) {
  const year = Number(day.slice(0, 4)) + years;
  const leap = new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29;
  return `${year}${day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)}`;
}

function birthdayIn(birthDate, now, years) {
  return yearsAfter(birthDate, Number(dayOf(now).slice(0, 4)) + years - Number(birthDate.slice(0, 4)));
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

/** Where one goes for that; inside the house, nowhere. */
function destinationFor(purpose, random) {
  if (purpose === 'in-house') return null;
  if (purpose === 'municipal-office') return '市役所 介護保険課';
  if (purpose === 'pharmacy') return 'つばさ薬局';
  return random.pick(CLINICS);
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
    destination: destinationFor(purpose, random),
    holder: { kind: 'staff', staffId: by.id },
    dueBackAt: iso(dueFor({ out, back, spare: random.below(60) })),
  };
  const steps = [{ at: out, by, what: 'check-outs', body }];
  if (random.chance(0.05)) {
    const holder = { kind: 'other', name: '送迎の運転手', relation: 'other' };
    steps.push({ at: out + 20 * MINUTE, by, what: 'changes', body: { itemIds, holder } });
  }
  steps.push({ at: back, by: random.pick(actors), what: 'check-ins', body: { itemIds } });
  return steps;
}

/** Most plan for longer than it takes; one in twenty came back when somebody had been waiting for a while. */
function dueFor({ out, back, spare }) {
  return spare < 3 ? out + Math.round((back - out) / (2 * MINUTE)) * MINUTE : back + (30 + spare) * MINUTE;
}

function lateEntry({ itemIds, purpose, out, back, by, random }) {
  return {
    itemIds,
    purpose,
    destination: destinationFor(purpose, random),
    holder: { kind: 'staff', staffId: by.id },
    outAt: iso(out),
    backAt: iso(back - 10 * MINUTE),
    sheet: `F3-${String(1 + random.below(40)).padStart(6, '0')}`,
  };
}
