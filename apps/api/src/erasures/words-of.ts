import { PRIVATE_FIELDS } from '@azukari/domain';
import type { Leaf, LogKind, PrivateField, Uuid } from '@azukari/domain';
import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { PersonMeant } from './erasure-rows.ts';

/** Words are somebody's private fields in one log: by the fields that go, the entries of which they do. */
export interface Words {
  readonly log: number;
  readonly kind: LogKind;
  readonly entries: ReadonlyMap<string, readonly number[]>;
}

/** Mentioned is what an entry says of somebody, by its number. */
type Mentioned = Map<number, Set<PrivateField>>;

const SLICE = 2_000;
const NAMED = 500;

/** fieldsOf reads a key of Words. */
export function fieldsOf(key: string): readonly PrivateField[] {
  return key.split(',') as PrivateField[];
}

/** wordsOf finds every private field of a facility's record that speaks of somebody. Who did something to a card is not hers. */
export async function wordsOf(sql: Statements, person: PersonMeant): Promise<readonly Words[]> {
  const logs = await sql.all<{ id: number; kind: LogKind }>(
    'SELECT id, kind FROM log WHERE facility_id = ? ORDER BY id',
    [person.facilityId],
  );
  const found: Words[] = [];
  for (const { id, kind } of logs) {
    const mentioned = await (person.kind === 'staff' ? ofStaff(sql, id, person.personId) : ofFamily(sql, id, person));
    if (mentioned.size > 0) found.push({ log: id, kind, entries: await kept(sql, id, mentioned) });
  }
  return found;
}

interface Told {
  readonly seq: number;
  readonly body: string;
}

/** Of a resident everything that is said in her entries; of a contact what is said where she is named. */
async function ofFamily(sql: Statements, log: number, { kind, personId }: PersonMeant): Promise<Mentioned> {
  const resident = kind === 'resident' ? personId : await residentOf(sql, personId);
  const told = await sql.all<Told>(
    `SELECT seq, body FROM log_leaf ${by(sql, 'log_leaf_resident')} WHERE log = ? AND resident = ?`,
    [log, resident],
  );
  // A thing that was found and assigned later has entries from before anybody knew whose it was.
  const found = await sql.all<Told>(
    `SELECT seq, body FROM log_leaf ${by(sql, 'log_leaf_item')} WHERE log = ? AND resident IS NULL
       AND item IN (SELECT id FROM item WHERE resident_id = ?)`,
    [log, resident],
  );
  const mentioned: Mentioned = new Map();
  for (const { seq, body } of [...told, ...found]) {
    const { actor } = JSON.parse(body) as Leaf;
    const own = actor.startsWith('contact:') ? [] : ['actorName'];
    if (kind === 'resident') mentioned.set(seq, fieldsBut(own));
    else if (body.includes(personId)) mentioned.set(seq, fieldsBut([...own, 'residentName']));
  }
  return mentioned;
}

async function residentOf(sql: Statements, contactId: Uuid): Promise<Uuid> {
  const row = await sql.get<{ id: Uuid }>('SELECT resident_id AS id FROM contact WHERE id = ?', [contactId]);
  return row?.id ?? '';
}

/** Of a member of the staff her name: as who acted, who has something, gets it or stands by, and what is said of her account. */
async function ofStaff(sql: Statements, log: number, staffId: Uuid): Promise<Mentioned> {
  const mentioned: Mentioned = new Map();
  const size = await sql.get<{ size: number }>('SELECT size FROM log_head WHERE log = ?', [log]);
  for (let from = 0; from < (size?.size ?? 0); from += SLICE) {
    const rows = await sql.all<Told>(
      'SELECT seq, body FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? AND body LIKE ? ORDER BY seq',
      [log, from, from + SLICE, `%${staffId}%`],
    );
    for (const { seq, body } of rows) mentioned.set(seq, saidOf(JSON.parse(body) as Leaf, staffId));
  }
  const holding = [...mentioned].filter(([, fields]) => fields.has('holderName')).map(([seq]) => seq);
  for (const seq of await amendmentsOf(sql, log, holding))
    mentioned.set(seq, (mentioned.get(seq) ?? new Set()).add('holderName'));
  return mentioned;
}

function saidOf({ actor, facts: told }: Leaf, staffId: Uuid): Set<PrivateField> {
  const facts: Readonly<Record<string, unknown>> = told;
  const is = (name: string): boolean => facts[name] === staffId || facts[name] === `staff:${staffId}`;
  return new Set<PrivateField>([
    ...(actor === `staff:${staffId}` ? (['actorName'] as const) : []),
    ...(is('holder') || is('from') ? (['holderName'] as const) : []),
    ...(is('receiver') || is('to') ? (['receiverName'] as const) : []),
    ...(is('witness') ? (['witnessName'] as const) : []),
    ...(is('staff') || is('of') ? (['name', 'kana', 'loginId', 'holderName'] as const) : []),
  ]);
}

async function amendmentsOf(sql: Statements, log: number, entries: readonly number[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (let at = 0; at < entries.length; at += NAMED) {
    const some = entries.slice(at, at + NAMED);
    const rows = await sql.all<{ seq: number }>(
      `SELECT seq FROM log_leaf ${by(sql, 'log_leaf_corrects')} WHERE log = ? AND corrects IN (${some.map(() => '?').join(', ')})`,
      [log, ...some],
    );
    found.push(...rows.map(({ seq }) => seq));
  }
  return found;
}

function fieldsBut(names: readonly string[]): Set<PrivateField> {
  return new Set(PRIVATE_FIELDS.filter((field) => !names.includes(field)));
}

/** Only what is still there is erased, and said to be: entries by the exact fields, in the order in which fields are told. */
async function kept(
  sql: Statements,
  log: number,
  mentioned: Mentioned,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const entries = new Map<string, number[]>();
  const numbers = [...mentioned.keys()].sort((a, b) => a - b);
  for (let at = 0; at < numbers.length; at += NAMED) {
    const some = numbers.slice(at, at + NAMED);
    const rows = await sql.all<{ seq: number; field: PrivateField }>(
      `SELECT seq, field FROM private_field WHERE log = ? AND seq IN (${some.map(() => '?').join(', ')})`,
      [log, ...some],
    );
    const there = Map.groupBy(rows, ({ seq }) => seq);
    for (const seq of some) {
      const own = new Set(there.get(seq)?.map(({ field }) => field));
      const key = PRIVATE_FIELDS.filter((field) => own.has(field) && mentioned.get(seq)?.has(field)).join();
      if (key === '') continue;
      const same = entries.get(key);
      if (same) same.push(seq);
      else entries.set(key, [seq]);
    }
  }
  return entries;
}
