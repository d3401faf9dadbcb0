import { COUNT_DISPOSITIONS, SECOND } from '../counts/count.ts';
import { code, count, maybe, uuid } from './fact-schema.ts';

/** COUNT_TYPES are the entries about what was counted in a drawer. */
export const COUNT_TYPES = {
  'count.started': { count: uuid, drawer: maybe(uuid) },
  'count.taken-over': { count: uuid },
  'count.entered': { count: uuid, expected: count, seen: count, short: count, surplus: count },
  'count.settled': { count: uuid, difference: count, as: code(COUNT_DISPOSITIONS), of: maybe(uuid) },
  'count.closed': { count: uuid, second: code(SECOND) },
  'count.confirmed': { count: uuid },
  'count.dropped': { count: uuid },
  'count.recounted': { count: uuid },
  /** Of a list that is gone through with the cabinet open: how many of one place were said to be there, and not to be. */
  'count.looked': { count: uuid, place: maybe(uuid), there: count, missing: count },
} as const;
