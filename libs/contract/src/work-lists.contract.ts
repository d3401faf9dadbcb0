import {
  ADDRESS_ANSWERS,
  AGREEMENT_TASKS,
  ANSWERS,
  APPLICANTS,
  APPLICATION_GROUNDS,
  APPLICATION_STATES,
  DEADLINE_LISTS,
  ITEM_KINDS,
  LEAVE_REASONS,
} from '@azukari/domain';
import * as z from 'zod';
import { deadlineAnswer } from './deadlines.contract.ts';
import { endpoint } from './endpoint.ts';
import { personInList } from './envelopes.contract.ts';
import { commandId, day, noteVersion, uuid, version } from './fields.ts';
import { findingAnswer } from './rules.contract.ts';
import { recordedAnswer } from './receipt.ts';

const movingInNote = {
  /** Whether the 住民票 comes along. */
  address: z.enum(ADDRESS_ANSWERS),
  /** The day of moving on the 転入届; null: the day of admission. */
  movedOn: day.nullable(),
  noticeGivenOn: day.nullable(),
  cardContinuedOn: day.nullable(),
};

const applicationNote = {
  ground: z.enum(APPLICATION_GROUNDS),
  applicant: z.enum(APPLICANTS),
  /** Whether a 委任状 goes with it. */
  byProxy: z.boolean(),
  appliedOn: day.nullable(),
  arrivedOn: day.nullable(),
  /** Whether the next one comes without an application. */
  renews: z.enum(ANSWERS),
};

/** dueBy is a day of a rule with the days that remain, negative when it has passed. */
const dueBy = findingAnswer.extend({ date: day, daysLeft: z.int() });

/** movingInAnswer is somebody who moved in with a マイナンバーカード: what was noted, and both days (V22). */
export const movingInAnswer = z.object({
  resident: personInList,
  admittedOn: day,
  noted: z.object(movingInNote),
  version: noteVersion,
  notice: dueBy,
  card: dueBy,
});

/** applicationAnswer is somebody for whom a 資格確認書 is applied for: why, and how far it is. */
export const applicationAnswer = z.object({
  resident: personInList,
  why: findingAnswer,
  state: z.enum(APPLICATION_STATES),
  noted: z.object(applicationNote).nullable(),
  version: noteVersion,
});

/** birthdayAnswer is somebody who turns 75: the last day of the insurance before, and its papers that lie here. */
export const birthdayAnswer = z.object({
  resident: personInList,
  last: dueBy,
  items: z.array(z.object({ id: uuid, kind: deadlineAnswer.shape.item.shape.kind })),
});

/** longStayAnswer is somebody who has been in hospital for three months: what went along, since when. */
export const longStayAnswer = z.object({
  resident: personInList,
  since: day,
  decideOn: day,
  items: z.array(z.object({ id: uuid, kind: z.enum(ITEM_KINDS), label: z.string().nullable() })),
});

/** agreementTaskAnswer is an agreement to look at: `on` is the day of the change, or until when its year is over. */
export const agreementTaskAnswer = z.object({
  resident: personInList,
  agreement: z.object({ id: uuid, number: z.int(), version }),
  task: z.enum(AGREEMENT_TASKS),
  on: day,
});

/** leftBehindAnswer is somebody who left, and of whom things are still here without a destination. */
export const leftBehindAnswer = z.object({
  resident: personInList,
  leftOn: day,
  reason: z.enum(LEAVE_REASONS),
  disputed: z.boolean(),
  items: z.int(),
});

/**
 * readWorkLists is what there is to do about dates today, list by list; what was closed is not among it. Lists of persons are null for
 * those who may not see a profile.
 */
export const readWorkLists = endpoint({
  method: 'GET',
  path: '/api/work-lists',
  access: 'see-board',
  answer: z.object({
    asOf: day,
    lists: z.array(z.object({ name: z.enum(DEADLINE_LISTS), deadlines: z.array(deadlineAnswer) })),
    movingIn: z.array(movingInAnswer).nullable(),
    applications: z.array(applicationAnswer).nullable(),
    birthdays: z.array(birthdayAnswer).nullable(),
    longStays: z.array(longStayAnswer).nullable(),
    agreements: z.array(agreementTaskAnswer).nullable(),
    leftBehind: z.array(leftBehindAnswer).nullable(),
  }),
});

/** noteMovingIn notes the whole of what is known of an address after a move; the newest note counts. */
export const noteMovingIn = endpoint({
  method: 'POST',
  path: '/api/residents/:id/moving-in',
  access: 'keep-deadlines',
  body: z.strictObject({ commandId, version: noteVersion, ...movingInNote }),
  answer: recordedAnswer,
});

/** noteApplication notes the whole of what is known of an application for a 資格確認書; the newest note counts. */
export const noteApplication = endpoint({
  method: 'POST',
  path: '/api/residents/:id/application',
  access: 'keep-deadlines',
  body: z.strictObject({ commandId, version: noteVersion, ...applicationNote }),
  answer: recordedAnswer,
});

/** withdrawApplication takes somebody off the list who was put on it by hand. */
export const withdrawApplication = endpoint({
  method: 'POST',
  path: '/api/residents/:id/application/withdrawal',
  access: 'keep-deadlines',
  body: z.strictObject({ commandId, version: noteVersion }),
  answer: recordedAnswer,
});
