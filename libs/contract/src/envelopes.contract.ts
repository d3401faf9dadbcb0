import { ENVELOPE_OBSTACLES, ENVELOPE_RULES, ENVELOPE_SENDERS, INSURER_TYPES, ITEM_KINDS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, optionalText, uuid, version } from './fields.ts';
import { agreementAnswer } from './people.contract.ts';
import { recordedAnswer } from './receipt.ts';

/** LARGEST_BATCH is how many envelopes or papers one command moves: every resident of a large house, twice. */
export const LARGEST_BATCH = 400;

/** personInList is a resident as lists name her. */
export const personInList = z.object({ id: uuid, name: z.string(), kana: z.string(), room: z.string() });

/** placeInList is where something lies, in words from the locker down. */
export const placeInList = z.object({ id: uuid, path: z.string() }).nullable();

const marks = {
  from: z.enum(ENVELOPE_SENDERS),
  /** The papers one awaits in it, from what stands outside. Nobody has looked. */
  expected: z.array(z.enum(ITEM_KINDS)).min(1).max(ITEM_KINDS.length).nullable().default(null),
};

/** envelopeAnswer is an envelope that nobody has opened. */
export const envelopeAnswer = z.object({
  id: uuid,
  resident: personInList.nullable(),
  at: z.enum(['stored', 'out', 'missing']),
  storage: placeInList,
  arrivedOn: day,
  /** Days since it arrived. */
  days: z.int(),
  /** It has lain here longer than the house means to let it lie. */
  overdue: z.boolean(),
  /** 一時保管: no agreement covers it. */
  held: z.boolean(),
  from: z.enum(ENVELOPE_SENDERS).nullable(),
  expected: z.array(z.enum(ITEM_KINDS)),
  /** Why it stays closed; null when it may be opened in front of the resident. */
  obstacle: z.enum(ENVELOPE_OBSTACLES).nullable(),
});

/** listEnvelopes is every envelope that is kept unopened, the longest first. */
export const listEnvelopes = endpoint({
  method: 'GET',
  path: '/api/envelopes',
  access: 'see-board',
  answer: z.object({ asOf: day, envelopes: z.array(envelopeAnswer) }),
});

/** receiveEnvelopes keeps envelopes that arrived, one for each line, or none of them; without an agreement each is held. */
export const receiveEnvelopes = endpoint({
  method: 'POST',
  path: '/api/envelopes',
  access: 'hold-temporarily',
  body: z.strictObject({
    commandId,
    envelopes: z
      .array(z.strictObject({ residentId: uuid, storageId: uuid.nullable().default(null), ...marks }))
      .min(1)
      .max(LARGEST_BATCH),
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** markEnvelope says who sent an envelope. */
export const markEnvelope = endpoint({
  method: 'POST',
  path: '/api/envelopes/:id/marks',
  access: 'hold-temporarily',
  body: z.strictObject({ commandId, ...marks }),
  answer: recordedAnswer,
  status: 201,
});

/** openEnvelope opens one in front of the resident: what is kept of it is taken in, the rest is hers. */
export const openEnvelope = endpoint({
  method: 'POST',
  path: '/api/envelopes/:id/opening',
  access: 'take-in',
  body: z.strictObject({
    commandId,
    papers: z
      .array(
        z.strictObject({
          kind: z.enum(ITEM_KINDS).refine((kind) => kind !== 'sealed-envelope', { error: 'kind' }),
          insurerType: z.enum(INSURER_TYPES).nullable().default(null),
          printedExpiresOn: day.nullable().default(null),
          storageId: uuid.nullable().default(null),
        }),
      )
      .max(10),
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** settleEnvelopes records what an agreement says about envelopes that arrive, where nobody had asked or the will has changed. */
export const settleEnvelopes = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/envelopes',
  access: 'keep-agreements',
  body: z.strictObject({ commandId, version, rule: z.enum(ENVELOPE_RULES) }),
  answer: agreementAnswer,
});
