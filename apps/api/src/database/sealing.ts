import { readKeyRing, makeKeyRing, ringPath, writeKeyRing } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { keyIn, Unopenable } from './sealed.ts';
import type { Sealed } from './sealed.ts';
import { MARKED, SEALED_COLUMNS } from './sealed-columns.ts';
import type { SealedColumn, SealedTable } from './sealed-columns.ts';
import { places } from './statements.ts';
import type { Row, Statements, Value } from './statements.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const ROWS_AT_ONCE = 200;
const TABLES = Object.keys(SEALED_COLUMNS) as SealedTable[];
const ALL = TABLES.flatMap((table) => SEALED_COLUMNS[table].columns.map((column) => nameOf(table, column)));

/** Asked runs one query of the database whose keys are looked for. */
export type Asked = (sql: string) => Promise<readonly Row[]>;

/**
 * ringOf is the ring of a house. It throws where the database was sealed with a key that the ring has not: a ring that is made anew
 * would open nothing, and what is sealed with it could never be told from the rest.
 */
export async function ringOf(keysFolder: string, asked: Asked): Promise<KeyRing> {
  const ring = readKeyRing(keysFolder);
  const known = new Set(ring?.keys.map(({ id }) => id));
  for (const table of TABLES) {
    const { key, columns } = SEALED_COLUMNS[table];
    const order = (way: string): string => key.map((part) => `${part} ${way}`).join(', ');
    const any = columns.map((column) => `${column} LIKE 'v1.%'`).join(' OR ');
    const ends = ring ? [`ORDER BY ${order('ASC')}`, `ORDER BY ${order('DESC')}`] : [`WHERE ${any}`];
    for (const end of ends)
      for (const row of await asked(`SELECT ${columns.join(', ')} FROM ${table} ${end} LIMIT 1`))
        for (const value of Object.values(row)) {
          const id = typeof value === 'string' ? keyIn(value) : null;
          if (id !== null && !known.has(id)) throw keyIsGone(id, keysFolder);
        }
  }
  return ring ?? makeKeyRing(keysFolder);
}

function keyIsGone(id: string, keysFolder: string): Error {
  const path = ringPath(keysFolder);
  return new Error(
    `このデータベースの個人情報をひらく鍵（${id}）が ${path} にありません。控えてある ${path} を元の場所に戻してから、もう一度起動してください。` +
      ` / The key ${id} that opens the personal data in this database is not in ${path}. Put the kept copy of that file back, then start again.`,
  );
}

/** unsealedColumns are the columns in which there may still be texts from before they were sealed. */
export function unsealedColumns({ sealed }: KeyRing): ReadonlySet<SealedColumn> {
  return new Set(ALL.filter((column) => !sealed.includes(column)));
}

/** House is a house at its start: how it writes, where its keys are, and how its files forget what was overwritten. */
export interface House {
  readonly writes: UnitOfWork;
  readonly keysFolder: string;
  readonly compact: () => Promise<void>;
}

/** sealAtStart seals what a house has kept until now in columns that were not sealed. */
export async function sealAtStart(house: House, ring: KeyRing): Promise<void> {
  if (unsealedColumns(ring).size > 0) await sealThroughout(house, ring);
}

/**
 * sealThroughout seals whatever is not sealed with the newest key of the ring, in bounded pieces, and then notes in the ring that
 * nothing else is left: older keys are gone from it. Stopped in the middle it goes on where it is begun again, because a value says
 * itself by what it was sealed.
 */
export async function sealThroughout({ writes, keysFolder, compact }: House, ring: KeyRing): Promise<void> {
  const plain = unsealedColumns(ring);
  let seen = 0;
  for (const table of TABLES) {
    let after: readonly Value[] | null = null;
    do {
      const piece: Piece = await sealPiece(writes, { table, after, plain });
      seen += piece.rows;
      after = piece.last;
    } while (after !== null);
  }
  if (seen > 0) await compact();
  writeKeyRing(keysFolder, { keys: [ring.keys[0]], sealed: ALL });
}

interface Wanted {
  readonly table: SealedTable;
  readonly after: readonly Value[] | null;
  readonly plain: ReadonlySet<SealedColumn>;
}

interface Piece {
  readonly rows: number;
  /** The key of its last row; null where nothing comes after it. */
  readonly last: readonly Value[] | null;
}

function sealPiece(writes: UnitOfWork, { table, after, plain }: Wanted): Promise<Piece> {
  const { key, columns } = SEALED_COLUMNS[table];
  const keys = key.join(', ');
  return writes.run(async ({ sql }) => {
    const rows = await sql.all(
      `SELECT ${keys}, ${columns.join(', ')} FROM ${table} ${after ? `WHERE (${keys}) > (${places(key.length)})` : ''}
       ORDER BY ${keys} LIMIT ${String(ROWS_AT_ONCE)}`,
      after ?? [],
    );
    const keyOf = (row: Row): Value[] => key.map((part) => row[part] ?? null);
    for (const row of rows) {
      const at = keyOf(row).map((part) => (typeof part === 'number' ? part : String(part)));
      const renewed = columns.flatMap((column) => {
        const value = renew(sql.sealed, { table, column, at, plain }, row[column]);
        return value === null ? [] : value;
      });
      if (renewed.length > 0) await write(sql, table, at, renewed);
    }
    const last = rows.at(-1);
    return { rows: rows.length, last: last && rows.length === ROWS_AT_ONCE ? keyOf(last) : null };
  });
}

interface Place {
  readonly table: SealedTable;
  readonly column: string;
  readonly at: readonly (string | number)[];
  readonly plain: ReadonlySet<SealedColumn>;
}

type Renewed = readonly (readonly [column: string, value: string])[];

/** Null: it is sealed with the newest key, or there is nothing. */
function renew(sealed: Sealed, { table, column, at, plain }: Place, value: Value | undefined): Renewed | null {
  if (typeof value !== 'string') return null;
  const name = nameOf(table, column);
  const id = keyIn(value);
  if (id === sealed.newest) return null;
  if (id === null && !plain.has(name)) throw new Unopenable(name, at, 'it is not sealed');
  const text = id === null ? value : sealed.open(name, at, value);
  const mark = MARKED[name];
  return [[column, sealed.close(name, at, text)], ...(mark ? [[mark, sealed.mark(name, text)] as const] : [])];
}

/** A private field may be taken away and written, never changed: the guards know of no sealing. */
async function write(sql: Statements, table: SealedTable, at: readonly Value[], renewed: Renewed): Promise<void> {
  const here = SEALED_COLUMNS[table].key.map((part) => `${part} = ?`).join(' AND ');
  const values = renewed.map(([, value]) => value);
  if (table !== 'private_field') {
    await sql.run(`UPDATE ${table} SET ${renewed.map(([column]) => `${column} = ?`).join(', ')} WHERE ${here}`, [
      ...values,
      ...at,
    ]);
    return;
  }
  const kept = await sql.get<{ r: Uint8Array }>(`SELECT r FROM private_field WHERE ${here}`, at);
  await sql.run(`DELETE FROM private_field WHERE ${here}`, at);
  await sql.run('INSERT INTO private_field (log, seq, field, r, value) VALUES (?, ?, ?, ?, ?)', [
    ...at,
    kept?.r ?? null,
    ...values,
  ]);
}

function nameOf(table: SealedTable, column: string): SealedColumn {
  return `${table}.${column}` as SealedColumn;
}
