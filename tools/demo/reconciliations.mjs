import { sightings, stored, liesIn } from './counts.mjs';
import { DAY, dayOf, HOUR, MINUTE, startOfDay } from './time.mjs';

/** Before anybody goes out. */
const COUNTED_AT = 7.5 * HOUR;
const FINISHED_AFTER = 25 * MINUTE;
const CONFIRMED_AFTER = 80 * MINUTE;
/** Days of the next month on which each 照合 is made, oldest first; after the seventh it is late. */
const MADE_ON = [4, 10, 5, 4];
/** In the late one a card was overlooked at first. */
const LATE = 1;

/** reconciliations plans 毎月の照合 of every month that is over: two people, and one of them late. */
export function reconciliations({ now, start, staff, manager }) {
  const steps = [];
  for (const [n, { month, next }] of monthsOver(start, now).entries()) {
    const at = next + (MADE_ON[n % MADE_ON.length] - 1) * DAY + COUNTED_AT;
    if (at + CONFIRMED_AFTER > now) continue;
    const leads = n === LATE ? manager : staff.takahashi;
    const looksAsWell = n === LATE ? staff.ito : staff.tanaka;
    let open = null;
    steps.push(
      { at, act: async () => (open = await begin(leads, month)) },
      { at: at + FINISHED_AFTER, act: () => finish(leads, open, n === LATE) },
      { at: at + CONFIRMED_AFTER, act: () => looksAsWell.post(`/api/reconciliations/${open.id}/confirm`, {}) },
    );
  }
  return steps;
}

/** The months that are over, and when the next one began. */
function monthsOver(start, now) {
  const months = [];
  for (let first = firstOfMonth(start); ;) {
    // No month has 32 days, and each has more than a few.
    const next = firstOfMonth(first + 32 * DAY);
    if (next > now) return months;
    months.push({ month: dayOf(first).slice(0, 7), next });
    first = next;
  }
}

function firstOfMonth(ms) {
  return startOfDay(ms) - (Number(dayOf(ms).slice(8)) - 1) * DAY;
}

async function begin(by, month) {
  const { reconciliation } = await by.post('/api/reconciliations', { month });
  const counts = [];
  for (const { id, optional } of reconciliation.drawers)
    if (!optional)
      counts.push((await by.post(`/api/reconciliations/${reconciliation.id}/counts`, { drawerId: id })).count);
  return { id: reconciliation.id, counts };
}

async function finish(by, { id, counts }, overlooked) {
  const items = await stored(by);
  let missed = overlooked;
  for (const count of counts) {
    const lying = items.filter((item) => count.kinds.includes(item.kind) && liesIn(item, count));
    const seen = sightings(missed ? lying.slice(1) : lying);
    if (lying.length > 0) missed = false;
    const { count: compared } = await by.post(`/api/counts/${count.id}/sightings`, { seen });
    for (const { n, candidates } of compared.differences)
      await by.post(`/api/counts/${count.id}/answers`, { difference: n, as: 'in-place', itemId: candidates[0].id });
    if (compared.differences.length > 0) await by.post(`/api/counts/${count.id}/close`, {});
  }
  await by.post(`/api/reconciliations/${id}/finish`, {});
}
