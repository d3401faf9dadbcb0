import * as z from 'zod';
import { backupStanding } from './board.contract.ts';
import { countsGlance } from './counts.contract.ts';
import { endpoint } from './endpoint.ts';
import { instant, uuid } from './fields.ts';
import { machineAnswer } from './reminders.contract.ts';

/**
 * readOverview is 施設の見わたし: of each home how it stands, in numbers alone; nobody who lives there has a name here. The head office
 * sees all homes of the corporation, every other auditor the own.
 */
export const readOverview = endpoint({
  method: 'GET',
  path: '/api/overview',
  access: 'see-overview',
  answer: z.object({
    now: instant,
    /** Whether these are all homes of the installation. */
    whole: z.boolean(),
    /** How it stands with the backups of all of them. */
    backup: backupStanding.nullable(),
    homes: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        stored: z.int(),
        out: z.int(),
        /** Of those the ones whose time of return and its grace have passed. */
        late: z.int(),
        held: z.int(),
        missing: z.int(),
        counts: countsGlance.pick({ state: true, due: true, skipped: true, awaited: true, late: true }),
        /** Months whose 照合 is open and late. */
        monthsLate: z.int(),
        /** Dates that end in the next 30 days, and that have passed. */
        deadlines: z.object({ soon: z.int(), overdue: z.int() }),
        mails: machineAnswer.pick({ state: true, failed: true, lastRunAt: true }),
        /** As of when the whole record was read anew and held; `broken`: it did not. */
        record: z.object({ checkedAt: instant.nullable(), broken: z.boolean() }),
        /** As of when counts, dates and mails are told; what lies where is told as of now. */
        asOf: instant,
      }),
    ),
  }),
});
