import type { Uuid } from '@azukari/domain';
import type { BodyOf, issueForm } from '@azukari/contract';
import type { Database } from '../database/database.ts';
import { placesOf } from '../database/people.ts';
import { ResidentRow } from '../database/rows.ts';
import { Malformed } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { storagePaths } from '../items/storage-paths.ts';
import { NOTHING } from './form-data.ts';
import type { Gathered } from './form-data.ts';
import type { LabelOnPaper } from './paper/sheet.ts';

type Asked = BodyOf<typeof issueForm>['labels'];
type Place = Awaited<ReturnType<typeof placesOf>>[number];

const collator = new Intl.Collator('ja', { numeric: true });

/** labelSheets gathers F21: the pouches that are in use, all or those inside the places that are named, in their order. */
export async function labelSheets({ reads }: Database, facilityId: Uuid, asked: Asked): Promise<Gathered> {
  if (asked === null) throw new Malformed([{ path: 'labels', code: 'required' }]);
  const places = await placesOf(reads.sql, facilityId);
  const byId = new Map(places.map((place) => [place.id, place]));
  if (asked.storageIds.some((id) => !byId.has(id))) throw new Refused({ kind: 'not-found' });
  const wanted = new Set(asked.storageIds);
  const isWanted = (place: Place | undefined): boolean =>
    place !== undefined &&
    (wanted.has(place.id) || isWanted(place.parent === null ? undefined : byId.get(place.parent)));
  const pouches = places.filter(
    (place) => place.kind === 'pouch' && !place.retired && (wanted.size === 0 || isWanted(place)),
  );
  if (pouches.length === 0) throw new Refused({ kind: 'nothing-to-print' });
  const paths = await storagePaths(reads.sql, facilityId);
  const owners = asked.names ? await ownersOf(reads, facilityId) : new Map<Uuid, readonly ResidentRow[]>();
  const residentIds = new Set<Uuid>();
  const labels = pouches.map(({ id, label, parent }): LabelOnPaper => {
    const whose = owners.get(id) ?? [];
    for (const resident of whose) residentIds.add(resident.id);
    return {
      id,
      label,
      within: parent === null ? '' : (paths.get(parent) ?? ''),
      names: whose.map(({ name }) => name),
    };
  });
  labels.sort((a, b) => collator.compare(a.within, b.within) || collator.compare(a.label, b.label));
  return {
    ...NOTHING,
    house: { form: 'F21', labels: { sheet: asked.sheet, from: asked.from, labels } },
    residentIds: [...residentIds],
    copies: labels.length,
  };
}

/** Whose things lie in each pouch now. */
async function ownersOf(
  { rows, sql }: Database['reads'],
  facilityId: Uuid,
): Promise<Map<Uuid, readonly ResidentRow[]>> {
  const kept = await sql.all<{ storageId: Uuid; residentId: Uuid }>(
    `SELECT DISTINCT storage_id AS "storageId", resident_id AS "residentId" FROM item
     WHERE facility_id = ? AND place <> 'ended' AND storage_id IS NOT NULL AND resident_id IS NOT NULL`,
    [facilityId],
  );
  const residents = new Map((await rows.findBy(ResidentRow, { facilityId })).map((row) => [row.id, row]));
  const owners = new Map<Uuid, readonly ResidentRow[]>();
  for (const { storageId, residentId } of kept) {
    const resident = residents.get(residentId);
    if (resident) owners.set(storageId, [...(owners.get(storageId) ?? []), resident]);
  }
  return owners;
}
