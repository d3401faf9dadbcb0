import { COPAY } from './swap.mjs';
import { HOUR, MINUTE, DAY, iso } from './time.mjs';

/** cast are the residents of the last days' scenes; for ten days they have no ordinary outings. */
export function cast(people) {
  return people.filter(({ items }) => items.length >= 2).slice(0, 10);
}

/**
 * present plans the last hours, so that a newcomer meets every state today: out, past its time, in hospital, searched for,
 * held without an agreement, an ambulance to review, handed over, amended and cancelled.
 */
export function present(home) {
  return [...daysBefore(home), ...today(home)];
}

const ids = (person, count = 1) => person.items.slice(0, count).map(({ id }) => id);

/** going is a check-out so long from now; a clinic visit that is back in two hours, unless told. */
const going = (now) => (at, by, person, more) => ({
  at: now + at,
  by,
  what: 'check-outs',
  body: {
    itemIds: ids(person),
    purpose: 'outpatient',
    destination: 'さくら内科',
    holder: { kind: 'staff', staffId: by.id },
    dueBackAt: iso(now + 2 * HOUR),
    ...more,
  },
});

function daysBefore({ people, now, staff: { takahashi, kobayashi }, manager }) {
  const [f, g, h, i, j] = cast(people).slice(5);
  const out = going(now);
  return [
    out(-9 * DAY, takahashi, g, {
      itemIds: ids(g, 2),
      purpose: 'hospital-stay',
      destination: '市立中央病院 東4病棟',
      dueBackAt: null,
      holder: { kind: 'other', name: '東4病棟', relation: 'hospital' },
    }),
    out(-3 * DAY, takahashi, h, {
      purpose: 'to-family',
      destination: null,
      dueBackAt: iso(now + 2 * DAY),
      holder: { kind: 'other', name: 'ご長女', relation: 'family' },
    }),
    {
      at: now - 26 * HOUR,
      by: manager,
      what: 'hand-overs',
      body: { itemIds: ids(i), disposition: 'returned', receiver: { relation: 'resident', name: '' } },
    },
    {
      at: now - 25 * HOUR,
      by: takahashi,
      what: 'hand-overs',
      body: {
        itemIds: [j.items.at(-1).id],
        disposition: 'destroyed',
        receiver: { relation: 'other', name: '裁断' },
        witnessId: manager.id,
      },
    },
    {
      at: now - 20 * HOUR,
      by: kobayashi,
      what: 'searches',
      body: { itemIds: [f.items.at(-1).id], note: '3階の配薬のあと、ポーチにありませんでした' },
    },
  ];
}

function today({ people, now, staff: { floor, tanaka, ito, yoru, kobayashi }, pouches }) {
  const [a, b, c, d, e] = cast(people);
  const out = going(now);
  return [
    out(-14 * HOUR, yoru, e, { purpose: 'emergency', destination: null, dueBackAt: null, itemIds: ids(e, 2) }),
    { at: now - 11 * HOUR, by: yoru, what: 'check-ins', body: { itemIds: ids(e, 2) } },
    {
      at: now - 5 * HOUR,
      by: kobayashi,
      what: 'temporary-holds',
      body: {
        residentId: a.id,
        kind: a.items.some(({ kind }) => kind === COPAY) ? 'care-limit-certificate' : COPAY,
        reason: 'handed-in',
        storageId: pouches.at(-1),
        handedInBy: 'ご家族',
        note: '面会のときにお預かりしました',
      },
    },
    {
      ...out(-4 * HOUR, tanaka, d, { dueBackAt: iso(now - 35 * MINUTE), destination: 'みなと整形外科' }),
      mark: 'overdue',
    },
    { ...out(-3 * HOUR, floor, a), mark: 'amended' },
    { ...out(-2.5 * HOUR, ito, b, { purpose: 'municipal-office', destination: '市役所 介護保険課' }), mark: 'open' },
    { ...out(-2 * HOUR, ito, c), mark: 'cancelled' },
  ];
}
