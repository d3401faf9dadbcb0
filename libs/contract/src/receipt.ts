import * as z from 'zod';
import { instant, uuid } from './fields.ts';

/** receipt is the proof of an acknowledged command: its entries by number, and who recorded them. */
export const receipt = z.object({
  commandId: uuid,
  entries: z.array(z.object({ seq: z.int(), itemId: uuid.nullable() })),
  recordedAt: instant,
  by: z.object({ id: uuid, name: z.string() }).nullable(),
});

/** recordedAnswer is what a command answers that changes nothing but the record. */
export const recordedAnswer = z.object({ receipt });
