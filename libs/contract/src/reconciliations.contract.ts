import { AMEND_REASONS, COUNT_DISPOSITIONS, COUNT_STAGES, ITEM_KINDS, RECONCILIATION_STAGES } from '@azukari/domain';
import * as z from 'zod';
import { startCount } from './counts.contract.ts';
import { itemAnswer } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { commandId, day, instant, month, requiredText, uuid } from './fields.ts';
import { receipt } from './receipt.ts';

const person = z.object({ id: uuid, name: z.string() });
const drawer = z.object({ id: uuid.nullable(), path: z.string() });

/** reconciliationBrief is one 毎月の照合: who began, who finished counting, who looked as well, and by how many days it was late. */
const reconciliationBrief = z.object({
  id: uuid,
  month,
  stage: z.enum(RECONCILIATION_STAGES),
  startedBy: person,
  startedAt: instant,
  countedBy: person.nullable(),
  countedAt: instant.nullable(),
  expected: z.int().nullable(),
  seen: z.int().nullable(),
  differences: z.int().nullable(),
  second: person.nullable(),
  closedAt: instant.nullable(),
  corrections: z.int(),
});

/** readReconciliations is each month that is asked for, newest first, and its 照合 if it has one. */
export const readReconciliations = endpoint({
  method: 'GET',
  path: '/api/reconciliations',
  access: 'see-board',
  answer: z.object({
    months: z.array(
      z.object({
        month,
        /** The last day in time. */
        dueOn: day,
        /** By how many days it was closed late, or is late today. */
        daysLate: z.int(),
        reconciliation: reconciliationBrief.nullable(),
      }),
    ),
  }),
});

/** reconciliationAnswer is one 照合. What the record has, and what differed, is told when the whole safe is counted. */
export const reconciliationAnswer = reconciliationBrief.extend({
  dueOn: day,
  daysLate: z.int(),
  /** Who had a hand in it: none of them is the second person. */
  hands: z.array(uuid),
  drawers: z.array(
    drawer.extend({
      /** Nothing is kept there by the record and nobody has to look. */
      optional: z.boolean(),
      count: z
        .object({
          id: uuid,
          stage: z.enum(COUNT_STAGES),
          owner: person,
          expected: z.int().nullable(),
          seen: z.int().nullable(),
          differences: z.int(),
        })
        .nullable(),
      /** A count of it that has not ended and is not for this 照合. */
      busy: z.object({ id: uuid, owner: person }).nullable(),
    }),
  ),
  totals: z
    .object({
      stored: z.int(),
      notCounted: z.int(),
      out: z.int(),
      held: z.int(),
      missing: z.int(),
      ended: z.int(),
    })
    .nullable(),
  found: z.array(
    z.object({
      side: z.enum(['short', 'surplus']),
      place: drawer,
      kind: z.enum(ITEM_KINDS),
      as: z.enum(COUNT_DISPOSITIONS),
      item: itemAnswer.nullable(),
      by: person,
      at: instant,
    }),
  ),
  corrected: z.array(
    z.object({ seq: z.int(), by: person, at: instant, reason: z.enum(AMEND_REASONS), explanation: z.string() }),
  ),
});

const answer = z.object({ receipt, reconciliation: reconciliationAnswer });

export const readReconciliation = endpoint({
  method: 'GET',
  path: '/api/reconciliations/:id',
  access: 'see-board',
  answer: reconciliationAnswer,
});

/** startReconciliation begins the 照合 of a month that is over, once. */
export const startReconciliation = endpoint({
  method: 'POST',
  path: '/api/reconciliations',
  access: 'reconcile',
  body: z.strictObject({ commandId, month }),
  answer,
  status: 201,
});

/** joinCount begins to count one drawer for a 照合; the count itself goes as every count does. */
export const joinCount = endpoint({
  method: 'POST',
  path: '/api/reconciliations/:id/counts',
  access: 'count',
  body: z.strictObject({ commandId, drawerId: uuid.nullable() }),
  answer: startCount.answer,
  status: 201,
});

/** finishReconciliation says that the whole safe is counted; what the record has at this moment is kept with it. */
export const finishReconciliation = endpoint({
  method: 'POST',
  path: '/api/reconciliations/:id/finish',
  access: 'reconcile',
  body: z.strictObject({ commandId }),
  answer,
});

/** confirmReconciliation is the second person's look; it closes the 照合. */
export const confirmReconciliation = endpoint({
  method: 'POST',
  path: '/api/reconciliations/:id/confirm',
  access: 'confirm-reconciliation',
  body: z.strictObject({ commandId }),
  answer,
});

/** correctReconciliation puts beside a closed 照合 what was wrong in it. */
export const correctReconciliation = endpoint({
  method: 'POST',
  path: '/api/reconciliations/:id/corrections',
  access: 'reconcile',
  body: z.strictObject({ commandId, reason: z.enum(AMEND_REASONS), explanation: requiredText(300) }),
  answer,
});

/** dropReconciliation gives up a 照合 that began by mistake, before any drawer was counted for it. */
export const dropReconciliation = endpoint({
  method: 'POST',
  path: '/api/reconciliations/:id/drop',
  access: 'reconcile',
  body: z.strictObject({ commandId }),
  answer: z.object({ receipt }),
});

/** reconciliationGlance is what 今日 says of 毎月の照合: the oldest month that is over and not closed, or null. */
export const reconciliationGlance = z
  .object({
    month,
    dueOn: day,
    /** Today; 0 while in time. */
    daysLate: z.int(),
    stage: z.enum(RECONCILIATION_STAGES).nullable(),
    id: uuid.nullable(),
    /** Months that are not closed, this one included. */
    months: z.int(),
  })
  .nullable();
