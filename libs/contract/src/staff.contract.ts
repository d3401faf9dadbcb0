import { LEVELS, ROLES } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, flag, instant, loginId, requiredText, secret, uuid, version } from './fields.ts';

/** staffAnswer is an account; `level` is today's appointment. */
export const staffAnswer = z.object({
  id: uuid,
  name: z.string(),
  kana: z.string(),
  loginId: z.string(),
  role: z.enum(ROLES),
  level: z.enum(LEVELS).nullable(),
  leftOn: day.nullable(),
  version,
});

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/staff',
  access: 'see-board',
  query: z.strictObject({ left: flag.optional() }),
  /** `loginId` is for who keeps accounts, and one's own; `trainedOn` is there once somebody was taught, appointed or not. */
  answer: z.object({
    staff: z.array(staffAnswer.extend({ loginId: z.string().nullable(), trainedOn: day.optional() })),
  }),
});

/** addStaff makes an account and answers, once, the code with which the person signs in the first time and chooses her password. */
export const addStaff = endpoint({
  method: 'POST',
  path: '/api/staff',
  access: 'keep-accounts',
  fresh: true,
  body: z.strictObject({ commandId, name: requiredText(60), kana: requiredText(60), loginId, role: z.enum(ROLES) }),
  answer: z.object({ staff: staffAnswer, code: z.string().nullable() }),
  status: 201,
});

export const changeStaff = endpoint({
  method: 'PATCH',
  path: '/api/staff/:id',
  access: 'keep-accounts',
  fresh: true,
  body: z.strictObject({
    commandId,
    version,
    name: requiredText(60).optional(),
    kana: requiredText(60).optional(),
    role: z.enum(ROLES).optional(),
  }),
  answer: staffAnswer,
});

/** leaveStaff ends an account, its sessions and its appointments at once. */
export const leaveStaff = endpoint({
  method: 'POST',
  path: '/api/staff/:id/leaving',
  access: 'keep-accounts',
  body: z.strictObject({ commandId, version }),
  answer: staffAnswer,
});

/** giveCode ends a colleague's password and answers, once, the code with which she chooses another. */
export const giveCode = endpoint({
  method: 'POST',
  path: '/api/staff/:id/code',
  access: 'keep-accounts',
  fresh: true,
  /** `withFactors` for who lost them as well: her authenticator and her codes on paper open nothing any more. */
  body: z.strictObject({ commandId, version, withFactors: z.boolean().default(false) }),
  answer: z.object({ staff: staffAnswer, code: z.string().nullable() }),
});

/** EARLIEST_APPOINTMENT is the first day that an appointment can begin; an earlier one is a slip of the pen. */
export const EARLIEST_APPOINTMENT = '2000-01-01';

/** appointmentAnswer is a line of the 任命簿; `recordedOn` is the day on which it was entered, be it after `from`. */
export const appointmentAnswer = z.object({
  id: uuid,
  staff: z.object({ id: uuid, name: z.string() }),
  level: z.enum(LEVELS),
  from: day,
  to: day.nullable(),
  appointedBy: z.object({ id: uuid, name: z.string() }),
  recordedOn: day.nullable(),
  /** The newest day on which she was taught how to handle cards. */
  trainedOn: day.nullable(),
  version,
});

/** listAppointments answers "who could handle cards on that day?"; without a day, all lines ever. */
export const listAppointments = endpoint({
  method: 'GET',
  path: '/api/appointments',
  access: 'see-board',
  query: z.strictObject({ on: day.optional() }),
  answer: z.object({ appointments: z.array(appointmentAnswer) }),
});

export const appoint = endpoint({
  method: 'POST',
  path: '/api/appointments',
  access: 'appoint',
  fresh: true,
  body: z.strictObject({
    commandId,
    staffId: uuid,
    level: z.enum(LEVELS),
    from: day.refine((from) => from >= EARLIEST_APPOINTMENT, { error: 'day' }),
    to: day.nullable(),
  }),
  answer: appointmentAnswer,
  status: 201,
});

/** confirmAppointment is the second person's word on an appointment that a manager made of himself. */
export const confirmAppointment = endpoint({
  method: 'POST',
  path: '/api/appointments/:id/confirmation',
  access: 'confirm-appointment',
  fresh: true,
  body: z.strictObject({ commandId }),
  answer: appointmentAnswer,
});

/** staffGlance is what 今日 says of accounts and appointments that wait for a second person. */
export const staffGlance = z.object({
  /** What a manager appointed himself to, and until when somebody else confirms it; told to who may. */
  selfAppointments: z.array(
    z.object({ id: uuid, staff: z.object({ id: uuid, name: z.string() }), level: z.enum(LEVELS), confirmBy: day }),
  ),
  /** When somebody signed in with the account in the sealed envelope, until a manager closes it. */
  breakGlassUsedAt: instant.nullable(),
});

/** endAppointment makes `on` the last day; a day before today means that it ends at once. */
export const endAppointment = endpoint({
  method: 'POST',
  path: '/api/appointments/:id/ending',
  access: 'appoint',
  body: z.strictObject({ commandId, version, on: day }),
  answer: appointmentAnswer,
});

/** NEW_PASSWORD_MIN: a new password has as many letters, is none of the common ones and not the sign-in name. */
export const NEW_PASSWORD_MIN = 8;
export { secret };
