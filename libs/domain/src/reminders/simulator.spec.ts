import { nextDelivery } from './delivery.ts';
import { mayBeRewritten } from './notice.ts';
import { planNotices } from './plan.ts';
import type { Rules } from './testing/server.ts';
import { EVERYTHING_GOES_WRONG, liveDecades, NOTHING_IS_CUT } from './testing/decades.ts';
import { simulate } from './testing/simulator.ts';
import type { Counts, Lived, World } from './testing/simulator.ts';

/** What of `npm run simulate` each run of the suites can wait for: one house, ten years. */
const SEEDS = [1];

function liveAll(of: Partial<World>): Counts {
  const { seed, violations, counts } = liveDecades(SEEDS, of);
  expect({ seed, violations }).toEqual({ seed, violations: [] });
  return counts;
}

describe('ten years of a house', () => {
  test('with power cuts at any pause, cut connections, stops of up to 14 days and clocks that somebody sets: nobody is forgotten, and a mail comes twice at most once for each time that it was open whether it left', () => {
    const { extra, ambiguous, ...counts } = liveAll(EVERYTHING_GOES_WRONG);
    expect(extra).toBeLessThanOrEqual(ambiguous);
    for (const [what, count] of Object.entries({ ...counts, extra })) expect([what, count > 0]).toEqual([what, true]);
  }, 60_000);

  test('with stops, clocks and a mail server that refuses, but nothing cut: nobody is forgotten, and nothing comes twice', () => {
    const { extra, ambiguous, powerCuts, copies } = liveAll(NOTHING_IS_CUT);
    expect({ extra, ambiguous, powerCuts }).toEqual({ extra: 0, ambiguous: 0, powerCuts: 0 });
    expect(copies).toBeGreaterThan(1_000);
  }, 60_000);

  test('a seed repeats itself', () => {
    const one = (seed: number): Lived => simulate({ seed, years: 1, items: 40 });
    expect(one(7)).toEqual(one(7));
    expect(one(7).counts).not.toEqual(one(8).counts);
  });
});

/** Wrong rules, each with what the oracle has to say about it. */
const WRONG: readonly (readonly [string, RegExp, Partial<Rules>, Partial<World>?])[] = [
  [
    'a step is due on its day alone',
    /was not told/,
    {
      planNotices: (facts, notices, look) => {
        const plan = planNotices(facts, notices, look);
        const drafts = plan.drafts.map((draft) => ({
          ...draft,
          lines: draft.lines.filter(({ threshold }) => threshold === facts.today),
        }));
        return { ...plan, drafts: drafts.filter(({ lines }) => lines.length > 0) };
      },
    },
  ],
  [
    'only the first is ever asked',
    /was not told/,
    {
      planNotices: (facts, notices, look) =>
        planNotices(
          facts,
          notices,
          [...(look ?? [])].map((one) => ({ ...one, told: one.told.map((line) => ({ ...line, heardOn: null })) })),
        ),
    },
  ],
  [
    'a person is written to as often as something comes due',
    /two mails on one day/,
    { planNotices: (facts, notices, look) => planNotices(facts, notices.filter(mayBeRewritten), look) },
  ],
  ['nothing is checked at the moment of sending', /is sent about/, { maySend: () => true }],
  [
    'a death leaves what waits',
    /waits after a death/,
    { recheckNotices: () => ({ drafts: [], untrue: [], tomorrow: [] }) },
  ],
  [
    'no lease: whoever comes takes it',
    /twice|two mails/,
    {
      nextDelivery: (delivery, event, now) =>
        event.kind === 'leased' && delivery.state === 'sending'
          ? { delivery: { ...delivery, attempts: delivery.attempts + 1 }, phone: false }
          : nextDelivery(delivery, event, now),
    },
  ],
  [
    'a refusal is taken for a yes',
    /was not told/,
    {
      nextDelivery: (delivery, event, now) => {
        const step = nextDelivery(delivery, event, now);
        if (step?.delivery.state !== 'dead') return step;
        return { delivery: { ...step.delivery, state: 'accepted', at: now }, phone: false };
      },
    },
  ],
  [
    'what is open is forgotten',
    /was not told/,
    {
      nextDelivery: (delivery, event, now) => {
        const step = nextDelivery(delivery, event, now);
        if (step?.delivery.state !== 'uncertain') return step;
        return { delivery: { ...step.delivery, state: 'accepted', at: now }, phone: false };
      },
    },
  ],
  [
    'what is open is sent again at once, and again',
    /twice|two mails/,
    {
      nextDelivery: (delivery, event, now) =>
        event.kind === 'reported' && event.outcome === 'accepted'
          ? nextDelivery(delivery, { ...event, outcome: 'failed-for-now' }, now)
          : nextDelivery(delivery, event, now),
    },
  ],
  [
    'every clock is believed',
    /clock that is wrong|before its time|was not told/,
    { watchClock: (_, reading) => ({ trusted: reading, hold: null }) },
  ],
  ['nobody is asked after a stop', /nobody was asked/, { confirmFirst: () => false }, { stops: 60 }],
];

describe('the oracle notices when', () => {
  test.each(WRONG.map(([title, what, rules, of = {}]) => [title, what, rules, of] as const))(
    '%s',
    (_, what, rules, of) => {
      const said: string[] = [];
      for (let seed = 1; seed <= 5 && !said.some((one) => what.test(one)); seed++)
        said.push(...simulate({ seed, years: 4, rules, ...of }).violations);
      expect(said).toContainEqual(expect.stringMatching(what));
    },
    30_000,
  );
});
