import type { HistoryEntry, LiveStep, PrivateField } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { openedFields } from '../ledger/private-fields.ts';

/** Recorded is where the words of an item's entries are, and its whole history: what was amended is read as amended. */
interface Recorded {
  readonly sql: Statements;
  readonly log: number;
  readonly history: readonly HistoryEntry[];
}

/** outNames are who has an item and where it went, as of the last of these steps, at which it is out. */
export async function outNames(
  read: Recorded,
  steps: readonly LiveStep[],
): Promise<{ readonly holderName: string | null; readonly destination: string | null }> {
  const entries = steps.map(({ entry }) => entry);
  const out = entries.findLast(({ type }) => type === 'item.checked-out');
  const seqs = entries
    .filter(({ seq, type }) => out && seq >= out.seq && (type === 'item.checked-out' || type === 'item.changed'))
    .map(({ seq }) => seq);
  const named = (field: PrivateField) => newestWords(field, { ...read, seqs });
  return { holderName: await named('holderName'), destination: await named('destination') };
}

/** The words of the newest of these entries that has them, as the newest amendment reads them. */
async function newestWords(
  field: PrivateField,
  { sql, log, seqs, history }: Recorded & { readonly seqs: readonly number[] },
): Promise<string | null> {
  const wordsAt = async (seq: number): Promise<string | null> => {
    const row = await sql.get<{ value: string }>(
      'SELECT value FROM private_field WHERE log = ? AND seq = ? AND field = ?',
      [log, seq, field],
    );
    return openedFields(sql, log, row ? [{ seq, field, value: row.value }] : [])[0]?.value ?? null;
  };
  for (const seq of [...seqs].reverse()) {
    // An amendment that names the field without words has emptied it.
    const amended = history.findLast(
      (entry) =>
        entry.type === 'entry.amended' &&
        entry.corrects === seq &&
        (entry.facts.fields as readonly string[]).includes(field),
    );
    if (amended) return wordsAt(amended.seq);
    const own = await wordsAt(seq);
    if (own !== null) return own;
  }
  return null;
}
