import { settingsOf } from '@azukari/domain';
import type { Draft, ExpirySettings, InsurerChoices, Uuid, YearEnd } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { houseEntry } from '../ledger/house-entry.ts';

interface Insurer {
  readonly id: Uuid;
  readonly name: string;
}

/** Naming says whose paper an item is; null: nobody's own way. */
interface Naming {
  readonly of: Uuid;
  readonly insurer: Insurer | null;
  readonly residentId: Uuid | null;
}

/** Insurers are what a facility's insurers do in their own way, and which item is of which. */
export interface Insurers {
  readonly settings: ExpirySettings;
  readonly of: (itemId: Uuid) => Insurer | null;
}

/** StoredChoices are an insurer's choices as they are kept. */
export interface StoredChoices {
  readonly yearEnds: readonly YearEnd[];
  readonly endsAtSeventy: 'yes' | 'no';
  /** `book`, `no-age`, or an age. */
  readonly automaticFrom: string;
}

interface Row extends Insurer, Omit<StoredChoices, 'yearEnds'> {
  readonly yearEnds: string;
}

/** insurersOf reads the insurers of a facility. One that was retired still counts for the items that name it. */
export async function insurersOf(sql: Statements, facilityId: Uuid): Promise<Insurers> {
  const insurers = await sql.all<Row>(
    `SELECT id, name, year_ends AS "yearEnds", ends_at_seventy AS "endsAtSeventy", automatic_from AS "automaticFrom"
     FROM insurer WHERE facility_id = ?`,
    [facilityId],
  );
  const byId = new Map(insurers.map(({ id, name }) => [id, { id, name }]));
  const named = await sql.all<{ itemId: Uuid; insurerId: Uuid }>(
    'SELECT item_id AS "itemId", insurer_id AS "insurerId" FROM item_insurer WHERE facility_id = ?',
    [facilityId],
  );
  const byItem = new Map(named.map(({ itemId, insurerId }) => [itemId, byId.get(insurerId) ?? null]));
  return {
    settings: {
      insurers: Object.fromEntries(
        insurers.map((row) => {
          const yearEnds = JSON.parse(row.yearEnds) as readonly YearEnd[];
          return [row.id, settingsOf(choicesOf({ ...row, yearEnds }))];
        }),
      ),
    },
    of: (itemId) => byItem.get(itemId) ?? null,
  };
}

/** choicesOf are an insurer's choices as the rules know them. */
export function choicesOf({ yearEnds, endsAtSeventy, automaticFrom }: StoredChoices): InsurerChoices {
  const from = automaticFrom === 'book' || automaticFrom === 'no-age' ? automaticFrom : Number(automaticFrom);
  return { yearEnds, endsAtSeventy: endsAtSeventy === 'yes', automaticFrom: from };
}

/** insurerNamed is the entry that says whose paper an item is. */
export function insurerNamed({ of, insurer, residentId }: Naming): Draft {
  const about = {
    ...(residentId !== null && { resident: residentId }),
    ...(insurer !== null && { private: { name: insurer.name } }),
  };
  return houseEntry('insurer.named', { of, insurer: insurer?.id ?? null }, about);
}

/** keepNamed brings the cache up to the entries that say whose paper an item is, in the same transaction. */
export async function keepNamed(
  sql: Statements,
  facilityId: Uuid,
  entries: readonly { readonly draft: Draft }[],
): Promise<void> {
  for (const { draft } of entries) {
    if (draft.type !== 'insurer.named') continue;
    const { of, insurer } = draft.facts;
    await sql.run('DELETE FROM item_insurer WHERE facility_id = ? AND item_id = ?', [facilityId, of]);
    if (insurer === null) continue;
    await sql.run('INSERT INTO item_insurer (facility_id, item_id, insurer_id) VALUES (?, ?, ?)', [
      facilityId,
      of,
      insurer,
    ]);
  }
}
