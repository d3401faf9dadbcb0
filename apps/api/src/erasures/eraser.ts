import { Injectable } from '@nestjs/common';
import type { Draft, PrivateField } from '@azukari/domain';
import type { Tx } from '../database/unit-of-work.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author, Entry } from '../ledger/ledger.ts';
import type { PersonMeant } from './erasure-rows.ts';
import { forgetRows } from './rows-of.ts';
import { fieldsOf } from './words-of.ts';
import type { Words } from './words-of.ts';

/** As many entries as the shape of `privacy.erased` takes. */
const NAMED_AT_ONCE = 1_000;

/** Eraser erases somebody's words, and says in both logs of which entries and fields: every hash of them stays. */
@Injectable()
export class Eraser {
  constructor(private readonly ledger: Ledger) {}

  /** erase empties the rows, deletes the words, and appends after `first` what was erased; it answers the entries of what happened. */
  async erase(
    tx: Tx,
    author: Author,
    { person, words, first }: { readonly person: PersonMeant; readonly words: readonly Words[]; readonly first: Draft },
  ): Promise<readonly Entry[]> {
    await forgetRows(tx.sql, person);
    for (const { log, entries } of words)
      for (const [key, numbers] of entries) await deleteWords(tx, log, fieldsOf(key), numbers);
    const resident = person.kind === 'resident' ? { resident: person.personId } : {};
    const draftsOf = (kind: Words['kind']): Draft[] =>
      words
        .filter((one) => one.kind === kind)
        .flatMap(({ entries }) => [...entries])
        .flatMap(([key, numbers]) =>
          inPieces(numbers).map((piece) =>
            houseEntry('privacy.erased', { entries: piece, fields: fieldsOf(key) }, resident),
          ),
        );
    const seen = draftsOf('access');
    if (seen.length > 0) await this.ledger.append(tx, author, seen, 'access');
    return this.ledger.append(tx, author, [first, ...draftsOf('custody')]);
  }
}

/** With the words goes what could tell whether a guess at them is right: the digest of the command that brought them. */
async function deleteWords(
  { sql }: Tx,
  log: number,
  fields: readonly PrivateField[],
  numbers: readonly number[],
): Promise<void> {
  for (const piece of inPieces(numbers)) {
    const at = [log, ...piece];
    const entries = piece.map(() => '?').join(', ');
    await sql.run(
      `DELETE FROM private_field WHERE log = ? AND seq IN (${entries}) AND field IN (${fields.map(() => '?').join(', ')})`,
      [...at, ...fields],
    );
    await sql.run(
      `UPDATE command SET body_mac = NULL WHERE body_mac IS NOT NULL
         AND id IN (SELECT command FROM log_leaf WHERE log = ? AND seq IN (${entries}))`,
      at,
    );
  }
}

function inPieces(numbers: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(numbers.length / NAMED_AT_ONCE) }, (_, n) =>
    numbers.slice(n * NAMED_AT_ONCE, (n + 1) * NAMED_AT_ONCE),
  );
}
