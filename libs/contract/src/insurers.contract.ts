import { INSURER_TYPES, isMonthDay, YEARLY_KINDS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, requiredText, uuid, version } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

/** monthDay is a day of every year, `MM-DD`. */
const monthDay = z
  .string()
  .regex(/^\d\d-\d\d$/, { error: 'day' })
  .refine(isMonthDay, { error: 'day' });

const choices = {
  type: z.enum(INSURER_TYPES),
  /** Where it departs from the book: another day of the year, or null where a kind ends with no year. */
  yearEnds: z
    .array(z.object({ kind: z.enum(YEARLY_KINDS), ends: monthDay.nullable() }).strict())
    .max(YEARLY_KINDS.length)
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, { error: 'twice' }),
  /** Whether its 資格確認書 ends with the month of the 70th birthday (V8). */
  endsAtSeventy: z.boolean(),
  /** From which age a 資格確認書 comes by itself (V12): as the book says, at no age, or from this age. */
  automaticFrom: z.union([z.enum(['book', 'no-age']), z.int().min(65).max(120)]),
};

/** insurerAnswer is a 保険者 or issuer of the facility, and what it does in its own way. It has no number. */
export const insurerAnswer = z.object({
  id: uuid,
  name: z.string(),
  ...choices,
  /** How many items that are not ended name it. */
  items: z.int(),
  retired: z.boolean(),
  version,
});

export const listInsurers = endpoint({
  method: 'GET',
  path: '/api/insurers',
  access: 'see-board',
  answer: z.object({ insurers: z.array(insurerAnswer) }),
});

export const addInsurer = endpoint({
  method: 'POST',
  path: '/api/insurers',
  access: 'keep-settings',
  body: z.strictObject({ commandId, name: requiredText(60), ...choices }),
  answer: insurerAnswer,
  status: 201,
});

export const changeInsurer = endpoint({
  method: 'PATCH',
  path: '/api/insurers/:id',
  access: 'keep-settings',
  body: z.strictObject({ commandId, version, name: requiredText(60), ...choices }),
  answer: insurerAnswer,
});

/** retireInsurer takes an insurer out of what can be chosen; items that name it keep it. */
export const retireInsurer = endpoint({
  method: 'POST',
  path: '/api/insurers/:id/retirement',
  access: 'keep-settings',
  body: z.strictObject({ commandId, version }),
  answer: insurerAnswer,
});

/** nameInsurer says whose paper an item is, so that its dates follow that insurer; null: nobody's own way. */
export const nameInsurer = endpoint({
  method: 'POST',
  path: '/api/items/:id/insurer',
  access: 'keep-deadlines',
  body: z.strictObject({ commandId, insurerId: uuid.nullable() }),
  answer: recordedAnswer,
});
