import {
  COUNT_DISPOSITIONS,
  COUNT_STAGES,
  COUNTED_KINDS,
  DUE_REASONS,
  ITEM_KINDS,
  SECOND_PERSON,
} from '@azukari/domain';
import * as z from 'zod';
import { itemAnswer } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { clock, commandId, instant, instantIn, uuid } from './fields.ts';
import { receipt } from './receipt.ts';

/** So many things are seen in one drawer at most, pouches and all. */
const MOST_SEEN = 2_000;

const person = z.object({ id: uuid, name: z.string() });

/** drawer is a drawer, or a locker without one, by its labels from the locker down; without id it is what has no recorded place. */
const drawer = z.object({ id: uuid.nullable(), path: z.string() });

const shifts = z
  .array(clock)
  .max(4)
  .superRefine((all, context) => {
    for (const [n, time] of all.entries())
      if (all.indexOf(time) < n) context.addIssue({ code: 'custom', message: 'twice', path: [n] });
  });

/** countPolicy is how a facility counts: at which changes of shift (none: it does not), and when two look. */
const countPolicy = z.object({ shifts, second: z.enum(SECOND_PERSON), version: z.int() });

/** readCounts is 点検: which drawers to count now and why, what waits for a second person, and the newest counts. */
export const readCounts = endpoint({
  method: 'GET',
  path: '/api/counts',
  access: 'see-board',
  answer: z.object({
    policy: countPolicy,
    drawers: z.array(
      drawer.extend({
        why: z.enum(DUE_REASONS).nullable(),
        /** An hour after the change of shift it still was not counted. */
        skipped: z.boolean(),
        /** Opened since it was last counted. */
        openedAt: instant.nullable(),
        countedAt: instant.nullable(),
        /** The count of it that has not ended. */
        open: z.object({ id: uuid, stage: z.enum(COUNT_STAGES), owner: person, startedAt: instant }).nullable(),
      }),
    ),
    /** Closed, and a second person has yet to look; `late` after the next change of shift. */
    awaited: z.array(
      z.object({
        id: uuid,
        drawer,
        countedBy: person,
        closedAt: instant,
        differences: z.int(),
        late: z.boolean(),
      }),
    ),
    recent: z.array(
      z.object({
        id: uuid,
        drawer,
        countedBy: person,
        closedAt: instant,
        expected: z.int(),
        seen: z.int(),
        differences: z.int(),
        second: person.nullable(),
      }),
    ),
  }),
});

/**
 * countAnswer is one count. While somebody counts, it tells which places there are and which kinds the facility keeps at all, and
 * nothing of what should be there.
 */
export const countAnswer = z.object({
  id: uuid,
  drawer,
  stage: z.enum(COUNT_STAGES),
  countedBy: person,
  owner: person,
  second: person.nullable(),
  startedAt: instant,
  closedAt: instant.nullable(),
  /** It was entered once already, with too much, and is counted anew. */
  recounted: z.boolean(),
  /** It goes by a list that was taken over: 開始時の棚卸し. */
  listed: z.boolean(),
  /** The 照合 for which it counts: there it goes on. */
  reconciliationId: uuid.nullable(),
  /** The pouches of the drawer and the drawer itself; none where no place is recorded. */
  places: z.array(z.object({ id: uuid, kind: z.enum(['locker', 'drawer', 'pouch']), label: z.string() })),
  kinds: z.array(z.enum(ITEM_KINDS)),
  /** After what is there was told: how many were expected and seen, and each difference. */
  expected: z.int().nullable(),
  seen: z.int().nullable(),
  differences: z.array(
    z.object({
      n: z.int(),
      side: z.enum(['short', 'surplus']),
      place: drawer,
      kind: z.enum(ITEM_KINDS),
      /** What may be meant: expected there, or of that kind and elsewhere, likeliest first. */
      candidates: z.array(itemAnswer),
      settled: z
        .object({ as: z.enum(COUNT_DISPOSITIONS), item: itemAnswer.nullable(), by: person, at: instant })
        .nullable(),
    }),
  ),
  /** 開始時の棚卸し, while somebody goes through it: the list with what was said of each item, and what came in meanwhile. */
  list: z
    .object({
      items: z.array(z.object({ item: itemAnswer, there: z.boolean().nullable() })),
      added: z.array(itemAnswer),
    })
    .nullable(),
});

const answer = z.object({ receipt, count: countAnswer });

export const readCount = endpoint({ method: 'GET', path: '/api/counts/:id', access: 'see-board', answer: countAnswer });

/** readOpening is 開始時の棚卸し: the drawers that hold what a list brought. */
export const readOpening = endpoint({
  method: 'GET',
  path: '/api/counts/opening',
  access: 'see-board',
  answer: z.object({
    drawers: z.array(
      drawer.extend({
        /** Items of the list in it that nobody has looked for in a count that ended. */
        left: z.int(),
        /** Of the count that is open: so many have been said to be there or not. */
        looked: z.int(),
        open: z.object({ id: uuid, stage: z.enum(COUNT_STAGES), owner: person, startedAt: instant }).nullable(),
        seen: z.int(),
        differences: z.int(),
        awaited: z.array(z.object({ id: uuid, countedBy: person })),
      }),
    ),
  }),
});

/**
 * startCount begins to count one drawer; what should be there is kept by the server and told to nobody who counts. `listed` is the
 * exception: what a list brought is shown, once, to who holds it against the cabinet (開始時の棚卸し).
 */
export const startCount = endpoint({
  method: 'POST',
  path: '/api/counts',
  access: 'count',
  body: z.strictObject({ commandId, drawerId: uuid.nullable(), listed: z.boolean().default(false) }),
  answer,
  status: 201,
});

/** enterCount tells once what is there. What is told twice is there once; what is not told is not there. */
export const enterCount = endpoint({
  method: 'POST',
  path: '/api/counts/:id/sightings',
  access: 'count',
  body: z.strictObject({
    commandId,
    seen: z
      .array(
        z.strictObject({
          storageId: uuid.nullable(),
          kind: z.enum(COUNTED_KINDS),
          quantity: z.int().min(1).max(999).default(1),
        }),
      )
      .max(MOST_SEEN)
      // What a slip of the finger says is more than all drawers hold would be as many differences to answer.
      .refine((seen) => seen.reduce((sum, { quantity }) => sum + quantity, 0) <= MOST_SEEN, { error: 'too-big' }),
  }),
  answer,
});

const listedIds = z.array(uuid).max(MOST_SEEN).default([]);

/** lookForListed says of items of the list whether they are there. Said again, the newest counts. */
export const lookForListed = endpoint({
  method: 'POST',
  path: '/api/counts/:id/looks',
  access: 'count',
  body: z
    .strictObject({ commandId, there: listedIds, missing: listedIds })
    .refine(({ there, missing }) => there.length + missing.length > 0, { error: 'empty', path: ['there'] }),
  answer,
});

/** enterList ends the looking: what was not there becomes a difference, each with its answer. */
export const enterList = endpoint({
  method: 'POST',
  path: '/api/counts/:id/list',
  access: 'count',
  body: z.strictObject({ commandId }),
  answer,
});

/** recount begins a drawer anew for who entered too much by mistake: once, before an answer; what was entered stays in the record. */
export const recount = endpoint({
  method: 'POST',
  path: '/api/counts/:id/recount',
  access: 'count',
  body: z.strictObject({ commandId }),
  answer,
});

/** settleDifference answers one difference, and puts the record of the item right where it was wrong. */
export const settleDifference = endpoint({
  method: 'POST',
  path: '/api/counts/:id/answers',
  access: 'count',
  body: z.strictObject({
    commandId,
    difference: z.int().min(1),
    as: z.enum(COUNT_DISPOSITIONS),
    itemId: uuid.nullable().default(null),
    /** With `other-place`. */
    storageId: uuid.nullable().default(null),
    /** With whoever has it. */
    dueBackAt: instantIn.nullable().default(null),
  }),
  answer,
});

export const closeCount = endpoint({
  method: 'POST',
  path: '/api/counts/:id/close',
  access: 'count',
  body: z.strictObject({ commandId }),
  answer,
});

/** takeOverCount goes on with a count that a colleague left open. */
export const takeOverCount = endpoint({
  method: 'POST',
  path: '/api/counts/:id/take-over',
  access: 'count',
  body: z.strictObject({ commandId }),
  answer,
});

/** dropCount gives up a count that began by mistake, before anything was said: it leaves no count, and both entries in the record. */
export const dropCount = endpoint({
  method: 'POST',
  path: '/api/counts/:id/drop',
  access: 'count',
  body: z.strictObject({ commandId }),
  answer: z.object({ receipt }),
});

/** confirmCounts is the second person's look at counts that were closed; at night it comes the next morning. */
export const confirmCounts = endpoint({
  method: 'POST',
  path: '/api/counts/confirmations',
  access: 'count',
  body: z.strictObject({
    commandId,
    countIds: z
      .array(uuid)
      .min(1)
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'twice' }),
  }),
  answer: z.object({ receipt }),
});

/** setCountPolicy says when and with whom a facility counts. */
export const setCountPolicy = endpoint({
  method: 'PATCH',
  path: '/api/counts/policy',
  access: 'keep-settings',
  body: z.strictObject({ commandId, version: z.int().min(0), shifts, second: z.enum(SECOND_PERSON) }),
  answer: countPolicy,
});

/** countsGlance is what 今日 says of counting: off, to do, skipped, or all done, and when the last one ended. */
export const countsGlance = z.object({
  state: z.enum(['off', 'due', 'skipped', 'done']),
  due: z.int(),
  skipped: z.int(),
  awaited: z.int(),
  /** Closed before the last change of shift, and still nobody else has looked. */
  late: z.int(),
  closedAt: instant.nullable(),
  /** So many items of a list that was taken over has nobody looked for yet: 開始時の棚卸し. */
  listed: z.int(),
});
