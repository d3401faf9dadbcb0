import type { Draft, Uuid } from '@azukari/domain';
import type { Tx } from '../database/unit-of-work.ts';
import { insertItem, keepCustody, keepLater } from '../items/item-cache.ts';
import type { CachedItem } from '../items/situations.ts';
import { lockHead } from '../ledger/ledger.ts';
import type { Author, Entry, Ledger } from '../ledger/ledger.ts';

/** Batch is what one command decided on many items: those that the record knows, and whose they all are by name. */
export interface Batch {
  readonly drafts: readonly Draft[];
  readonly items: readonly CachedItem[];
  readonly names: ReadonlyMap<Uuid, string>;
}

const BEGINNINGS: readonly string[] = ['item.taken-in', 'item.held-temporarily'];

/** appendBatch writes the entries of a batch one after the other and brings the cache up to them. */
export async function appendBatch(
  tx: Tx,
  ledger: Ledger,
  author: Author,
  { drafts, items, names }: Batch,
): Promise<readonly Entry[]> {
  const entries = await ledger.append(
    tx,
    author,
    drafts.map((draft) => named(draft, names)),
  );
  const known = new Set(items.map(({ id }) => id));
  const ofKnown = entries.filter(({ draft }) => draft.item !== null && known.has(draft.item));
  for (const entry of entries) {
    const { type, item } = entry.draft;
    if (item === null || known.has(item)) continue;
    if (BEGINNINGS.includes(type)) await insertItem(tx.sql, entry, { facilityId: author.facilityId, label: null });
    else await keepLater(tx.sql, entry);
  }
  const head = await lockHead(tx, author.facilityId, 'custody');
  await keepCustody(tx.sql, head.id, ofKnown, items);
  return entries;
}

/** Names as they are now; what stays with the resident herself bears her own. */
function named(draft: Draft, names: ReadonlyMap<Uuid, string>): Draft {
  const residentName = draft.resident === null ? undefined : names.get(draft.resident);
  if (residentName === undefined) return draft;
  const hers = 'receiver' in draft.facts && draft.facts.receiver === 'other:resident';
  return {
    ...draft,
    private: { ...draft.private, ...(hers && { receiverName: residentName }), residentName },
  };
}

/** namesOf are the names of the residents of these items. */
export function namesOf(items: readonly CachedItem[]): ReadonlyMap<Uuid, string> {
  return new Map(
    items.flatMap(({ residentId, residentName }) =>
      residentId === null || residentName === null ? [] : [[residentId, residentName] as const],
    ),
  );
}
