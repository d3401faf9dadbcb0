import { LIST_COLUMNS, LONGEST_CELL, MOST_LIST_COLUMNS, MOST_LIST_ROWS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, uuid } from './fields.ts';

/** A cell is judged by what it is for, with its row; one that is too long comes as its beginning and is refused there. */
const cell = z
  .string()
  .max(LONGEST_CELL + 1)
  .meta({ table: true });

const told = z.object({ fresh: z.int(), known: z.int() });

/**
 * importList takes residents, contacts, items and places from a list that somebody has: with `dryRun` it only says what is in the
 * way, in which cell of which row. Else all of it becomes one command, or none.
 */
export const importList = endpoint({
  method: 'POST',
  path: '/api/imports',
  access: 'keep-residents',
  slow: true,
  largestBytes: 16_000_000,
  body: z
    .strictObject({
      commandId,
      dryRun: z.boolean(),
      titles: z.array(cell).max(MOST_LIST_COLUMNS),
      columns: z.array(z.enum(LIST_COLUMNS).nullable()).max(MOST_LIST_COLUMNS),
      rows: z
        .array(z.strictObject({ line: z.int().min(1).max(2_000_000), cells: z.array(cell).max(MOST_LIST_COLUMNS) }))
        .min(1, { error: 'empty' })
        .max(MOST_LIST_ROWS, { error: 'too-long' }),
    })
    .superRefine(({ columns }, context) => {
      for (const [n, column] of columns.entries())
        if (column !== null && columns.indexOf(column) < n)
          context.addIssue({ code: 'custom', message: 'twice', path: ['columns', n] });
    }),
  answer: z.object({
    residents: told,
    contacts: told,
    items: told,
    storages: told,
    /** The places that are made, from the locker down. */
    places: z.array(z.string()),
    /** What is in the way: in which row, in which column from 0 (null: in none that is there), and why. */
    problems: z.array(z.object({ line: z.int(), column: z.int().nullable(), code: z.string() })),
    /** So many entries were made; 0 where nothing was new, or nothing was to be written. */
    written: z.int(),
  }),
});

/** readImport says how far an import has come that is being written; null where none of that number is. */
export const readImport = endpoint({
  method: 'GET',
  path: '/api/imports/:id/progress',
  access: 'keep-residents',
  answer: z.object({ progress: z.object({ id: uuid, done: z.int(), total: z.int() }).nullable() }),
});
