import { COURSE_STEPS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { day, instant } from './fields.ts';

/** courseAnswer is how far somebody is with the course of the practice house (れんしゅう). */
export const courseAnswer = z.object({
  /** Whose practice it is: in the practice house everybody has another name. */
  name: z.string(),
  /** A step is done when the practice house's own record shows it, whether it was skipped or not. */
  steps: z.array(z.object({ step: z.enum(COURSE_STEPS), state: z.enum(['open', 'done', 'skipped']) })),
  /** The day that the real house wrote down as a training of hers; null until every step is done. */
  trainedOn: day.nullable(),
  /** The practice house is thrown away then at the latest. */
  endsAt: instant,
});

/** enterPractice opens a practice house for who is signed in, or leads back into her own; its cookie is good there and nowhere else. */
export const enterPractice = endpoint({
  method: 'POST',
  path: '/api/practice',
  access: 'signed-in',
  body: z.strictObject({
    /** Throws away the one that she has. */
    anew: z.boolean(),
  }),
  answer: z.object({ endsAt: instant }),
  slow: true,
  status: 201,
});

/** readCourse is asked in a practice house; the real one does not know it. */
export const readCourse = endpoint({
  method: 'GET',
  path: '/api/practice/course',
  access: 'signed-in',
  answer: courseAnswer,
});

/** followCourse skips a step, begins from the beginning in a new house, or ends the practice; in a practice house only. */
export const followCourse = endpoint({
  method: 'POST',
  path: '/api/practice/course',
  access: 'signed-in',
  body: z
    .strictObject({ what: z.enum(['skip', 'begin-anew', 'end']), step: z.enum(COURSE_STEPS).nullable().default(null) })
    .refine(({ what, step }) => (what === 'skip') === (step !== null), { error: 'step', path: ['step'] }),
  answer: courseAnswer,
  slow: true,
});
