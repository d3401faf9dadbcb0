import type { CalendarDay } from '../instant.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';

/** Nature is what a deadline is about: something that ends, a check to make, a day to know, or a question to ask. */
type Nature = 'end' | 'check' | 'information' | 'ask';

const NATURES: Readonly<Record<DeadlineKind, Nature>> = {
  expiry: 'end',
  'card-expiry': 'end',
  'certificate-expiry': 'end',
  'grace-strict': 'information',
  'grace-administrative': 'information',
  'arrival-check': 'check',
  'registration-check': 'ask',
  'yearly-arrival': 'end',
  'must-apply': 'end',
  renewal: 'end',
  'seventieth-birthday': 'information',
  'seventy-fifth-birthday': 'information',
  'care-certification-renewal': 'end',
  're-judgement': 'end',
  'stay-expiry': 'end',
  'give-back': 'end',
  'sealed-envelope': 'check',
  none: 'information',
};

/** NEAR is how a deadline stands that needs a look today: its day is near, has come, or has passed. */
export const NEAR = ['overdue', 'due', 'soon'] as const;
export type Near = (typeof NEAR)[number];

/** Standing is how a deadline stands today; only `overdue` is an alarm. */
export type Standing = Near | 'unknown' | 'ahead' | 'information' | 'ask' | 'closed';

/** Standable is what must be known of a deadline to say how it stands. */
export type Standable = Pick<Deadline, 'kind' | 'date' | 'from'> & { readonly closed: object | null };

/** standingOf says how a deadline stands as of a day. */
export function standingOf({ kind, date, from, closed }: Standable, asOf: CalendarDay): Standing {
  if (closed !== null) return 'closed';
  const nature = NATURES[kind];
  if (nature === 'ask' || nature === 'information') return nature;
  if (date === null) return 'unknown';
  if (nature === 'check' && date <= asOf) return 'due';
  if (date < asOf) return 'overdue';
  return from !== null && from <= asOf ? 'soon' : 'ahead';
}

/** isNear says whether a standing needs a look today. */
export function isNear(standing: Standing): standing is Near {
  return (NEAR as readonly Standing[]).includes(standing);
}
