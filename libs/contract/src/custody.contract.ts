import {
  AUTH_MODES,
  CONDITIONS,
  DISPOSITIONS,
  HOLD_REASONS,
  INSURER_TYPES,
  ITEM_KINDS,
  PAPER_SHEET,
  PURPOSES,
  RELATIONS,
} from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, cursor, day, freeText, instant, instantIn, itemIds, limit, optionalText, uuid } from './fields.ts';
import { residentBrief } from './people.contract.ts';
import { receipt, recordedAnswer } from './receipt.ts';

const paperSheet = z.string().regex(PAPER_SHEET, { error: 'sheet' }).nullable().default(null);

const outsider = {
  name: freeText(60),
  relation: z.enum(RELATIONS),
  contactId: uuid.nullable().default(null),
};

/** A name may be left empty where the record has it, and with an ambulance: 救急 asks for no text. */
function isNamed({ name, relation, contactId }: z.output<z.ZodObject<typeof outsider>>): boolean {
  return name !== '' || contactId !== null || relation === 'resident' || relation === 'ambulance';
}

/** holderIn names who carries the items: staff, or somebody else by name and relation. */
export const holderIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), staffId: uuid }),
  z.strictObject({ kind: z.literal('other'), ...outsider }).refine(isNamed, { error: 'empty', path: ['name'] }),
]);

/** outsiderIn names somebody who is not staff, by name and relation or as a contact. */
export const outsiderIn = z.strictObject(outsider).refine(isNamed, { error: 'empty', path: ['name'] });

/** holderAnswer is who has an item, with the name as it was then. */
export const holderAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), staffId: uuid, name: z.string() }),
  z.object({ kind: z.literal('other'), relation: z.enum(RELATIONS), name: z.string() }),
]);

/** holdAnswer is why an item lies in the safe without an agreement (一時保管). */
export const holdAnswer = z.object({ reason: z.enum(HOLD_REASONS), resolveBy: day });

/** custodyAnswer is where an item is. `seq` is the entry that put it there. */
export const custodyAnswer = z.discriminatedUnion('at', [
  z.object({ at: z.literal('stored'), since: instant, seq: z.int(), hold: holdAnswer.nullable() }),
  z.object({
    at: z.literal('out'),
    since: instant,
    seq: z.int(),
    holder: holderAnswer,
    purpose: z.enum(PURPOSES),
    destination: z.string().nullable(),
    dueBackAt: instant.nullable(),
    hold: holdAnswer.nullable(),
  }),
  z.object({
    at: z.literal('missing'),
    since: instant,
    seq: z.int(),
    stage: z.enum(['searching', 'lost']),
    hold: holdAnswer.nullable(),
  }),
  z.object({ at: z.literal('ended'), since: instant, seq: z.int(), disposition: z.enum(DISPOSITIONS) }),
]);

const description = {
  printedExpiresOn: day.nullable(),
  certificateExpiresOn: day.nullable(),
  insurerType: z.enum(INSURER_TYPES).nullable(),
  authMode: z.enum(AUTH_MODES).nullable(),
};

/** itemAnswer is one 預かり品. `storage` is where it lies or belongs. */
export const itemAnswer = z.object({
  id: uuid,
  kind: z.enum(ITEM_KINDS),
  /** What to call an item of the kind `other`. */
  label: z.string().nullable(),
  resident: residentBrief.nullable(),
  custody: custodyAnswer,
  storage: z.object({ id: uuid, path: z.string() }).nullable(),
  ...description,
  /** Whose paper it is, when somebody said so: its dates follow that insurer. */
  insurerId: uuid.nullable(),
  /** Somebody looked, and no date is printed on it: there is nothing left to find out. */
  noDatePrinted: z.boolean(),
  /** Whether an agreement covers it today. */
  agreed: z.boolean(),
  takenInAt: instant,
});

export const listItems = endpoint({
  method: 'GET',
  path: '/api/items',
  access: 'see-board',
  query: z.strictObject({
    place: z.enum(['stored', 'out', 'missing', 'ended', 'all']).default('all'),
    residentId: uuid.optional(),
    storageId: uuid.optional(),
    q: freeText(60).optional(),
    limit,
    cursor,
  }),
  answer: z.object({ items: z.array(itemAnswer), nextCursor: z.string().nullable() }),
});

export const readItem = endpoint({ method: 'GET', path: '/api/items/:id', access: 'see-board', answer: itemAnswer });

const descriptionIn = {
  printedExpiresOn: day.nullable().default(null),
  certificateExpiresOn: day.nullable().default(null),
  insurerType: z.enum(INSURER_TYPES).nullable().default(null),
  /** Whose paper it is, where its dates follow an insurer of the facility. */
  insurerId: uuid.nullable().default(null),
  authMode: z.enum(AUTH_MODES).nullable().default(null),
  /** Counts only while no printed date is given. */
  noDatePrinted: z.boolean().default(false),
};

/** takeIn is お預かりする: an agreement must cover the kind that day. */
export const takeIn = endpoint({
  method: 'POST',
  path: '/api/items',
  access: 'take-in',
  body: z.strictObject({
    commandId,
    residentId: uuid,
    agreementId: uuid,
    kind: z.enum(ITEM_KINDS),
    label: optionalText(30),
    storageId: uuid.nullable(),
    ...descriptionIn,
    condition: z.enum(CONDITIONS).default('good'),
    handedInBy: optionalText(60),
    note: optionalText(300),
  }),
  answer: z.object({ item: itemAnswer, receipt }),
  status: 201,
});

/** describeItem corrects or completes the dates of an item; that no date is printed stays as it is when it is left out. */
export const describeItem = endpoint({
  method: 'POST',
  path: '/api/items/:id/description',
  access: 'take-in',
  body: z.strictObject({ commandId, ...description, noDatePrinted: z.boolean().optional() }),
  answer: z.object({ item: itemAnswer, receipt }),
  status: 201,
});

/** assignItem gives a found item its resident. */
export const assignItem = endpoint({
  method: 'POST',
  path: '/api/items/:id/resident',
  access: 'hold-temporarily',
  body: z.strictObject({ commandId, residentId: uuid }),
  answer: z.object({ item: itemAnswer, receipt }),
  status: 201,
});

/** checkOut is 出す. `foundIds` lie in the safe although the record says otherwise (いま金庫にあります). */
export const checkOut = endpoint({
  method: 'POST',
  path: '/api/custody/check-outs',
  access: 'check-out-emergency',
  body: z.strictObject({
    commandId,
    itemIds,
    purpose: z.enum(PURPOSES),
    destination: optionalText(60),
    holder: holderIn,
    dueBackAt: instantIn.nullable(),
    occurredAt: instantIn.nullable().default(null),
    foundIds: z.array(uuid).max(100).default([]),
    sheet: paperSheet,
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** checkIn is もどす; never refused to anyone who is signed in. */
export const checkIn = endpoint({
  method: 'POST',
  path: '/api/custody/check-ins',
  access: 'check-in',
  body: z.strictObject({
    commandId,
    itemIds,
    storageId: uuid.nullable().default(null),
    condition: z.enum(CONDITIONS).default('good'),
    occurredAt: instantIn.nullable().default(null),
    sheet: paperSheet,
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** changeCustody is 持つ人・予定を替える while items are out; what is left out stays. */
export const changeCustody = endpoint({
  method: 'POST',
  path: '/api/custody/changes',
  access: 'change',
  body: z.strictObject({
    commandId,
    itemIds,
    holder: holderIn.optional(),
    dueBackAt: instantIn.nullable().optional(),
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** moveItems puts items into another pouch. */
export const moveItems = endpoint({
  method: 'POST',
  path: '/api/custody/moves',
  access: 'move',
  body: z.strictObject({ commandId, itemIds, storageId: uuid }),
  answer: recordedAnswer,
  status: 201,
});

/** receiverIn names who receives an item for good. */
export const receiverIn = z.strictObject(outsider);

/** handOver ends custody: お返しする, 返納する, 引き継ぐ, 廃棄する, 差し替える. What is given back is given to somebody; an office needs no name. */
export const handOver = endpoint({
  method: 'POST',
  path: '/api/custody/hand-overs',
  access: 'return-to-resident',
  body: z
    .strictObject({
      commandId,
      itemIds,
      disposition: z.enum(DISPOSITIONS),
      receiver: receiverIn,
      witnessId: uuid.nullable().default(null),
      /** With 差し替える: the item that came in its place. */
      replacedById: uuid.nullable().default(null),
      note: optionalText(300),
    })
    .refine(({ disposition, receiver }) => disposition !== 'returned' || isNamed(receiver), {
      error: 'empty',
      path: ['receiver', 'name'],
    }),
  answer: recordedAnswer,
  status: 201,
});

/** holdTemporarily is 一時保管: what is in the safe can always be recorded, also without agreement or resident. */
export const holdTemporarily = endpoint({
  method: 'POST',
  path: '/api/custody/temporary-holds',
  access: 'hold-temporarily',
  body: z.strictObject({
    commandId,
    residentId: uuid.nullable(),
    kind: z.enum(ITEM_KINDS),
    label: optionalText(30),
    reason: z.enum(HOLD_REASONS),
    storageId: uuid.nullable(),
    ...descriptionIn,
    condition: z.enum(CONDITIONS).default('good'),
    handedInBy: optionalText(60),
    note: optionalText(300),
  }),
  answer: z.object({ item: itemAnswer, receipt }),
  status: 201,
});

/** agreeItems turns 一時保管 into custody under an agreement. */
export const agreeItems = endpoint({
  method: 'POST',
  path: '/api/custody/agreed-holds',
  access: 'take-in',
  body: z.strictObject({ commandId, itemIds, agreementId: uuid, storageId: uuid.nullable().default(null) }),
  answer: recordedAnswer,
  status: 201,
});

/** confirmWhereabouts says that items that are out are still where they were taken; nothing moves. */
export const confirmWhereabouts = endpoint({
  method: 'POST',
  path: '/api/custody/whereabouts',
  access: 'change',
  body: z.strictObject({ commandId, itemIds }),
  answer: recordedAnswer,
  status: 201,
});

/** startSearch is さがしています. */
export const startSearch = endpoint({
  method: 'POST',
  path: '/api/custody/searches',
  access: 'search',
  body: z.strictObject({ commandId, itemIds, note: optionalText(300) }),
  answer: recordedAnswer,
  status: 201,
});

/** reportMissing is 紛失, after a search. */
export const reportMissing = endpoint({
  method: 'POST',
  path: '/api/custody/losses',
  access: 'report-missing',
  body: z.strictObject({ commandId, itemIds, note: optionalText(300) }),
  answer: recordedAnswer,
  status: 201,
});

/** reportFound is 見つかりました, or いま金庫にあります. */
export const reportFound = endpoint({
  method: 'POST',
  path: '/api/custody/finds',
  access: 'check-in',
  body: z.strictObject({ commandId, itemIds, storageId: uuid.nullable().default(null), note: optionalText(300) }),
  answer: recordedAnswer,
  status: 201,
});

/** enterLate is あとから記録: a claimed out and, when it came back, in. */
export const enterLate = endpoint({
  method: 'POST',
  path: '/api/custody/late-entries',
  access: 'enter-late',
  body: z.strictObject({
    commandId,
    itemIds,
    purpose: z.enum(PURPOSES),
    destination: optionalText(60),
    holder: holderIn,
    outAt: instantIn,
    backAt: instantIn,
    storageId: uuid.nullable().default(null),
    sheet: paperSheet,
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** reviewEmergency closes the review of a 救急 within 24 hours. */
export const reviewEmergency = endpoint({
  method: 'POST',
  path: '/api/custody/emergency-reviews',
  access: 'review-emergency',
  body: z.strictObject({
    commandId,
    seq: z.int().min(0).max(999_999_999),
    outcome: z.enum(['in-order', 'to-follow-up']),
    note: optionalText(300),
  }),
  answer: recordedAnswer,
  status: 201,
});

/** readCommand gives the receipt of a command, or 404: what to ask when no answer came. */
export const readCommand = endpoint({
  method: 'GET',
  path: '/api/commands/:id',
  access: 'signed-in',
  answer: recordedAnswer,
});
