import { DAY, HOUR, startOfDay } from './time.mjs';

/** The house has recorded its key for two weeks. */
const KEPT_DAYS = 14;
/** Who comes takes it from who goes; over night it hangs in the box. */
const CHANGES = [8.75, 16.75, 21];

/** keys plans 鍵: from the morning on one person after the other has the key of the safe. */
export function keys({ now, actors, manager, locker }) {
  const begins = startOfDay(now) - KEPT_DAYS * DAY;
  const steps = [{ at: begins + 8 * HOUR, act: () => manager.patch('/api/keys/policy', { kept: true }) }];
  let holder = null;
  const give = async (to) => {
    const body = { from: holder?.id ?? null, to: to?.id ?? null };
    await (to ?? holder).post(`/api/keys/${locker}/hand-overs`, body);
    holder = to;
  };
  for (let day = 0; day <= KEPT_DAYS; day++)
    for (const [n, hours] of CHANGES.entries()) {
      const to = n === CHANGES.length - 1 ? null : actors[(2 * day + n) % actors.length];
      steps.push({ at: begins + day * DAY + hours * HOUR, act: () => give(to) });
    }
  return steps.filter(({ at }) => at <= now);
}
