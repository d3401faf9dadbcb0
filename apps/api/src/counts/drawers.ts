import type { Lying, Uuid } from '@azukari/domain';
import { LIGHT_KINDS } from '@azukari/domain';
import type { ItemKind } from '@azukari/domain';
import { placesOf } from '../database/people.ts';
import type { PlaceRow } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { placeOf } from '../items/openings.ts';
import { storagePaths } from '../items/storage-paths.ts';

/** Drawers are what is counted one at a time: drawers and lockers with the pouches that stand in them, and what has no recorded place. */
export class Drawers {
  readonly all: readonly PlaceRow[];
  private readonly paths: ReadonlyMap<Uuid, string>;
  private readonly byId: ReadonlyMap<Uuid, PlaceRow>;

  constructor(all: readonly PlaceRow[], paths: ReadonlyMap<Uuid, string>) {
    this.all = all;
    this.paths = paths;
    this.byId = new Map(all.map((place) => [place.id, place]));
  }

  /** of is the drawer in which a place stands. */
  of(storageId: Uuid | null): Uuid | null {
    const place = storageId === null ? undefined : this.byId.get(storageId);
    return place?.kind === 'pouch' ? place.parent : (place?.id ?? null);
  }

  /** named is a drawer with its path. */
  named(storageId: Uuid | null): { readonly id: Uuid | null; readonly path: string } {
    return { id: storageId, path: storageId === null ? '' : (this.paths.get(storageId) ?? '') };
  }

  /** countable are all that can be counted. */
  countable(): readonly (Uuid | null)[] {
    return [...this.all.filter(({ kind, retired }) => kind !== 'pouch' && retired === 0).map(({ id }) => id), null];
  }

  /** within are the drawer and the pouches that stand in it. */
  within(drawer: Uuid | null): readonly PlaceRow[] {
    return this.all.filter(({ id, parent, kind }) => id === drawer || (kind === 'pouch' && parent === drawer));
  }

  /** refuseUnknown makes sure that a place is of this facility. */
  refuseUnknown(storageId: Uuid | null): void {
    if (storageId !== null && !this.byId.has(storageId)) throw new Refused({ kind: 'not-found' });
  }

  /** placesOf are the names under which a drawer and its pouches stand in the tables of counts. */
  placesOf(drawer: Uuid | null): readonly string[] {
    return drawer === null ? [placeOf(null)] : this.within(drawer).map(({ id }) => id);
  }
}

/** readDrawers reads the places of a facility, in their order. */
export async function readDrawers(sql: Statements, facilityId: Uuid): Promise<Drawers> {
  return new Drawers(await placesOf(sql, facilityId), await storagePaths(sql, facilityId));
}

/** lyingIn are the items that the record has in a drawer now; light kinds are not counted. */
export async function lyingIn(
  sql: Statements,
  facilityId: Uuid,
  drawers: Drawers,
  drawer: Uuid | null,
): Promise<Lying[]> {
  return (await allIn(sql, facilityId, drawers, drawer)).filter(({ kind }) => !LIGHT_KINDS.includes(kind));
}

/** allIn are the items that the record has in a drawer now, whatever they are. */
export async function allIn(
  sql: Statements,
  facilityId: Uuid,
  drawers: Drawers,
  drawer: Uuid | null,
): Promise<Lying[]> {
  const rows = await sql.all<{ itemId: Uuid; storage: Uuid | null; kind: ItemKind }>(
    `SELECT id AS "itemId", storage_id AS storage, kind FROM item WHERE facility_id = ? AND place = 'stored' ORDER BY id`,
    [facilityId],
  );
  return rows.filter(({ storage }) => drawers.of(storage) === drawer);
}
