import { IsNull } from 'typeorm';
import type { CalendarDay } from '@azukari/domain';
import type { Database } from '../database/database.ts';
import { ContactRow, ResidentRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemView, Reader } from '../items/item-views.ts';
import { inWalkingOrder } from '../items/walking-order.ts';
import { NOTHING } from './form-data.ts';
import type { Gathered } from './form-data.ts';
import type { ItemAtNight, NightCall, NightRow } from './paper/sheet.ts';

/**
 * nightList gathers F16: of everybody who lives here or of whom something is kept, what lies in which pouch, what is elsewhere, and whom
 * to call, in the order in which somebody walks the rooms. It says which pouch, for it lies sealed in the safe.
 */
export async function nightList({ reads }: Database, by: Reader, today: CalendarDay): Promise<Gathered> {
  const { facilityId } = by;
  const items = await readItems({ sql: reads.sql, by, today }, "place <> 'ended' ORDER BY item.id", []);
  const owned = Map.groupBy(items, ({ resident }) => resident?.id ?? null);
  const residents = await reads.rows.findBy(ResidentRow, { facilityId });
  const calls = Map.groupBy(
    await reads.rows.find(ContactRow, { where: { facilityId, removedAt: IsNull() }, order: { order: 'ASC' } }),
    ({ residentId }) => residentId,
  );
  const shown = residents.filter(({ id, leftOn }) => leftOn === null || owned.has(id)).sort(inWalkingOrder);
  const rows = shown.map(({ id, name, kana, room }): NightRow => ({
    resident: { name, kana, room },
    items: (owned.get(id) ?? []).map(atNight),
    calls: (calls.get(id) ?? []).flatMap(callOf),
  }));
  const ownerless = (owned.get(null) ?? []).map(atNight);
  if (rows.length + ownerless.length === 0) throw new Refused({ kind: 'nothing-to-print' });
  const night = { rows, ownerless };
  return { ...NOTHING, house: { form: 'F16', night }, residentIds: shown.map(({ id }) => id), copies: 1 };
}

function atNight({ kind, label, insurerType, custody, storage }: ItemView): ItemAtNight {
  const item = { kind, label, insurerType, place: storage?.path ?? null };
  if (custody.at !== 'out') return { ...item, missing: custody.at === 'missing', out: null };
  const { since, purpose, holder, destination, dueBackAt } = custody;
  return { ...item, missing: false, out: { since, purpose, holder: holder.name, destination, dueBackAt } };
}

/** Who may not know where somebody lives is not called, and stands on no list beside a telephone. */
function callOf({ name, relation, phone, handOver, mayKnow }: ContactRow): readonly NightCall[] {
  return mayKnow === 'no' ? [] : [{ name, relation, phone, rule: handOver }];
}
