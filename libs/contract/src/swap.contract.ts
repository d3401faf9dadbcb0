import {
  ENVELOPE_OBSTACLES,
  ENVELOPE_RULES,
  INSURER_TYPES,
  ITEM_KINDS,
  PLACES,
  SWAP_ENDS,
  SWAP_STATES,
  SWAP_WAYS,
} from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { LARGEST_BATCH, personInList, placeInList } from './envelopes.contract.ts';
import { commandId, day, optionalText, uuid } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

/** swapLineAnswer is one yearly paper of one resident in the mass swap (差し替え). */
export const swapLineAnswer = z.object({
  resident: personInList,
  kind: z.enum(ITEM_KINDS),
  insurerType: z.enum(INSURER_TYPES).nullable(),
  way: z.enum(SWAP_WAYS),
  state: z.enum(SWAP_STATES),
  old: z.object({
    id: uuid,
    at: z.enum(PLACES),
    storage: placeInList,
    printedExpiresOn: day.nullable(),
    /** It still counts today: it stays beside the new one until its day has passed. */
    counts: z.boolean(),
  }),
  next: z.object({ id: uuid, printedExpiresOn: day.nullable() }).nullable(),
  envelope: z.object({ id: uuid, arrivedOn: day }).nullable(),
  /** What the agreement says about envelopes; null where nobody has asked. */
  rule: z.enum(ENVELOPE_RULES).nullable(),
  /** Why the envelope stays closed; null when the new paper may be taken out of it. */
  obstacle: z.enum(ENVELOPE_OBSTACLES).nullable(),
  /** Whether an agreement covers the new paper today. */
  agreed: z.boolean(),
});

/** readSwap is the work list 「8月1日の差し替え」: all papers that end with a season, the open one unless told. */
export const readSwap = endpoint({
  method: 'GET',
  path: '/api/swap',
  access: 'see-board',
  query: z.strictObject({ endsOn: day.optional() }),
  answer: z.object({
    asOf: day,
    endsOn: day,
    /** From when families are asked to apply for what does not come by itself. */
    askFrom: day,
    /** The last day that the next papers will bear. */
    nextEndsOn: day,
    /** The season that has passed and the one ahead, each with how far it is. */
    seasons: z.array(z.object({ endsOn: day, total: z.int(), done: z.int() })),
    lines: z.array(swapLineAnswer),
  }),
});

/** SWAP_RECEIVERS are to whom the old papers of a batch are given: offices, or each resident her own. */
export const SWAP_RECEIVERS = ['insurer', 'municipality', 'resident'] as const;

/**
 * swapPapers is 差し替える for many at once, all or none. A line without `nextId` takes the new paper in, out of the envelope where one
 * is named; its old paper ends once its day has passed.
 */
export const swapPapers = endpoint({
  method: 'POST',
  path: '/api/swaps',
  access: 'take-in',
  body: z.strictObject({
    commandId,
    endsOn: day,
    rows: z
      .array(
        z.strictObject({
          oldId: uuid,
          nextId: uuid.nullable().default(null),
          envelopeId: uuid.nullable().default(null),
          printedExpiresOn: day.nullable().default(null),
        }),
      )
      .min(1)
      .max(LARGEST_BATCH)
      .refine((rows) => new Set(rows.map(({ oldId }) => oldId)).size === rows.length, { error: 'twice' }),
    disposition: z.enum(SWAP_ENDS),
    /** With `replaced`: who gets the old papers. */
    receiver: z.enum(SWAP_RECEIVERS).default('insurer'),
    witnessId: uuid.nullable().default(null),
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});
