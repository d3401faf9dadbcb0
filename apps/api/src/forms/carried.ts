import type { CalendarDay, Disposition, Purpose, Uuid } from '@azukari/domain';
import type { BodyOf, issueForm } from '@azukari/contract';
import type { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemView } from '../items/item-views.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { NOTHING } from './form-data.ts';
import type { FormData, Gathered } from './form-data.ts';
import type { Carried } from './paper/sheet.ts';

interface Asked extends Pick<BodyOf<typeof issueForm>, 'residentIds' | 'itemIds'> {
  readonly form: 'F18' | 'F19';
}

interface From {
  readonly database: Database;
  readonly data: FormData;
  readonly today: CalendarDay;
}

type Owned = ItemView & { readonly resident: NonNullable<ItemView['resident']> };

/** STAYS are the purposes for which somebody stays elsewhere, or is with her family: F18 tells of them. */
const STAYS: Readonly<Partial<Record<Purpose, Carried['stay']>>> = {
  'hospital-stay': 'hospital',
  'overnight-leave': 'home',
  'to-family': 'home',
};
const TRANSFERRED: Disposition = 'transferred';

/**
 * carriedOf gathers F18, what went along on a stay, and F19, what is on its way to another house or was handed over there: one paper for
 * each resident and place, of the items that are named or of all.
 */
export async function carriedOf({ database, data, today }: From, by: SignedIn, asked: Asked): Promise<Gathered> {
  const { residentIds, itemIds, form } = asked;
  const named = itemIds.length > 0;
  const narrow = named ? `item.id IN (${places(itemIds.length)})` : `item.place IN ('out', 'ended')`;
  const of = residentIds === null ? '' : `AND resident_id IN (${places(residentIds.length)})`;
  const items = await readItems({ sql: database.reads.sql, by, today }, `${narrow} ${of} ORDER BY item.id`, [
    ...itemIds,
    ...(residentIds ?? []),
  ]);
  if (named && items.length !== new Set(itemIds).size) throw new Refused({ kind: 'not-found' });
  if (residentIds !== null) await data.living(by.facilityId, { residentIds });
  const owned = items.filter((item): item is Owned => item.resident !== null);
  const carried = form === 'F18' ? stays(owned) : handedOn(owned, named || residentIds !== null);
  if (carried.length === 0) throw new Refused({ kind: 'nothing-to-print' });
  const ids = carried.map(({ residentId }) => residentId);
  return { ...NOTHING, carried, residentIds: [...new Set(ids)], copies: carried.length };
}

type Of = Carried & { readonly residentId: Uuid };

function stays(items: readonly Owned[]): readonly Of[] {
  const groups = Map.groupBy(items, ({ resident, custody }) => {
    const stay = custody.at === 'out' ? STAYS[custody.purpose] : undefined;
    return custody.at !== 'out' || stay === undefined
      ? null
      : JSON.stringify([resident.id, stay, custody.destination, custody.holder.name, custody.since]);
  });
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (key === null || first?.custody.at !== 'out') return [];
    const { destination, holder, since, dueBackAt, purpose } = first.custody;
    const stay = STAYS[purpose] ?? 'home';
    return [{ ...about(group), stay, place: destination, holder: holder.name, since, dueBackAt }];
  });
}

/** What is out with another house is on its way; what it has confirmed has ended here. */
function handedOn(items: readonly Owned[], ended: boolean): readonly Of[] {
  const groups = Map.groupBy(items, ({ resident, custody }) => {
    if (custody.at === 'out' && custody.holder.kind === 'other' && custody.holder.relation === 'other-facility')
      return JSON.stringify([resident.id, custody.destination, custody.since]);
    return ended && custody.at === 'ended' && custody.disposition === TRANSFERRED
      ? JSON.stringify([resident.id, custody.since])
      : null;
  });
  return [...groups].flatMap(([key, group]) => {
    const custody = group[0]?.custody;
    if (key === null || (custody?.at !== 'out' && custody?.at !== 'ended')) return [];
    const [place, holder] = custody.at === 'out' ? [custody.destination, custody.holder.name] : [null, null];
    const dueBackAt = custody.at === 'out' ? custody.dueBackAt : null;
    return [{ ...about(group), stay: 'facility' as const, place, holder, since: custody.since, dueBackAt }];
  });
}

function about(group: readonly Owned[]): Pick<Of, 'resident' | 'residentId' | 'items'> {
  const [first] = group;
  if (first === undefined) throw new Error('a paper is about at least one item');
  return { resident: first.resident, residentId: first.resident.id, items: group };
}
