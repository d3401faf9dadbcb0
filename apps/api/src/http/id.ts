import * as z from 'zod';
import type { Uuid } from '@azukari/domain';
import { parse } from './parse.ts';

/** id reads the id in a path. */
export const id = parse(
  z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, { error: 'uuid' }),
  'id',
);

/** seq reads the number of an entry in a path. */
export const seq = parse(
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'seq' })
    .transform(Number),
  'seq',
);

/** withId puts the id of the path beside the body, so that the same command with another id is another command. */
export function withId<B extends object>(id: Uuid, body: B): B & { readonly id: Uuid } {
  return { ...body, id };
}
