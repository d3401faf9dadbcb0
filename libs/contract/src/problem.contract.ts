import * as z from 'zod';
import type { Refusal, RefusalKind } from '@azukari/domain';

/** refusedAnswer is an expected "no": its kind and facts. */
export const refusedAnswer = z.object({ refusal: z.looseObject({ kind: z.string() }) });

/** malformedAnswer names each field that could not be read and why. */
export const malformedAnswer = z.object({ issues: z.array(z.object({ path: z.string(), code: z.string() })) });

/** defectAnswer is all a caller hears of a defect; the rest is in the server's log under this id. */
export const defectAnswer = z.object({ requestId: z.string() });

/** Refused is the answer's shape with the domain's own facts. */
export interface Refused {
  readonly refusal: Refusal;
}

export type { Refusal, RefusalKind };
