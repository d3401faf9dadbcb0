import { DELIVERY_STATES, INSPECTION_PARTS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, freeText, instant, mailAddress, ofAYear, uuid } from './fields.ts';

const part = z.enum(INSPECTION_PARTS);
const settings = {
  /** The facility's own names of its forms; a part that is not named has ours. */
  formNames: z.array(z.strictObject({ part, name: freeText(40).refine((name) => name !== '', { error: 'empty' }) })),
  /** Where the head office hears that a pack was made; empty: nowhere. */
  headOffice: mailAddress({ empty: true }),
};

const answer = z.object({
  formNames: z.array(z.object({ part, name: z.string() })),
  headOffice: z.string(),
  /** 0 while nothing has been chosen. */
  version: z.int(),
  /** Whether a mail can be sent at all. */
  mails: z.boolean(),
});

/** readInspectionSettings tells under which names a facility hands over its forms, and whom it tells. */
export const readInspectionSettings = endpoint({
  method: 'GET',
  path: '/api/inspections/settings',
  access: 'read-settings',
  answer,
});

/** setInspections replaces both. */
export const setInspections = endpoint({
  method: 'PATCH',
  path: '/api/inspections/settings',
  access: 'keep-settings',
  body: z.strictObject({
    commandId,
    version: z.int().min(0),
    ...settings,
    formNames: settings.formNames
      .max(INSPECTION_PARTS.length)
      .refine((names) => new Set(names.map((one) => one.part)).size === names.length, { error: 'twice' }),
  }),
  answer,
});

/** makeInspection is the pack for a 運営指導 of these days, both included: a ZIP with one PDF, one workbook and the tables as CSV. */
export const makeInspection = endpoint({
  method: 'POST',
  path: '/api/inspections',
  access: 'export-record',
  fresh: true,
  body: ofAYear(z.strictObject({ commandId, from: day, to: day })),
  answer: z.instanceof(Uint8Array),
  type: 'application/zip',
});

/** readInspectionProgress says how many steps of the pack are done that this person is waiting for. */
export const readInspectionProgress = endpoint({
  method: 'GET',
  path: '/api/inspections/progress',
  access: 'export-record',
  answer: z.object({
    /** Null when none is being made. */
    steps: z.object({ done: z.int(), of: z.int() }).nullable(),
  }),
});

/** listInspections are the packs that were made, newest first. */
export const listInspections = endpoint({
  method: 'GET',
  path: '/api/inspections',
  access: 'export-record',
  answer: z.object({
    made: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        by: z.object({ id: uuid, name: z.string() }),
        from: day,
        to: day,
        counts: z.object({
          entries: z.int(),
          late: z.int(),
          amended: z.int(),
          cancelled: z.int(),
          open: z.int(),
        }),
        /** How far the mail to the head office has come; null where none was written. */
        mail: z.enum(DELIVERY_STATES).nullable(),
      }),
    ),
  }),
});
