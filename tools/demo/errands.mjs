import { DAY, dayOf } from './time.mjs';

const CARD = 'my-number-card';
const CERTIFICATE = 'eligibility-certificate';
/** These two moved in as the past begins; all others have lived here for longer than their cards are kept. */
const MOVED_IN = { takesLonger: 29, changedHerMind: 19 };
/** These two live with a card that they use as insurance card, and are still to get a 資格確認書: one has applied, one has not. */
const APPLIES = { 19: 9, 29: null };
/** From this age on, on 1 August, it comes by itself. */
const COMES_BY_ITSELF_FROM = 85;

/** admittedOn is the day on which somebody moved in. */
export function admittedOn(n, start) {
  return dayOf(Object.values(MOVED_IN).includes(n) ? start : start - (100 + ((n * 397) % 2_000)) * DAY);
}

/** registration is what was heard of a card as insurance card: of most somebody has asked, and one in five is not registered. */
export function registration(n) {
  if (n in APPLIES) return 'yes';
  if (n % 4 === 3) return null;
  return n % 5 === 4 ? 'no' : 'yes';
}

/** errands notes, at the beginning of the past, who applied for the 資格確認書 that she would not have got by herself. */
export async function errands(manager, { person, n, kinds, birthDate, day, start }) {
  if (!kinds.includes(CARD)) return;
  const registered = registration(n);
  if (registered !== null)
    await manager.post(`/api/residents/${person.id}/checks`, { question: 'registered', answer: registered, on: day });
  if (registered !== 'yes' || !kinds.includes(CERTIFICATE) || comesByItself(birthDate, day)) return;
  await apply(manager, person, { appliedOn: dayOf(start - 30 * DAY), arrivedOn: day, renews: 'yes' });
}

/** errandsLately are what the office is at today: two who moved in, and two who apply. */
export function errandsLately({ people, now, start, manager }) {
  const moves = async (n, note) =>
    manager.post(`/api/residents/${people[n].id}/moving-in`, {
      version: 0,
      address: 'moves',
      movedOn: null,
      noticeGivenOn: null,
      cardContinuedOn: null,
      ...note,
    });
  return [
    { at: start + 8 * DAY, act: () => moves(MOVED_IN.takesLonger, { noticeGivenOn: dayOf(start + 8 * DAY) }) },
    { at: now - 5 * DAY, act: () => moves(MOVED_IN.changedHerMind, { movedOn: dayOf(now - 8 * DAY) }) },
    ...Object.entries(APPLIES).map(([n, days]) => ({
      at: now - (days ?? 2) * DAY,
      act: () =>
        apply(manager, people[n], {
          appliedOn: days === null ? null : dayOf(now - days * DAY),
          arrivedOn: null,
          renews: 'unknown',
          ...(days === null ? { applicant: 'family' } : { byProxy: true }),
        }),
    })),
  ];
}

function apply(manager, { id }, note) {
  const most = { version: 0, ground: 'care-certification', applicant: 'staff', byProxy: false };
  return manager.post(`/api/residents/${id}/application`, { ...most, ...note });
}

function comesByItself(birthDate, day) {
  const year = day.slice(5) < '08-01' ? Number(day.slice(0, 4)) - 1 : Number(day.slice(0, 4));
  const before = birthDate.slice(5) <= '08-01' ? 0 : 1;
  return year - Number(birthDate.slice(0, 4)) - before >= COMES_BY_ITSELF_FROM;
}
