import { LEAVE_REASONS, STAY_ANSWERS, UNDO_REASONS } from '@azukari/domain';
import * as z from 'zod';
import { outsiderIn } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { commandId, day, instantIn, optionalText, requiredText, uuid, version } from './fields.ts';
import { residentAnswer } from './people.contract.ts';
import { recordedAnswer } from './receipt.ts';

/**
 * leaveResident notes that a resident left. What is still here of hers stays listed until each thing has a destination; after a death
 * every notice, letter, report and link about her stops in the same transaction.
 */
export const leaveResident = endpoint({
  method: 'POST',
  path: '/api/residents/:id/leaving',
  access: 'keep-residents',
  body: z.strictObject({ commandId, version, on: day, reason: z.enum(LEAVE_REASONS) }),
  answer: residentAnswer,
});

/** undoLeaving takes a leaving back that was noted by mistake. After a death by mistake notices stay stopped. */
export const undoLeaving = endpoint({
  method: 'POST',
  path: '/api/residents/:id/leaving/undoing',
  access: 'keep-residents',
  body: z.strictObject({ commandId, version, why: z.enum(UNDO_REASONS), explanation: requiredText(300) }),
  answer: residentAnswer,
});

/** resumeResidentNotices says that her family may be told of dates again; who lives here, and nobody else. */
export const resumeResidentNotices = endpoint({
  method: 'POST',
  path: '/api/residents/:id/notices',
  access: 'keep-residents',
  body: z.strictObject({ commandId, version }),
  answer: residentAnswer,
});

/** noteDispute notes that those around a resident do not agree, or do again, with what was heard. */
export const noteDispute = endpoint({
  method: 'POST',
  path: '/api/residents/:id/dispute',
  access: 'keep-residents',
  body: z.strictObject({ commandId, version, disputed: z.boolean(), explanation: requiredText(300) }),
  answer: residentAnswer,
});

/** comeBack says where each thing is that went along on a stay (入院, 外泊): all of it is written down, or nothing. */
export const comeBack = endpoint({
  method: 'POST',
  path: '/api/custody/homecomings',
  access: 'check-in',
  body: z
    .strictObject({
      commandId,
      items: z
        .array(z.strictObject({ itemId: uuid, as: z.enum(STAY_ANSWERS) }))
        .min(1)
        .max(100),
      /** Where things were left, and who of the family has some. */
      there: optionalText(60),
      family: outsiderIn.nullable().default(null),
      dueBackAt: instantIn.nullable().default(null),
      note: optionalText(300),
    })
    .superRefine(({ items, there, family, dueBackAt }, context) => {
      const answered = (as: string): boolean => items.some((one) => one.as === as);
      if (new Set(items.map(({ itemId }) => itemId)).size !== items.length)
        context.addIssue({ code: 'custom', message: 'twice', path: ['items'] });
      if (answered('left-there') && there === null)
        context.addIssue({ code: 'custom', message: 'empty', path: ['there'] });
      if (answered('with-family') && family === null)
        context.addIssue({ code: 'custom', message: 'empty', path: ['family'] });
      // What is with somebody else has a day on which this house asks for it.
      if ((answered('left-there') || answered('with-family')) && dueBackAt === null)
        context.addIssue({ code: 'custom', message: 'empty', path: ['dueBackAt'] });
    }),
  answer: recordedAnswer,
  status: 201,
});
