import { instantAt, millisecondsOf } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { inSendWindow, nextSendTime } from './send-window.ts';
import type { SmtpOutcome } from './smtp.ts';

/** DELIVERY_STATES of one mail to one recipient. */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'accepted',
  'bounced',
  'uncertain',
  'dead',
  'acknowledged',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** CANCEL_CAUSES: no line is true any more, a newer notice says it, or a person decided that this one is not sent. */
export const CANCEL_CAUSES = ['untrue', 'replaced', 'withheld'] as const;
export type CancelCause = (typeof CANCEL_CAUSES)[number];

interface Sent {
  /** A mail with a one-time link is never sent twice, and is not bound to the hours for families. */
  readonly content: 'reminder' | 'one-time-link';
  /** How often a server took it in hand; an attempt's report names its number. */
  readonly attempts: number;
  /** Failures that surely delivered nothing, and since when. */
  readonly failures: number;
  readonly failingSince: Instant | null;
  /** How often it stayed open whether it was taken. */
  readonly doubts: number;
  /** When a copy last may have arrived; null: surely none has. */
  readonly mayHaveLeftAt: Instant | null;
}

/** Delivery is one mail on its way to one recipient. */
export type Delivery = Sent &
  (
    | { readonly state: 'queued'; readonly nextAt: Instant }
    | { readonly state: 'sending'; readonly leaseUntil: Instant }
    /** `retryAt` null: it stays open, and is shown until a person has asked. */
    | { readonly state: 'uncertain'; readonly retryAt: Instant | null }
    | { readonly state: 'accepted' | 'bounced' | 'acknowledged'; readonly at: Instant }
    | { readonly state: 'dead'; readonly at: Instant; readonly cause: 'refused' | 'gave-up' }
    | { readonly state: 'cancelled'; readonly at: Instant; readonly cause: CancelCause }
  );

/** DeliveryEvent is what happens to a delivery. A report carries the attempt it is about: it may come after the lease has ended. */
export type DeliveryEvent =
  | { readonly kind: 'leased' }
  | { readonly kind: 'reported'; readonly attempt: number; readonly outcome: SmtpOutcome }
  | { readonly kind: 'lease-expired' }
  | { readonly kind: 'bounced' }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'cancelled'; readonly cause: CancelCause };

/** DeliveryStep is the state after an event, and whether somebody is to telephone now because the mail cannot do it. */
export interface DeliveryStep {
  readonly delivery: Delivery;
  readonly phone: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LEASE_MS = 10 * MINUTE_MS;
const RETRY_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS] as const;
const LATER_RETRY_MS = 6 * HOUR_MS;
const GIVE_UP_MS = 5 * DAY_MS;
const DOUBT_RETRY_MS = HOUR_MS;

/** queuedDelivery is a mail that waits for its first attempt; it goes on where the one it replaces had come to. */
export function queuedDelivery(content: Delivery['content'], now: Instant, replaced: Delivery | null = null): Delivery {
  const fresh = { content, attempts: 0, failures: 0, failingSince: null, doubts: 0, mayHaveLeftAt: null } as const;
  if (replaced?.state !== 'queued') return { ...fresh, state: 'queued', nextAt: now };
  const { failures, failingSince, nextAt } = replaced;
  return { ...fresh, failures, failingSince, state: 'queued', nextAt };
}

/** nextAttemptAt is when a server may next take the delivery in hand, or null when nothing is left to send. */
export function nextAttemptAt(delivery: Delivery): Instant | null {
  if (delivery.state === 'queued') return inHours(delivery, delivery.nextAt);
  return delivery.state === 'uncertain' && delivery.retryAt !== null ? inHours(delivery, delivery.retryAt) : null;
}

/**
 * nextDelivery is the state after an event, or null when the event has nothing to say to this state: another server was quicker,
 * or a report comes too late. Whoever gets null writes nothing.
 */
export function nextDelivery(delivery: Delivery, event: DeliveryEvent, now: Instant): DeliveryStep | null {
  switch (event.kind) {
    case 'leased':
      return leased(delivery, now);
    case 'reported':
      return reported(delivery, event, now);
    case 'lease-expired':
      return delivery.state === 'sending' && delivery.leaseUntil <= now ? leftOpen(delivery, now) : null;
    case 'bounced':
      return delivery.state === 'accepted' || delivery.state === 'uncertain'
        ? { delivery: { ...sent(delivery), state: 'bounced', at: now }, phone: true }
        : null;
    case 'acknowledged':
      return mayHaveArrived(delivery) && delivery.state !== 'acknowledged'
        ? quiet({ ...sent(delivery), state: 'acknowledged', at: now })
        : null;
    case 'cancelled':
      return delivery.state === 'queued' || delivery.state === 'uncertain'
        ? quiet({ ...sent(delivery), state: 'cancelled', at: now, cause: event.cause })
        : null;
  }
}

function leased(delivery: Delivery, now: Instant): DeliveryStep | null {
  const at = nextAttemptAt(delivery);
  if (at === null || now < at || !inHoursNow(delivery, now)) return null;
  return quiet({
    ...sent(delivery),
    attempts: delivery.attempts + 1,
    state: 'sending',
    leaseUntil: after(now, LEASE_MS),
  });
}

function reported(
  delivery: Delivery,
  { attempt, outcome }: Extract<DeliveryEvent, { readonly kind: 'reported' }>,
  now: Instant,
): DeliveryStep | null {
  const underway = delivery.state === 'sending' || delivery.state === 'uncertain';
  // A copy that was taken was taken, whatever was thought of its attempt in the meantime.
  if (outcome === 'accepted')
    return underway || delivery.state === 'queued'
      ? quiet({ ...sent(delivery), mayHaveLeftAt: now, state: 'accepted', at: now })
      : null;
  if (!underway || attempt !== delivery.attempts) return null;
  if (outcome === 'left-open') return delivery.state === 'sending' ? leftOpen(delivery, now) : null;
  return failed(delivery.state === 'uncertain' ? withoutDoubt(delivery) : sent(delivery), outcome, now);
}

/** The lease had run out and the attempt was taken for open; now it is known that it delivered nothing. */
function withoutDoubt(delivery: Delivery): Sent {
  const { doubts, mayHaveLeftAt, ...rest } = sent(delivery);
  return { ...rest, doubts: doubts - 1, mayHaveLeftAt: doubts > 1 ? mayHaveLeftAt : null };
}

function failed(before: Sent, outcome: 'refused' | 'failed-for-now', now: Instant): DeliveryStep {
  const failures = before.failures + 1;
  const failingSince = before.failingSince ?? now;
  const tried = { ...before, failures, failingSince };
  // A mail that lay while the server was off gets its quick attempts first.
  const exhausted = failures > RETRY_MS.length && millisecondsOf(now) - millisecondsOf(failingSince) >= GIVE_UP_MS;
  if (outcome === 'refused' || exhausted)
    return {
      delivery: { ...tried, state: 'dead', at: now, cause: outcome === 'refused' ? 'refused' : 'gave-up' },
      phone: true,
    };
  return quiet({ ...tried, state: 'queued', nextAt: after(now, RETRY_MS[failures - 1] ?? LATER_RETRY_MS) });
}

/** Tried once more after an hour, as the same mail: a reader who has it already sees one. Then a person asks. */
function leftOpen(delivery: Delivery, now: Instant): DeliveryStep {
  const doubts = delivery.doubts + 1;
  const retry = delivery.content === 'reminder' && doubts === 1;
  return {
    delivery: {
      ...sent(delivery),
      doubts,
      mayHaveLeftAt: now,
      state: 'uncertain',
      retryAt: retry ? after(now, DOUBT_RETRY_MS) : null,
    },
    phone: !retry,
  };
}

function mayHaveArrived({ state, mayHaveLeftAt }: Delivery): boolean {
  return mayHaveLeftAt !== null || state === 'sending';
}

const quiet = (delivery: Delivery): DeliveryStep => ({ delivery, phone: false });
const after = (at: Instant, ms: number): Instant => instantAt(millisecondsOf(at) + ms);
const inHours = ({ content }: Sent, at: Instant): Instant => (content === 'reminder' ? nextSendTime(at) : at);
const inHoursNow = ({ content }: Sent, now: Instant): boolean => content !== 'reminder' || inSendWindow(now);

function sent({ content, attempts, failures, failingSince, doubts, mayHaveLeftAt }: Sent): Sent {
  return { content, attempts, failures, failingSince, doubts, mayHaveLeftAt };
}
