import {
  ANSWERS,
  CAPACITIES,
  CHECKS,
  ENVELOPE_RULES,
  HAND_OVER_RULES,
  HOW_HEARD,
  ITEM_KINDS,
  LEAVE_REASONS,
  NOTICE_WISHES,
  type NoticeWish,
} from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import {
  commandId,
  day,
  flag,
  freeText,
  mailAddress,
  optionalText,
  phoneNumber,
  requiredText,
  uuid,
  version,
} from './fields.ts';
import { receipt } from './receipt.ts';

/** residentBrief is what lists show of a resident; her birth date is null for who may not see profiles. */
export const residentBrief = z.object({
  id: uuid,
  name: z.string(),
  kana: z.string(),
  room: z.string(),
  birthDate: day.nullable(),
});

const checkedAnswer = z.object({ answer: z.enum(ANSWERS), checkedOn: day.nullable() });

/** residentAnswer is a resident's own row, with what was asked about her マイナ保険証. */
export const residentAnswer = residentBrief.extend({
  admittedOn: day.nullable(),
  leftOn: day.nullable(),
  leaveReason: z.enum(LEAVE_REASONS).nullable(),
  /** Nobody is told of her dates: after a death, and after one that was noted by mistake until somebody says otherwise. */
  noticesStopped: z.boolean(),
  /** Since when those around her do not agree; null: nobody has said so. */
  disputedOn: day.nullable(),
  note: z.string().nullable(),
  checks: z.object({ registered: checkedAnswer, stopped: checkedAnswer }),
  version,
});

const residentFields = {
  name: requiredText(60),
  kana: requiredText(60),
  room: freeText(20),
  birthDate: day.nullable(),
  admittedOn: day.nullable().default(null),
  note: optionalText(500),
};

export const listResidents = endpoint({
  method: 'GET',
  path: '/api/residents',
  access: 'see-board',
  query: z.strictObject({ q: freeText(60).optional(), left: flag.optional() }),
  answer: z.object({ residents: z.array(residentBrief.extend({ leftOn: day.nullable() })) }),
});

export const registerResident = endpoint({
  method: 'POST',
  path: '/api/residents',
  access: 'keep-residents',
  body: z.strictObject({ commandId, ...residentFields }),
  answer: residentAnswer,
  status: 201,
});

export const readResident = endpoint({
  method: 'GET',
  path: '/api/residents/:id',
  access: 'see-profile',
  answer: residentAnswer,
});

export const changeResident = endpoint({
  method: 'PATCH',
  path: '/api/residents/:id',
  access: 'keep-residents',
  body: z.strictObject({
    commandId,
    version,
    name: residentFields.name.optional(),
    kana: residentFields.kana.optional(),
    room: residentFields.room.optional(),
    birthDate: day.nullable().optional(),
    admittedOn: day.nullable().optional(),
    note: freeText(500).nullable().optional(),
  }),
  answer: residentAnswer,
});

/** checkResident notes the answer to 利用登録 or 一時利用停止, and the day on which somebody asked. The newest note counts. */
export const checkResident = endpoint({
  method: 'POST',
  path: '/api/residents/:id/checks',
  access: 'keep-residents',
  body: z.strictObject({ commandId, question: z.enum(CHECKS), answer: z.enum(ANSWERS), on: day }),
  answer: residentAnswer,
});

/** contactAnswer is a 連絡先. */
export const contactAnswer = z.object({
  id: uuid,
  residentId: uuid,
  order: z.int(),
  name: z.string(),
  kana: z.string(),
  relation: z.string(),
  capacity: z.enum(CAPACITIES),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  language: z.enum(['ja', 'ja-easy', 'en']),
  handOver: z.enum(HAND_OVER_RULES),
  mayKnow: z.boolean(),
  notices: z.enum(NOTICE_WISHES),
  /** A mail to this address was refused or came back. */
  mailFails: z.boolean(),
  note: z.string().nullable(),
  version,
});

const contactFields = {
  order: z.int().min(1).max(20),
  name: requiredText(60),
  kana: freeText(60),
  relation: freeText(20),
  capacity: z.enum(CAPACITIES),
  phone: phoneNumber(30),
  email: mailAddress({ empty: true }),
  address: freeText(120),
  language: z.enum(['ja', 'ja-easy', 'en']),
  handOver: z.enum(HAND_OVER_RULES),
  mayKnow: z.boolean(),
  notices: z.enum(NOTICE_WISHES).default('not-asked'),
  note: optionalText(500),
};

/** NEEDED is where somebody is told who wants to be told in a way. */
const NEEDED: Readonly<Partial<Record<NoticeWish, 'email' | 'address' | 'phone'>>> = {
  mail: 'email',
  letter: 'address',
  phone: 'phone',
};

type Reachable = Readonly<Record<'email' | 'address' | 'phone', string> & { notices: NoticeWish }>;

/** Who wants to be told in a way can be: otherwise nobody would hear anything, and nobody would know. */
function canBeTold(given: Reachable, context: z.core.$RefinementCtx): void {
  const field = NEEDED[given.notices];
  if (field !== undefined && given[field] === '')
    context.addIssue({ code: 'custom', message: `needed-for-${given.notices}`, path: [field] });
}

export const listContacts = endpoint({
  method: 'GET',
  path: '/api/contacts',
  access: 'see-profile',
  query: z.strictObject({ residentId: uuid }),
  answer: z.object({ contacts: z.array(contactAnswer) }),
});

export const addContact = endpoint({
  method: 'POST',
  path: '/api/contacts',
  access: 'keep-contacts',
  body: z.strictObject({ commandId, residentId: uuid, ...contactFields }).superRefine(canBeTold),
  answer: contactAnswer,
  status: 201,
});

export const changeContact = endpoint({
  method: 'PATCH',
  path: '/api/contacts/:id',
  access: 'keep-contacts',
  body: z.strictObject({ commandId, version, ...contactFields }).superRefine(canBeTold),
  answer: contactAnswer,
});

export const removeContact = endpoint({
  method: 'POST',
  path: '/api/contacts/:id/removal',
  access: 'keep-contacts',
  body: z.strictObject({ commandId, version }),
  answer: z.object({ removed: z.literal(true) }),
});

/** agreementAnswer is a 預かり依頼書 as it was signed. */
export const agreementAnswer = z.object({
  id: uuid,
  number: z.int(),
  residentId: uuid,
  kinds: z.array(z.enum(ITEM_KINDS)),
  textVersion: z.int(),
  signerName: z.string(),
  capacity: z.enum(CAPACITIES),
  reason: z.string(),
  willHeard: z.enum(HOW_HEARD),
  willNote: z.string().nullable(),
  paperPlace: z.string().nullable(),
  signedOn: day,
  from: day,
  to: day.nullable(),
  endedOn: day.nullable(),
  reviewedOn: day.nullable(),
  /** What becomes of envelopes that arrive; null where nobody has asked. */
  envelopes: z.enum(ENVELOPE_RULES).nullable(),
  version,
});

export const listAgreements = endpoint({
  method: 'GET',
  path: '/api/agreements',
  access: 'see-profile',
  query: z.strictObject({ residentId: uuid.optional() }),
  answer: z.object({ agreements: z.array(agreementAnswer) }),
});

export const makeAgreement = endpoint({
  method: 'POST',
  path: '/api/agreements',
  access: 'keep-agreements',
  body: z.strictObject({
    commandId,
    residentId: uuid,
    kinds: z.array(z.enum(ITEM_KINDS)).min(1),
    signerName: requiredText(60),
    capacity: z.enum(CAPACITIES),
    reason: requiredText(300),
    willHeard: z.enum(HOW_HEARD),
    willNote: optionalText(300),
    paperPlace: optionalText(60),
    signedOn: day,
    from: day,
    to: day.nullable(),
    envelopes: z.enum(ENVELOPE_RULES).nullable().default(null),
  }),
  answer: agreementAnswer,
  status: 201,
});

/** listUnsigned is everybody of whom something lies here as 一時保管 until an agreement covers it, in the order of the rooms. */
export const listUnsigned = endpoint({
  method: 'GET',
  path: '/api/agreements/unsigned',
  access: 'keep-agreements',
  answer: z.object({
    residents: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        kana: z.string(),
        room: z.string(),
        kinds: z.array(z.enum(ITEM_KINDS)),
        items: z.int(),
        contacts: z.array(z.object({ id: uuid, name: z.string(), capacity: z.enum(CAPACITIES) })),
      }),
    ),
  }),
});

/** makeAgreements writes down the papers that came in together, and lifts the 一時保管 of the kinds that each names: all of it, or nothing. */
export const makeAgreements = endpoint({
  method: 'POST',
  path: '/api/agreements/batch',
  access: 'keep-agreements',
  body: z.strictObject({
    commandId,
    reason: requiredText(300),
    willHeard: z.enum(HOW_HEARD),
    paperPlace: optionalText(60),
    signedOn: day,
    from: day,
    signed: z
      .array(
        z.strictObject({
          residentId: uuid,
          kinds: z.array(z.enum(ITEM_KINDS)).min(1),
          signerName: requiredText(60),
          capacity: z.enum(CAPACITIES),
        }),
      )
      .min(1)
      .max(200)
      .refine((all) => new Set(all.map(({ residentId }) => residentId)).size === all.length, { error: 'twice' }),
  }),
  answer: z.object({ receipt, agreements: z.int(), lifted: z.int() }),
  status: 201,
});

export const endAgreement = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/ending',
  access: 'keep-agreements',
  body: z.strictObject({ commandId, version, on: day }),
  answer: agreementAnswer,
});

export const reviewAgreement = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/review',
  access: 'keep-agreements',
  body: z.strictObject({ commandId, version, on: day }),
  answer: agreementAnswer,
});
