import * as z from 'zod';
import { itemAnswer } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { instant, instantIn } from './fields.ts';

/**
 * readCustodyAt is 「その時、だれが持っていたか」: what was out at a moment, with whom and since when, as the record tells it today. A
 * moment that has not come yet is answered as now.
 */
export const readCustodyAt = endpoint({
  method: 'GET',
  path: '/api/custody/at',
  access: 'read-record',
  query: z.strictObject({ at: instantIn }),
  answer: z.object({
    at: instant,
    out: z.array(itemAnswer.pick({ id: true, kind: true, label: true, resident: true, custody: true })),
  }),
});
