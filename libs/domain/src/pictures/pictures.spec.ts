import fc from 'fast-check';
import { liveSteps } from '../custody/fold.ts';
import type { HistoryEntry } from '../custody/history.ts';
import { stepsUntil } from '../custody/steps-until.ts';
import { AGREEMENT, AMENDED, CHECKED_IN, CHECKED_OUT, entry, HOLD, OTHER_POUCH } from '../custody/testing/makers.ts';
import { POUCH, TAKEN_IN } from '../custody/testing/makers.ts';
import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '../instant.ts';
import { HOURS_A_WEEK, hoursOfWeek } from './hours-of-week.ts';
import { lateReturns } from './late-returns.ts';
import { outingsOf } from './outings.ts';
import type { Outing } from './outings.ts';
import { lateFrom, overlaps, stretchesOf } from './stretches.ts';

/** at is a clock time on the 22nd of November, a Sunday in Japan. */
const at = (clock: string): string => tokyoTime('2026-11-22', clock);
const begin = entry(1, 'item.taken-in', TAKEN_IN, { recordedAt: at('08:00') });
const out = (seq: number, clock: string, due: string | null = null, purpose: Outing['purpose'] = 'outpatient') =>
  entry(
    seq,
    'item.checked-out',
    { ...CHECKED_OUT, purpose, dueBackAt: due === null ? null : at(due) },
    { recordedAt: at(clock) },
  );
const back = (seq: number, clock: string) => entry(seq, 'item.checked-in', CHECKED_IN, { recordedAt: at(clock) });
const changed = (seq: number, clock: string, due: string, holder: 'other:clinic' | 'other:family' = 'other:clinic') =>
  entry(seq, 'item.changed', { holder, dueBackAt: at(due) }, { recordedAt: at(clock) });

const drawn = (history: readonly HistoryEntry[]) =>
  stretchesOf(liveSteps(history)).map(({ step, from, to }) => [step.state.custody.at, from, to]);

describe('stretchesOf', () => {
  test.each<[string, readonly HistoryEntry[], readonly (readonly [string, string, string | null])[]]>([
    [
      'out, handed on, back',
      [begin, out(2, '09:00', '12:00'), changed(3, '10:00', '12:00'), back(4, '11:00')],
      [
        ['stored', at('08:00'), at('09:00')],
        ['out', at('09:00'), at('10:00')],
        ['out', at('10:00'), at('11:00')],
        ['stored', at('11:00'), null],
      ],
    ],
    [
      'a cancelled return never was',
      [
        begin,
        out(2, '09:00'),
        back(3, '10:00'),
        entry(4, 'entry.cancelled', { reason: 'twice' }, { corrects: 3, recordedAt: at('10:05') }),
      ],
      [
        ['stored', at('08:00'), at('09:00')],
        ['out', at('09:00'), null],
      ],
    ],
    [
      'what was entered late stands where it was',
      [
        begin,
        { ...out(2, '18:00'), occurredAt: at('09:00') },
        { ...back(3, '18:00'), occurredAt: at('10:00') },
        entry(
          4,
          'entry.amended',
          { ...AMENDED, fields: ['occurredAt'], occurredAt: at('11:00') },
          { corrects: 3, recordedAt: at('19:00') },
        ),
      ],
      [
        ['stored', at('08:00'), at('09:00')],
        ['out', at('09:00'), at('11:00')],
        ['stored', at('11:00'), null],
      ],
    ],
    [
      'an agreement takes nothing back that is out, and ends 一時保管',
      [
        entry(
          1,
          'item.held-temporarily',
          { ...heldFacts(), reason: HOLD.reason, resolveBy: HOLD.resolveBy },
          { recordedAt: at('08:00') },
        ),
        out(2, '09:00'),
        entry(3, 'item.agreed', { agreement: AGREEMENT, storage: null }, { recordedAt: at('10:00') }),
        back(4, '11:00'),
        entry(5, 'item.moved', { storage: OTHER_POUCH }, { recordedAt: at('12:00') }),
      ],
      [
        ['stored', at('08:00'), at('09:00')],
        ['out', at('09:00'), at('11:00')],
        ['stored', at('11:00'), at('12:00')],
        ['stored', at('12:00'), null],
      ],
    ],
    [
      'a search, a loss and an end',
      [
        begin,
        entry(2, 'item.search-started', {}, { recordedAt: at('09:00') }),
        entry(3, 'item.reported-missing', {}, { recordedAt: at('10:00') }),
        entry(
          4,
          'item.handed-over',
          { disposition: 'returned', receiver: 'other:family', witness: null, replacedBy: null },
          { recordedAt: at('11:00') },
        ),
      ],
      [
        ['stored', at('08:00'), at('09:00')],
        ['missing', at('09:00'), at('10:00')],
        ['missing', at('10:00'), at('11:00')],
      ],
    ],
    [
      'a clock that was set back makes no stretch of less than nothing',
      [begin, out(2, '09:00'), back(3, '08:30')],
      [
        ['stored', at('08:00'), at('09:00')],
        ['out', at('09:00'), at('09:00')],
        ['stored', at('09:00'), null],
      ],
    ],
  ])('%s', (_, history, expected) => expect(drawn(history)).toEqual(expected));
});

function heldFacts() {
  const { agreement: _, ...facts } = TAKEN_IN;
  return facts;
}

describe('lateFrom', () => {
  const lates = (history: readonly HistoryEntry[], now: string) =>
    stretchesOf(liveSteps(history)).map((stretch) => lateFrom(stretch, at(now)));
  test.each<[string, readonly HistoryEntry[], string, readonly (string | null)[]]>([
    ['back in time', [begin, out(2, '09:00', '12:00'), back(3, '12:00')], '13:00', [null, null, null]],
    ['back within the grace', [begin, out(2, '09:00', '12:00'), back(3, '12:29')], '13:00', [null, null, null]],
    ['back after it', [begin, out(2, '09:00', '12:00'), back(3, '12:30')], '13:00', [null, at('12:00'), null]],
    ['still out', [begin, out(2, '09:00', '12:00')], '12:30', [null, at('12:00')]],
    ['nobody planned it', [begin, out(2, '09:00')], '23:00', [null, null]],
    [
      'handed on when it was late already',
      [begin, out(2, '09:00', '12:00'), changed(3, '12:45', '12:00'), back(4, '14:00')],
      '15:00',
      [null, at('12:00'), at('12:45'), null],
    ],
    [
      'put off in time',
      [begin, out(2, '09:00', '12:00'), changed(3, '11:00', '15:00'), back(4, '14:00')],
      '15:00',
      [null, null, null, null],
    ],
  ])('%s', (_, history, now, expected) => expect(lates(history, now)).toEqual(expected));
});

test('an outing lasts over every hand it goes through, and ends as it ended', () => {
  const found = entry(6, 'item.found', { storage: POUCH }, { recordedAt: at('16:00') });
  const steps = [begin, out(2, '09:00', '12:00'), changed(3, '10:00', '13:00'), back(4, '11:00'), out(5, '14:00')];
  expect(outingsOf(liveSteps([...steps, found, out(7, '17:00')]))).toEqual([
    { purpose: 'outpatient', dueBackAt: at('13:00'), from: at('09:00'), to: at('11:00'), end: 'returned' },
    { purpose: 'outpatient', dueBackAt: null, from: at('14:00'), to: at('16:00'), end: 'otherwise' },
    { purpose: 'outpatient', dueBackAt: null, from: at('17:00'), to: null, end: null },
  ]);
});

describe('lateReturns', () => {
  const day = { from: at('00:00'), to: tokyoTime('2026-11-23', '00:00'), now: at('18:00') };
  const outing = (of: Partial<Outing> = {}): Outing => ({
    purpose: 'outpatient',
    dueBackAt: at('12:00'),
    from: at('09:00'),
    to: at('11:00'),
    end: 'returned',
    ...of,
  });
  test('each return counts once, under its purpose', () => {
    const outings = [
      outing(),
      outing({ to: at('12:30') }),
      outing({ to: at('14:05') }),
      outing({ dueBackAt: null }),
      outing({ to: null, end: null }),
      outing({ to: at('15:00'), end: 'otherwise' }),
      outing({ purpose: 'pharmacy', to: null, end: null }),
      outing({ purpose: 'in-house', to: null, end: null, dueBackAt: at('17:45') }),
    ];
    expect(lateReturns(outings, day)).toEqual([
      { purpose: 'outpatient', inTime: 1, late: 2, unplanned: 1, stillLate: 1, longestMinutes: 125 },
      { purpose: 'pharmacy', inTime: 0, late: 0, unplanned: 0, stillLate: 1, longestMinutes: 0 },
    ]);
  });
  test('a return counts on its own day alone; what is late now is late in no other period', () => {
    const tomorrow = { from: day.to, to: tokyoTime('2026-11-24', '00:00'), now: day.now };
    const yesterday = { from: tokyoTime('2026-11-21', '00:00'), to: day.from, now: day.now };
    const midnight = outing({ to: day.to, dueBackAt: day.from });
    expect(lateReturns([midnight], day)).toEqual([]);
    expect(lateReturns([midnight], tomorrow)).toMatchObject([{ late: 1 }]);
    expect(lateReturns([outing({ to: null, end: null, from: yesterday.from })], yesterday)).toEqual([]);
  });
});

describe('hoursOfWeek', () => {
  const week = { from: tokyoTime('2026-11-16', '00:00'), to: tokyoTime('2026-11-23', '00:00') };
  const away = (from: string, to: string | null, purpose: Outing['purpose'] = 'outpatient'): Outing => ({
    from,
    to,
    purpose,
    dueBackAt: null,
    end: to === null ? null : 'returned',
  });
  const hourOf = (outings: readonly Outing[]) =>
    hoursOfWeek(outings, week).flatMap(({ outMs, stayMs }, n) =>
      outMs > 0 ? [[n, outMs / 60_000, stayMs / 60_000]] : [],
    );

  test('Monday 0 o’clock in Japan comes first, Sunday 23 o’clock last', () => {
    expect(hourOf([away(week.from, tokyoTime('2026-11-16', '00:30'))])).toEqual([[0, 30, 0]]);
    expect(hourOf([away(tokyoTime('2026-11-22', '23:15'), null, 'hospital-stay')])).toEqual([[167, 45, 45]]);
  });
  test('over midnight, and cut at the edges of the period', () => {
    expect(hourOf([away(tokyoTime('2026-11-17', '23:30'), tokyoTime('2026-11-18', '00:15'))])).toEqual([
      [47, 30, 0],
      [48, 15, 0],
    ]);
    expect(hourOf([away(tokyoTime('2026-11-15', '22:00'), tokyoTime('2026-11-16', '00:10'))])).toEqual([[0, 10, 0]]);
  });
  test('a year has no hour twice and none too few: Japan turns no clock', () => {
    const year = hoursOfWeek([], { from: tokyoTime('2025-12-29', '00:00'), to: tokyoTime('2026-12-28', '00:00') });
    expect(new Set(year.map(({ lengthMs }) => lengthMs))).toEqual(new Set([52 * 3_600_000]));
  });

  const moments = fc.integer({ min: millisecondsOf(week.from) - 1e9, max: millisecondsOf(week.to) + 1e9 });
  const aways = fc.array(
    fc
      .tuple(moments, fc.nat(400_000_000), fc.constantFrom('pharmacy' as const, 'hospital-stay' as const))
      .map(([from, length, purpose]) => away(instantAt(from), instantAt(from + length), purpose)),
  );
  test('all hours together are all the time that items were out, however the period is cut', () =>
    fc.assert(
      fc.property(aways, moments, (outings, cut) => {
        const { from, to } = week;
        const middle = instantAt(Math.min(Math.max(cut, millisecondsOf(from)), millisecondsOf(to)));
        const whole = hoursOfWeek(outings, week);
        const parts = [hoursOfWeek(outings, { from, to: middle }), hoursOfWeek(outings, { from: middle, to })];
        const all = outings.filter((one) => overlaps(one, week)).reduce((sum, one) => sum + within(one, week), 0);
        expect(whole).toHaveLength(HOURS_A_WEEK);
        expect(whole.reduce((sum, { outMs }) => sum + outMs, 0)).toBe(all);
        const [before, after] = parts.map((part) => part.map(({ outMs }) => outMs));
        expect(whole.map(({ outMs }) => outMs)).toEqual(before?.map((outMs, n) => outMs + (after?.[n] ?? 0)));
        expect(whole.every(({ outMs, stayMs }) => stayMs <= outMs)).toBe(true);
        expect(whole.every(({ lengthMs, outMs }) => outMs <= lengthMs * outings.length)).toBe(true);
      }),
    ));
});

function within(one: Outing, week: { readonly from: string; readonly to: string }): number {
  const end = one.to === null || one.to > week.to ? week.to : one.to;
  const from = one.from < week.from ? week.from : one.from;
  return millisecondsOf(end) - millisecondsOf(from);
}

/** A life goes on from where it is: each wish is made into the next entry that can follow; below 0 the clock is set back. */
const livesFrom = (least: number) =>
  fc.array(fc.tuple(fc.nat(4), fc.integer({ min: least, max: 600 }), fc.nat(100)), { maxLength: 30 }).map((wishes) => {
    const history: HistoryEntry[] = [begin];
    let clock = millisecondsOf(at('08:00'));
    for (const [wish, minutes, ago] of wishes) {
      clock += minutes * 60_000;
      const steps = liveSteps(history);
      const { custody, lastAt, newestCustodySeq } = steps.at(-1)?.state ?? {
        custody: null,
        lastAt: '',
        newestCustodySeq: 0,
      };
      const seq = history.length + 1;
      const recordedAt = instantAt(clock);
      const claimed = instantAt(clock - ago * 60_000);
      const of = { recordedAt, occurredAt: wish < 2 && claimed >= lastAt ? claimed : null };
      const dueBackAt = ago % 3 === 0 ? null : instantAt(clock + ago * 60_000);
      if (wish === 4 && steps.length > 1)
        history.push(entry(seq, 'entry.cancelled', { reason: 'twice' }, { corrects: newestCustodySeq, recordedAt }));
      else if (custody?.at === 'stored')
        history.push(entry(seq, 'item.checked-out', { ...CHECKED_OUT, dueBackAt }, of));
      else if (wish === 3 && custody?.at === 'out')
        history.push(entry(seq, 'item.changed', { holder: 'other:clinic', dueBackAt }, { recordedAt }));
      else if (wish === 2 && custody?.at === 'out') history.push(entry(seq, 'item.search-started', {}, { recordedAt }));
      else history.push(entry(seq, 'item.checked-in', CHECKED_IN, of));
    }
    return history;
  });

describe('whatever an item lived through', () => {
  test('its stretches have no hole and no overlap, and none begins before it came', () =>
    fc.assert(
      fc.property(livesFrom(-90), (history) => {
        const stretches = stretchesOf(liveSteps(history));
        for (const [n, { from, to }] of stretches.entries()) {
          expect(to).toBe(stretches[n + 1]?.from ?? null);
          if (to !== null) expect(from <= to).toBe(true);
        }
        expect(stretches[0]?.from).toBe(at('08:00'));
      }),
    ));

  test('at every moment of a steady clock the picture says what the record says of that moment', () =>
    fc.assert(
      fc.property(livesFrom(0), fc.nat(9_000), (history, minutes) => {
        const moment = instantAt(millisecondsOf(at('08:00')) + minutes * 60_000);
        const then = stepsUntil(history, moment).at(-1)?.state.custody.at;
        const shown = stretchesOf(liveSteps(history)).find(
          ({ from, to }) => from <= moment && (to === null || moment < to),
        );
        expect(shown?.step.state.custody.at).toBe(then);
      }),
    ));

  test('its outings are its stretches outside, joined: as long together, on the same days', () =>
    fc.assert(
      fc.property(livesFrom(-90), (history) => {
        const steps = liveSteps(history);
        const until = addDays(dayInTokyo(history.at(-1)?.recordedAt ?? ''), 1);
        const end = tokyoTime(until, '00:00');
        const long = ({ from, to }: { readonly from: string; readonly to: string | null }) =>
          millisecondsOf(to ?? end) - millisecondsOf(from);
        const outside = stretchesOf(steps).filter(({ step }) => step.state.custody.at === 'out');
        const outings = outingsOf(steps);
        const sum = (all: readonly { readonly from: string; readonly to: string | null }[]) =>
          all.reduce((total, one) => total + long(one), 0);
        expect(sum(outings)).toBe(sum(outside));
        expect(outings.length).toBeLessThanOrEqual(outside.length);
      }),
    ));
});
