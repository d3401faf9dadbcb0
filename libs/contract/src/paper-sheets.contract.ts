import { MOST_LINES, PAPER_SHEET, PURPOSES } from '@azukari/domain';
import * as z from 'zod';
import { holderIn } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { commandId, instant, instantIn, itemIds, optionalText } from './fields.ts';
import { refusedAnswer } from './problem.contract.ts';
import { receipt } from './receipt.ts';

const DIGITS = 6;
const MOST_ITEMS = 200;

/** sheetNumber is the number on a paper sheet; F3-12 and F3-000012 are one. */
const sheetNumber = z
  .string()
  .regex(PAPER_SHEET, { error: 'sheet' })
  .transform((text) => {
    const [form = '', number = ''] = text.split('-');
    return `${form}-${number.padStart(DIGITS, '0')}`;
  });

/** A line tells of what went out, of what came back, or of both; who had it is told of what went out. */
const line = z
  .strictObject({
    line: z.int().min(1).max(MOST_LINES),
    itemIds,
    purpose: z.enum(PURPOSES),
    destination: optionalText(60),
    holder: holderIn.nullable(),
    outAt: instantIn.nullable(),
    backAt: instantIn.nullable(),
    dueBackAt: instantIn.nullable().default(null),
  })
  .refine(({ outAt, backAt }) => outAt !== null || backAt !== null, { error: 'empty', path: ['outAt'] })
  .refine(({ outAt, holder }) => outAt === null || holder !== null, { error: 'empty', path: ['holder'] });

/** readSheet says which lines of a paper sheet stand in the record, and whether a sheet of that number was ever printed here. */
export const readSheet = endpoint({
  method: 'GET',
  path: '/api/custody/paper-sheets',
  access: 'enter-late',
  query: z.strictObject({ sheet: sheetNumber }),
  answer: z.object({
    sheet: z.string(),
    printed: z.boolean(),
    /** Each line with its first entry, by whom and when it was entered. */
    lines: z.array(z.object({ line: z.int(), seq: z.int(), at: instant, by: z.string() })),
  }),
});

/**
 * enterSheet copies a paper sheet into the record: all of its lines in one command, or none. With `dryRun` it only says what is in the
 * way, line by line. Lines that were entered before are refused; further lines of the same sheet are not.
 */
export const enterSheet = endpoint({
  method: 'POST',
  path: '/api/custody/paper-sheets',
  access: 'enter-late',
  body: z
    .strictObject({
      commandId,
      dryRun: z.boolean(),
      sheet: sheetNumber,
      lines: z.array(line).min(1, { error: 'empty' }).max(MOST_LINES),
    })
    .refine(({ lines }) => new Set(lines.map(({ line }) => line)).size === lines.length, {
      error: 'twice',
      path: ['lines'],
    })
    .refine(({ lines }) => lines.reduce((sum, one) => sum + one.itemIds.length, 0) <= MOST_ITEMS, {
      error: 'too-long',
      path: ['lines'],
    }),
  answer: z.object({
    problems: z.array(refusedAnswer.extend({ line: z.int() })),
    /** Null where nothing was written: a dry run. */
    receipt: receipt.nullable(),
  }),
});
