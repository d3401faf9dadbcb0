import { addDays, instantAt, millisecondsOf } from '../instant.ts';
import { nextDelivery } from './delivery.ts';
import type { Delivery, DeliveryEvent } from './delivery.ts';
import { countsAsTold, linesStillDue, maySend, phoneInstead, toldLine } from './notice.ts';
import type { Notice, StaffTask } from './notice.ts';
import { planNotices, recheckNotices } from './plan.ts';
import {
  aCase,
  aContact,
  aDeadline,
  aLine,
  aMail,
  anAnswer,
  aNotice,
  DAUGHTER,
  DATE,
  facts,
} from './testing/makers.ts';
import { FATHER, MOTHER, NINE, SON, THREE, THRESHOLD, TODAY, told } from './testing/makers.ts';

const through = (...events: readonly (DeliveryEvent & { readonly at?: string })[]): Delivery =>
  events.reduce<Delivery>((delivery, event) => {
    const step = nextDelivery(delivery, event, event.at ?? NINE);
    if (step === null) throw new Error(`premise: ${event.kind} is possible`);
    return step.delivery;
  }, aMail());
const report = (outcome: 'accepted' | 'failed-for-now' | 'refused' | 'left-open', attempt = 1) =>
  ({ kind: 'reported', attempt, outcome }) as const;
const leased = { kind: 'leased' } as const;
const progress = {
  queued: aMail(),
  sending: through(leased),
  accepted: through(leased, report('accepted')),
  uncertain: through(leased, report('left-open')),
  dead: through(leased, report('refused')),
  acknowledged: through(leased, report('accepted'), { kind: 'acknowledged' }),
  bounced: through(leased, report('accepted'), { kind: 'bounced' }),
  cancelled: through({ kind: 'cancelled', cause: 'replaced' }),
  withheld: through({ kind: 'cancelled', cause: 'withheld' }),
} as const;
const passport = aCase({ deadline: aDeadline({ itemId: 'second', date: '2026-12-01' }) });

describe('one notice for each person and day', () => {
  test('with all its lines, the nearest date first', () => {
    const { drafts } = planNotices(facts([aCase(), passport]), []);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ to: { channel: 'mail', language: 'ja' }, on: TODAY, replaces: [] });
    expect(drafts[0]?.lines.map(({ deadline }) => deadline.date)).toEqual(['2026-12-01', DATE]);
  });

  test('a couple has one daughter, who gets one', () => {
    const daughter = aContact();
    const both = { [MOTHER]: { contacts: [daughter] }, [FATHER]: { contacts: [{ ...daughter, id: 'hers, too' }] } };
    const his = aCase({ deadline: aDeadline({ itemId: 'his', residentId: FATHER }) });
    const { drafts } = planNotices(facts([aCase(), his], both), []);
    expect(drafts.map(({ lines }) => lines.map(({ contactId }) => contactId))).toEqual([[DAUGHTER, 'hers, too']]);
  });

  test('who stands on the list twice gets one, with both lines, so that both count as told', () => {
    const contacts = [aContact(), { ...aContact(), id: SON, order: 2 }];
    const { drafts } = planNotices(facts([aCase({ told: [told('2026-10-11')] })], { [MOTHER]: { contacts } }), []);
    expect(drafts.map(({ lines }) => lines.map(({ contactId }) => contactId))).toEqual([[DAUGHTER, SON]]);
  });

  test('several people get one each, by their own way', () => {
    const contacts = THREE.map((one) => (one.id === SON ? { ...one, channel: 'letter' as const } : one));
    const { drafts } = planNotices(facts([aCase({ told: [told('2026-10-11')] })], { [MOTHER]: { contacts } }), []);
    expect(drafts.map(({ to }) => to.channel)).toEqual(['mail', 'letter']);
  });

  test('nothing is due: nothing is written', () => {
    const quiet = facts([aCase({ told: [told(THRESHOLD)] })]);
    expect(planNotices(quiet, [aNotice({ progress: progress.accepted })])).toEqual({
      drafts: [],
      untrue: [],
      tomorrow: [],
    });
  });

  test.each(['sending', 'accepted', 'uncertain', 'acknowledged'] as const)(
    'who was written to today waits until tomorrow: %s',
    (state) => {
      const plan = planNotices(facts(), [aNotice({ id: 'other', lines: [], progress: progress[state] })]);
      expect(plan.drafts).toEqual([]);
      expect(plan.tomorrow).toEqual([aLine()]);
    },
  );

  test.each(['dead', 'cancelled'] as const)('but not when nothing can have arrived: %s', (state) =>
    expect(planNotices(facts(), [aNotice({ lines: [], progress: progress[state] })]).drafts).toHaveLength(1),
  );

  test('nor when it is a call that somebody has to make', () => {
    const phone = aNotice({
      lines: [],
      to: { ...aNotice().to, channel: 'phone' },
      progress: { state: 'done', on: TODAY },
    });
    expect(planNotices(facts(), [phone]).drafts).toHaveLength(1);
  });

  test('who may be written to once more tomorrow waits as well, until that is settled', () => {
    const tomorrow = facts([aCase()], {}, addDays(TODAY, 1));
    const { uncertain } = progress;
    if (uncertain.state !== 'uncertain') throw new Error('premise: it is uncertain');
    expect(planNotices(tomorrow, [aNotice({ lines: [], progress: uncertain })]).drafts).toEqual([]);
    const settled = { ...uncertain, retryAt: null };
    expect(planNotices(tomorrow, [aNotice({ lines: [], progress: settled })]).drafts).toHaveLength(1);
  });

  test('and not tomorrow', () => {
    const tomorrow = facts([aCase()], {}, addDays(TODAY, 1));
    expect(planNotices(tomorrow, [aNotice({ lines: [], progress: progress.accepted })]).drafts).toHaveLength(1);
  });

  test('a task for the staff waits for no mail', () => {
    const byPhone = facts([aCase()], { [MOTHER]: { contacts: [aContact({ channel: 'phone' })] } });
    expect(planNotices(byPhone, [aNotice({ lines: [], progress: progress.accepted })]).drafts).toHaveLength(1);
  });
});

describe('what waits already', () => {
  const waiting = (of: Partial<Notice> = {}) => aNotice({ id: 'waiting', ...of });

  test('is left alone while it is true', () =>
    expect(planNotices(facts([aCase({ told: [told(THRESHOLD, { heardOn: null })] })]), [waiting()])).toEqual({
      drafts: [],
      untrue: [],
      tomorrow: [],
    }));

  test('takes up what comes due: one message with the truth of the day', () => {
    const waits = aCase({ told: [told(THRESHOLD, { heardOn: null })] });
    const [draft, ...others] = planNotices(facts([waits, passport]), [waiting()]).drafts;
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ replaces: ['waiting'], on: TODAY });
    expect(draft?.lines).toHaveLength(2);
  });

  test('of the same deadline only the newest step stays', () => {
    const old = waiting({ on: '2026-10-11', lines: [aLine({ threshold: '2026-10-11' })] });
    const plan = planNotices(facts([aCase({ told: [told('2026-10-11', { heardOn: null })] })]), [old]);
    expect(plan.drafts.map(({ lines }) => lines)).toEqual([[aLine()]]);
  });

  test('loses what is over', () => {
    const two = waiting({ lines: [aLine(), aLine({ deadline: passport.deadline })] });
    const plan = planNotices(facts([aCase({ told: [told(THRESHOLD, { heardOn: null })] })]), [two]);
    expect(plan.drafts).toMatchObject([{ lines: [aLine()], replaces: ['waiting'] }]);
  });

  test('is cancelled when nothing is left', () =>
    expect(planNotices(facts([]), [waiting()])).toEqual({ drafts: [], untrue: ['waiting'], tomorrow: [] }));

  test('a task goes too, but not what is done', () => {
    const task = (of: StaffTask) => waiting({ to: { ...waiting().to, channel: 'letter' }, progress: of });
    expect(planNotices(facts([]), [task({ state: 'open' })]).untrue).toEqual(['waiting']);
    expect(planNotices(facts([]), [task({ state: 'done', on: TODAY })]).untrue).toEqual([]);
  });

  test('two that came about for one person become one', () => {
    const phone = { ...waiting().to, channel: 'phone' as const };
    const open = { state: 'open' } as const;
    const other = aLine({ deadline: passport.deadline });
    const plan = planNotices(
      facts([
        aCase({ told: [told(THRESHOLD, { heardOn: null })] }),
        { ...passport, told: [told(TODAY, { heardOn: null })] },
      ]),
      [
        waiting({ id: 'one', to: phone, progress: open }),
        waiting({ id: 'two', to: phone, progress: open, lines: [other] }),
      ],
    );
    expect(plan.drafts).toMatchObject([{ to: phone, replaces: ['one', 'two'] }]);
  });

  test('in the transaction of a death all of it goes, and of the couple only hers', () => {
    const his = aLine({ deadline: aDeadline({ itemId: 'his', residentId: FATHER }) });
    const dead = facts([aCase(), aCase({ deadline: his.deadline })], { [MOTHER]: { stopped: true }, [FATHER]: {} });
    const plan = recheckNotices(dead, [waiting(), waiting({ id: 'both', lines: [aLine(), his] })]);
    expect(plan.drafts).toMatchObject([{ lines: [his], replaces: ['waiting', 'both'] }]);
    expect(recheckNotices(dead, [waiting()]).untrue).toEqual(['waiting']);
  });

  describe('at the office', () => {
    const task = (of: Partial<Notice> = {}) =>
      aNotice({
        id: 'office',
        to: { person: `office:${MOTHER}`, channel: 'office', language: null },
        lines: [aLine({ contactId: null })],
        progress: { state: 'open' },
        ...of,
      });
    const atOffice = aCase({ told: [told(THRESHOLD, { contactId: null, heardOn: null })] });

    test('is left alone while nobody can be told', () =>
      expect(planNotices(facts([atOffice], { [MOTHER]: { contacts: [] } }), [task()])).toEqual({
        drafts: [],
        untrue: [],
        tomorrow: [],
      }));

    test.each(['mail', 'letter', 'phone'] as const)(
      'is taken back for the %s of a contact who can be told',
      (channel) => {
        const now = facts([atOffice], { [MOTHER]: { contacts: [aContact({ channel })] } });
        expect(recheckNotices(now, [task()]).untrue).toEqual(['office']);
        const plan = planNotices(now, [task()]);
        expect(plan.drafts).toMatchObject([{ to: { channel }, replaces: [] }]);
        expect(plan.untrue).toEqual(['office']);
      },
    );

    test('keeps what only the house can see to', () => {
      const check = aDeadline({ kind: 'arrival-check', date: TODAY });
      const both = task({ lines: [aLine({ contactId: null }), aLine({ contactId: null, deadline: check })] });
      const { drafts } = recheckNotices(facts([atOffice, aCase({ deadline: check })]), [both]);
      expect(drafts).toMatchObject([{ to: { channel: 'office' }, lines: [{ deadline: check }], replaces: ['office'] }]);
    });

    test('stays beside the letter to herself where the family wants none', () => {
      const herself = aContact({ id: 'herself', order: 9, capacity: 'resident', channel: null, consents: false });
      const now = facts([atOffice], { [MOTHER]: { contacts: [aContact({ consents: false }), herself] } });
      const plan = planNotices(now, [task()]);
      expect(plan.drafts).toMatchObject([{ to: { channel: 'letter' }, lines: [{ contactId: 'herself' }] }]);
      expect(plan.untrue).toEqual([]);
    });
  });

  test('rechecking adds nothing', () => expect(recheckNotices(facts([aCase(), passport]), []).drafts).toEqual([]));
});

describe('at the moment of sending', () => {
  test('every line has to be true', () => {
    const two = aNotice({ lines: [aLine(), aLine({ deadline: passport.deadline })] });
    expect(maySend(two, facts([aCase(), passport]))).toBe(true);
    expect(maySend(two, facts([aCase()]))).toBe(false);
    expect(linesStillDue(two, facts([aCase()]))).toEqual([aLine()]);
  });

  test('what the family has answered meanwhile holds it', () =>
    expect(
      maySend(aNotice(), facts([aCase({ answers: [anAnswer({ answer: 'self-renewal', plannedOn: TODAY })] })])),
    ).toBe(false));
});

describe('whether somebody was told', () => {
  test.each([
    ['queued', true],
    ['sending', true],
    ['accepted', true],
    ['uncertain', true],
    ['acknowledged', true],
    ['withheld', true],
    ['dead', false],
    ['bounced', false],
    ['cancelled', false],
  ] as const)('%s: %s', (state, expected) => expect(countsAsTold({ progress: progress[state] })).toBe(expected));

  test('what stays open for good does not count: the call in its place does', () => {
    const unclear = through(
      leased,
      report('left-open'),
      { ...leased, at: instantAt(millisecondsOf(NINE) + 3_600_000) },
      report('left-open', 2),
    );
    expect(countsAsTold({ progress: unclear })).toBe(false);
    expect(phoneInstead(aNotice({ progress: unclear }), TODAY)).toMatchObject({ to: { channel: 'phone' } });
    expect(countsAsTold({ progress: { state: 'open' } })).toBe(true);
    expect(countsAsTold({ progress: { state: 'cancelled' } })).toBe(false);
    expect(countsAsTold({ progress: { state: 'cancelled', cause: 'withheld' } })).toBe(true);
  });

  test('a line waits until it has left the house', () => {
    const heardOn = (of: Notice['progress']) => toldLine(aLine(), aNotice({ progress: of })).heardOn;
    expect(toldLine(aLine(), aNotice())).toEqual({
      contactId: DAUGHTER,
      threshold: THRESHOLD,
      on: TODAY,
      heardOn: null,
      triedOn: null,
    });
    expect(heardOn(progress.sending)).toBeNull();
    expect(heardOn(progress.accepted)).toBe(TODAY);
    expect(heardOn(progress.uncertain)).toBe(TODAY);
    expect(heardOn(progress.withheld)).toBeNull();
    expect(heardOn({ state: 'open' })).toBeNull();
    expect(heardOn({ state: 'cancelled', cause: 'withheld' })).toBeNull();
    expect(heardOn({ state: 'done', on: '2026-11-30' })).toBe('2026-11-30');
  });
});
