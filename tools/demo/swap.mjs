import { DAY, dayOf, MINUTE } from './time.mjs';

export const COPAY = 'care-copay-certificate';
/** These residents' papers of last year were still in the safe when the past begins. */
const FIRST = 20;
const LAST = 27;

/** takesPart says whose papers are swapped. */
export const takesPart = (n) => n >= FIRST && n <= LAST;
const ANSWERS = ['insurer-may-be-opened', 'insurer-may-be-opened', 'stay-closed', null];

/** withEnvelopes is an agreement with what was answered about envelopes, and with what the swap needs. */
export function withEnvelopes(agreement, n) {
  const kinds = takesPart(n) ? [...new Set([...agreement.kinds, COPAY, 'sealed-envelope'])] : agreement.kinds;
  return { ...agreement, kinds, envelopes: ANSWERS[n % ANSWERS.length] };
}

/** swapBegun takes in the papers of last year and swaps those that may be opened, all in one command. */
export async function swapBegun({ manager, people, pouches, staff, agreements, clock, at, now }) {
  const endsOn = lastEnd(now);
  const olds = [];
  for (let n = FIRST; n <= LAST; n++) {
    const { item } = await manager.post('/api/items', {
      residentId: people[n].id,
      agreementId: agreements[n].id,
      kind: COPAY,
      storageId: pouches[n],
      printedExpiresOn: endsOn,
    });
    if (agreements[n].envelopes === 'insurer-may-be-opened') olds.push(item.id);
  }
  await clock(at + 10 * MINUTE);
  await manager.post('/api/swaps', {
    endsOn,
    rows: olds.map((oldId) => ({ oldId, printedExpiresOn: `${Number(endsOn.slice(0, 4)) + 1}-07-31` })),
    disposition: 'destroyed',
    witnessId: staff.takahashi.id,
  });
}

/** envelopesLately are two envelopes of which one has lain too long, and nobody may open either. */
export function envelopesLately({ people, pouches, now, staff }) {
  return [
    [FIRST + 2, 9],
    [FIRST + 3, 2],
  ].map(([n, days]) => ({
    at: now - days * DAY,
    by: staff.takahashi,
    path: '/api/envelopes',
    body: {
      envelopes: [{ residentId: people[n].id, from: 'insurer', expected: [COPAY], storageId: pouches[n] }],
    },
  }));
}

function lastEnd(now) {
  const today = dayOf(now);
  const thisYear = `${today.slice(0, 4)}-07-31`;
  return thisYear < today ? thisYear : `${Number(today.slice(0, 4)) - 1}-07-31`;
}
