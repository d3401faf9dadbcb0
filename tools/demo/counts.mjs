import { DAY, HOUR, MINUTE, startOfDay } from './time.mjs';

/** The house has counted for four weeks. */
const COUNTED_DAYS = 28;
const SHIFTS = [9 * HOUR, 17 * HOUR];
const BEGINS = 5 * MINUTE;
const ENDS = 12 * MINUTE;
/** On the evening so many days ago a card was overlooked, and found where it should lie: 点検 still shows it. */
const OVERLOOKED = 2;

/** countings plans 点検: at every change of shift each drawer that is due, and once a difference with a second person next morning. */
export function countings({ now, actors }) {
  const steps = [];
  const today = startOfDay(now);
  for (let days = COUNTED_DAYS; days >= 0; days--)
    for (const [n, shift] of SHIFTS.entries()) {
      const at = today - days * DAY + shift;
      const overlooked = days === OVERLOOKED && n === 1;
      if (at + ENDS <= now) steps.push(...changeOfShift({ at, first: days + n, actors, overlooked }));
    }
  return [...steps, { at: today - (OVERLOOKED - 1) * DAY + 8.75 * HOUR, act: () => confirm(actors) }];
}

function changeOfShift({ at, first, actors, overlooked }) {
  let open = [];
  return [
    { at: at + BEGINS, act: async () => (open = await begin(actors, first)) },
    { at: at + ENDS, act: () => finish(open, overlooked) },
  ];
}

/** Every drawer is counted by somebody else, and by somebody else than last time. */
async function begin(actors, first) {
  const { drawers } = await actors[0].get('/api/counts');
  const open = [];
  for (const { id, why } of drawers) {
    if (why === null) continue;
    const by = actors[(first + open.length) % actors.length];
    open.push({ by, count: (await by.post('/api/counts', { drawerId: id })).count });
  }
  return open;
}

async function finish(open, overlooked) {
  const items = open.length > 0 ? await stored(open[0].by) : [];
  for (const [n, { by, count }] of open.entries()) {
    const lying = items.filter((item) => count.kinds.includes(item.kind) && liesIn(item, count));
    const seen = sightings(overlooked && n === 0 ? lying.slice(1) : lying);
    const { count: compared } = await by.post(`/api/counts/${count.id}/sightings`, { seen });
    if (compared.differences.length > 0) await settle(by, compared);
  }
}

/** liesIn says whether an item lies in a drawer that is counted. */
export function liesIn({ storage }, { drawer, places }) {
  return storage === null ? drawer.id === null : places.some(({ id }) => id === storage.id);
}

/** sightings tell what lies there: what is told twice is there once, so that two of one kind in one place are told as two. */
export function sightings(items) {
  const alike = Map.groupBy(items, ({ kind, storage }) => `${kind} ${storage?.id}`);
  return [...alike.values()].map((some) => ({
    storageId: some[0].storage?.id ?? null,
    kind: some[0].kind,
    quantity: some.length,
  }));
}

async function settle(by, { id, differences }) {
  for (const { n, candidates } of differences)
    await by.post(`/api/counts/${id}/answers`, { difference: n, as: 'in-place', itemId: candidates[0].id });
  await by.post(`/api/counts/${id}/close`, {});
}

/** Whoever looks as well has not counted herself. */
async function confirm(actors) {
  const { awaited } = await actors[0].get('/api/counts');
  for (const { id, countedBy } of awaited)
    await actors.find((actor) => actor.id !== countedBy.id).post('/api/counts/confirmations', { countIds: [id] });
}

/** stored are the items that the record has in the safe. */
export async function stored(by) {
  const all = [];
  let next = null;
  do {
    const page = await by.get(`/api/items?place=stored&limit=200${next === null ? '' : `&cursor=${next}`}`);
    all.push(...page.items);
    next = page.nextCursor;
  } while (next !== null);
  return all;
}
