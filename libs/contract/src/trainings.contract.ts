import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day } from './fields.ts';
import { recordedAnswer } from './receipt.ts';

/** noteTraining keeps the day on which somebody was taught how to handle cards (研修). */
export const noteTraining = endpoint({
  method: 'POST',
  path: '/api/staff/:id/trainings',
  access: 'appoint',
  body: z.strictObject({ commandId, on: day }),
  answer: recordedAnswer,
  status: 201,
});

/** withdrawTraining takes back a day that was written down by mistake. */
export const withdrawTraining = endpoint({
  method: 'POST',
  path: '/api/staff/:id/trainings/withdrawals',
  access: 'appoint',
  body: z.strictObject({ commandId, on: day }),
  answer: recordedAnswer,
  status: 201,
});
