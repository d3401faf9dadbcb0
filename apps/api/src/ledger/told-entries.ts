import { parseLeaf } from '@azukari/domain';
import type { EntryType, Leaf, PrivateFields, Uuid } from '@azukari/domain';
import { by, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { openedFields } from './private-fields.ts';
import { RARE_TYPE } from './leaf-indexes.ts';
import { readHead } from './head.ts';

/** So many numbers are asked for at once: little enough that nobody else waits for long. */
const CHUNK = 400;

/** Words are the private fields of entries that still exist, by number and name. */
export type Words = ReadonlyMap<number, Readonly<Record<string, string>>>;

/** wordsOf reads the private fields of these entries. */
export async function wordsOf(sql: Statements, log: number, entries: readonly Pick<Leaf, 'seq'>[]): Promise<Words> {
  const words = new Map<number, Record<string, string>>();
  for (let at = 0; at < entries.length; at += CHUNK) {
    const some = entries.slice(at, at + CHUNK).map(({ seq }) => seq);
    const rows = await sql.all<{ seq: number; field: string; value: string }>(
      `SELECT seq, field, value FROM private_field WHERE log = ? AND seq IN (${places(some.length)})`,
      [log, ...some],
    );
    for (const { seq, field, value } of openedFields(sql, log, rows))
      words.set(seq, { ...words.get(seq), [field]: value });
  }
  return words;
}

/** Told is an entry with what of its private fields still exists. */
export type Told<T extends EntryType> = Extract<Leaf, { readonly type: T }> & { readonly words: PrivateFields };

/** toldEntries are all entries of rare types in a facility's record, oldest first, read from the text that was hashed. */
export async function toldEntries<T extends EntryType>(
  sql: Statements,
  facilityId: Uuid,
  types: readonly T[],
): Promise<readonly Told<T>[]> {
  const head = await readHead(sql, facilityId, 'custody');
  if (!head) throw new Error(`facility ${facilityId} has no custody log`);
  const rows = await sql.all<{ body: string }>(
    `SELECT body FROM log_leaf ${by(sql, 'log_leaf_type')}
     WHERE log = ? AND ${RARE_TYPE} AND type IN (${places(types.length)}) ORDER BY seq`,
    [head.id, ...types],
  );
  const leaves = rows.map(({ body }) => {
    const parsed = parseLeaf(body);
    if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
    return parsed.leaf;
  });
  const words = await wordsOf(sql, head.id, leaves);
  // The query asked for these types alone.
  return leaves.map((leaf) => ({ ...leaf, words: words.get(leaf.seq) ?? {} })) as unknown as readonly Told<T>[];
}
