import fc from 'fast-check';
import { instantAt, millisecondsOf } from '../instant.ts';
import { CANCEL_CAUSES, nextAttemptAt, nextDelivery, queuedDelivery } from './delivery.ts';
import type { Delivery, DeliveryEvent, DeliveryStep } from './delivery.ts';
import { inSendWindow } from './send-window.ts';
import { NINE } from './testing/makers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const later = (ms: number, at = NINE) => instantAt(millisecondsOf(at) + ms);
const queued = queuedDelivery('reminder', NINE);

function after(delivery: Delivery, event: DeliveryEvent, at = NINE): DeliveryStep {
  const step = nextDelivery(delivery, event, at);
  if (step === null) throw new Error(`premise: ${event.kind} says something to ${delivery.state}`);
  return step;
}

const reported = (outcome: Extract<DeliveryEvent, { kind: 'reported' }>['outcome'], attempt = 1): DeliveryEvent => ({
  kind: 'reported',
  attempt,
  outcome,
});
const sending = after(queued, { kind: 'leased' }).delivery;
const accepted = after(sending, reported('accepted')).delivery;
const uncertain = after(sending, reported('left-open')).delivery;
const again = after(uncertain, { kind: 'leased' }, later(HOUR)).delivery;
const unclear = after(again, reported('left-open', 2), later(HOUR)).delivery;
const dead = after(sending, reported('refused')).delivery;
const bounced = after(accepted, { kind: 'bounced' }).delivery;
const acknowledged = after(accepted, { kind: 'acknowledged' }).delivery;
const cancelled = after(queued, { kind: 'cancelled', cause: 'untrue' }).delivery;

describe('one mail on its way', () => {
  test.each<[string, Delivery, DeliveryEvent, string | null, boolean]>([
    ['a server takes it', queued, { kind: 'leased' }, 'sending', false],
    ['another is too late', sending, { kind: 'leased' }, null, false],
    ['it is taken', sending, reported('accepted'), 'accepted', false],
    ['refused for good: somebody telephones', sending, reported('refused'), 'dead', true],
    ['it failed for now', sending, reported('failed-for-now'), 'queued', false],
    ['cut after the whole mail', sending, reported('left-open'), 'uncertain', false],
    ['and once more: shown, and somebody telephones', again, reported('left-open', 2), 'uncertain', true],
    ['the second time it is taken', again, reported('accepted', 2), 'accepted', false],
    ['the second time it is refused', again, reported('refused', 2), 'dead', true],
    ['it was open for good, and somebody answers', unclear, { kind: 'acknowledged' }, 'acknowledged', false],
    ['it comes back', accepted, { kind: 'bounced' }, 'bounced', true],
    ['it was open and comes back', uncertain, { kind: 'bounced' }, 'bounced', true],
    ['somebody answers', accepted, { kind: 'acknowledged' }, 'acknowledged', false],
    ['somebody answers before the server has reported', sending, { kind: 'acknowledged' }, 'acknowledged', false],
    ['somebody answers what came back from elsewhere', bounced, { kind: 'acknowledged' }, 'acknowledged', false],
    ['nobody can have answered', queued, { kind: 'acknowledged' }, null, false],
    ['nobody can have answered what was refused', dead, { kind: 'acknowledged' }, null, false],
    ['it is not true any more', queued, { kind: 'cancelled', cause: 'untrue' }, 'cancelled', false],
    ['it was open and is not true any more', uncertain, { kind: 'cancelled', cause: 'untrue' }, 'cancelled', false],
    ['what is on its way cannot be called back', sending, { kind: 'cancelled', cause: 'untrue' }, null, false],
    ['what was taken cannot be called back', accepted, { kind: 'cancelled', cause: 'withheld' }, null, false],
    ['the lease has not ended', sending, { kind: 'lease-expired' }, null, false],
    ['an answered mail does not bounce', acknowledged, { kind: 'bounced' }, null, false],
    ['a cancelled mail is not taken', cancelled, { kind: 'leased' }, null, false],
    ['a dead mail is not taken', dead, { kind: 'leased' }, null, false],
    ['what is settled is settled', accepted, reported('accepted'), null, false],
    ['what is cancelled stays so', cancelled, reported('accepted'), null, false],
  ])('%s', (_, from, event, to, phone) => {
    const step = nextDelivery(from, event, NINE);
    expect(step?.delivery.state ?? null).toBe(to);
    expect(step?.phone ?? false).toBe(phone);
  });

  test('the lease ends after ten minutes; what became of it is open', () => {
    expect(nextDelivery(sending, { kind: 'lease-expired' }, later(10 * MINUTE - 1))).toBeNull();
    expect(after(sending, { kind: 'lease-expired' }, later(10 * MINUTE)).delivery).toMatchObject({
      state: 'uncertain',
      retryAt: later(70 * MINUTE),
    });
  });

  test('what is open is tried once more, after an hour', () => {
    expect(nextDelivery(uncertain, { kind: 'leased' }, later(HOUR - 1))).toBeNull();
    expect(again).toMatchObject({ state: 'sending', attempts: 2 });
    expect(unclear).toMatchObject({ state: 'uncertain', retryAt: null });
    expect(nextDelivery(unclear, { kind: 'leased' }, later(9 * DAY))).toBeNull();
  });

  test('a mail with a one-time link is never tried again when it is open', () => {
    const link = after(queuedDelivery('one-time-link', NINE), { kind: 'leased' }).delivery;
    const step = after(link, reported('left-open'));
    expect(step).toMatchObject({ phone: true, delivery: { state: 'uncertain', retryAt: null } });
  });

  test('a mail with a one-time link goes at any hour, a reminder waits for the morning', () => {
    const night = '2026-11-22T14:00:00.000Z';
    expect(nextDelivery(queuedDelivery('one-time-link', night), { kind: 'leased' }, night)).not.toBeNull();
    expect(nextDelivery(queuedDelivery('reminder', night), { kind: 'leased' }, night)).toBeNull();
    expect(nextAttemptAt(queuedDelivery('reminder', night))).toBe('2026-11-23T00:00:00.000Z');
  });
});

describe('a report that comes after the lease has ended', () => {
  const expired = after(sending, { kind: 'lease-expired' }, later(10 * MINUTE)).delivery;

  test.each([
    ['it was taken after all', reported('accepted'), { state: 'accepted' }],
    ['it surely was not', reported('failed-for-now'), { state: 'queued', doubts: 0, mayHaveLeftAt: null }],
    ['it was refused', reported('refused'), { state: 'dead' }],
  ])('%s', (_, event, expected) => expect(after(expired, event, later(11 * MINUTE)).delivery).toMatchObject(expected));

  test('it is open, which is known already', () =>
    expect(nextDelivery(expired, reported('left-open'), NINE)).toBeNull());

  test('of two doubts one remains, and with it the day on which a copy may have arrived', () => {
    const twice = after(again, { kind: 'lease-expired' }, later(HOUR + 10 * MINUTE)).delivery;
    expect(after(twice, reported('failed-for-now', 2), later(2 * HOUR)).delivery).toMatchObject({
      state: 'queued',
      doubts: 1,
      mayHaveLeftAt: twice.mayHaveLeftAt,
    });
  });

  test('another attempt is on its way: only a yes counts', () => {
    expect(after(again, reported('accepted', 1)).delivery.state).toBe('accepted');
    expect(nextDelivery(again, reported('refused', 1), NINE)).toBeNull();
    expect(nextDelivery(again, reported('failed-for-now', 1), NINE)).toBeNull();
  });

  test('after a doubt that remains, a copy may have arrived', () => {
    const failed = after(again, reported('failed-for-now', 2), later(HOUR)).delivery;
    expect(failed).toMatchObject({ state: 'queued', doubts: 1 });
    expect(failed.mayHaveLeftAt).not.toBeNull();
  });
});

describe('tried again', () => {
  function failUntilDead(start: string): { readonly waits: number[]; readonly end: Delivery; readonly phone: boolean } {
    let delivery = queuedDelivery('one-time-link', start);
    let at = start;
    const waits: number[] = [];
    for (;;) {
      delivery = after(delivery, { kind: 'leased' }, at).delivery;
      const step = after(delivery, reported('failed-for-now', delivery.attempts), at);
      delivery = step.delivery;
      const next = nextAttemptAt(delivery);
      if (next === null) return { waits, end: delivery, phone: step.phone };
      waits.push((millisecondsOf(next) - millisecondsOf(at)) / MINUTE);
      at = next;
    }
  }

  test('after 1, 5, 15, 60 minutes, 3 hours, then every 6 hours; after five days somebody telephones', () => {
    const { waits, end, phone } = failUntilDead(NINE);
    expect(waits.slice(0, 7)).toEqual([1, 5, 15, 60, 180, 360, 360]);
    expect(waits.slice(5).every((wait) => wait === 360)).toBe(true);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(5 * 24 * 60);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(5 * 24 * 60 + 360);
    expect(end).toMatchObject({ state: 'dead', cause: 'gave-up' });
    expect(phone).toBe(true);
  });

  test('a mail that lay while the house was off is tried again before anybody gives up', () => {
    const failed = after(sending, reported('failed-for-now')).delivery;
    const awake = later(14 * DAY);
    const leased = after(failed, { kind: 'leased' }, awake).delivery;
    expect(after(leased, reported('failed-for-now', 2), awake).delivery.state).toBe('queued');
  });

  test.each([
    ['the sixth failure, five days after the first', 6, 5 * DAY, 'dead'],
    ['the sixth, a moment sooner', 6, 5 * DAY - 1, 'queued'],
    ['the fifth', 5, 5 * DAY, 'queued'],
  ])('somebody gives up at %s: %i, %i ms: %s', (_, failures, ms, expected) => {
    const before = { ...sending, failures: failures - 1, failingSince: NINE };
    expect(after(before, reported('failed-for-now'), later(ms)).delivery.state).toBe(expected);
  });

  test('never at night', () => {
    const evening = '2026-11-22T08:59:30.000Z';
    const leased = after(queuedDelivery('reminder', evening), { kind: 'leased' }, evening).delivery;
    const failed = after(leased, reported('failed-for-now'), evening).delivery;
    expect(nextAttemptAt(failed)).toBe('2026-11-23T00:00:00.000Z');
  });

  test('a mail that takes the place of another goes on where that had come to', () => {
    const failed = after(sending, reported('failed-for-now')).delivery;
    expect(queuedDelivery('reminder', later(DAY), failed)).toMatchObject({
      attempts: 0,
      failures: 1,
      failingSince: NINE,
      nextAt: later(MINUTE),
    });
    expect(queuedDelivery('reminder', later(DAY), dead)).toEqual(queuedDelivery('reminder', later(DAY)));
  });
});

describe('whatever happens, in any order', () => {
  const events = fc.array(
    fc.record({
      event: fc.oneof(
        fc.constantFrom<DeliveryEvent>(
          { kind: 'leased' },
          { kind: 'leased' },
          { kind: 'lease-expired' },
          { kind: 'bounced' },
          { kind: 'acknowledged' },
        ),
        fc.constantFrom(...CANCEL_CAUSES).map((cause): DeliveryEvent => ({ kind: 'cancelled', cause })),
        fc
          .tuple(fc.constantFrom('accepted', 'failed-for-now', 'refused', 'left-open'), fc.integer({ min: 1, max: 4 }))
          .map(([outcome, attempt]) => reported(outcome, attempt)),
      ),
      minutes: fc.nat(2_000),
    }),
    { maxLength: 30 },
  );

  test('a reminder leaves in the hours for families, doubts are never more than two, and what ended without a yes calls a person', () =>
    fc.assert(
      fc.property(events, (list) => {
        let delivery = queued;
        let called = false;
        let at = NINE;
        for (const { event, minutes } of list) {
          at = later(minutes * MINUTE, at);
          const step = nextDelivery(delivery, event, at);
          if (step === null) continue;
          if (step.delivery.state === 'sending') expect(inSendWindow(at)).toBe(true);
          delivery = step.delivery;
          called ||= step.phone;
          expect(delivery.doubts).toBeLessThanOrEqual(2);
          if (delivery.state === 'dead' || delivery.state === 'bounced') expect(step.phone).toBe(true);
          if (delivery.state === 'uncertain' && delivery.retryAt === null) expect(called).toBe(true);
          if (delivery.state === 'accepted') expect(delivery.mayHaveLeftAt).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    ));
});
