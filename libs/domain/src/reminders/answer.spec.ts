import {
  ANSWER_EFFECTS,
  answersDuring,
  asksForDay,
  closedByAnswer,
  FAMILY_ANSWERS,
  latestPlan,
  pausedUntil,
  planProblem,
} from './answer.ts';
import type { GivenAnswer } from './answer.ts';
import { anAnswer, DAUGHTER, SON } from './testing/makers.ts';

const DATE = '2026-12-10';
const goes = (plannedOn: string | null, of: Partial<GivenAnswer> = {}) =>
  anAnswer({ answer: 'self-renewal', on: '2026-11-22', plannedOn, ...of });

describe('what an answer does', () => {
  test.each([
    ['self-renewal', null, 'prepare-pick-up', 'reminders-until-planned'],
    ['use-certificate', 'uses-certificate', 'arrange-certificate', null],
    ['consult', null, 'consult', 'escalation-while-task-open'],
    ['call-me', null, 'call-back', 'escalation-while-task-open'],
    ['noted', null, null, null],
  ] as const)('%s closes with %s, leaves %s, holds %s', (answer, closes, task, holds) =>
    expect(ANSWER_EFFECTS[answer]).toEqual({ closes, task, holds }),
  );

  test('only one of the five closes', () =>
    expect(FAMILY_ANSWERS.filter((answer) => ANSWER_EFFECTS[answer].closes !== null)).toEqual(['use-certificate']));
});

describe('資格確認書 instead of the card', () => {
  const given = [anAnswer({ answer: 'use-certificate' }), anAnswer({ answer: 'consult' })];
  test('settles the card', () => expect(closedByAnswer(given, 'my-number-card')).toBe('uses-certificate'));
  test.each(['care-limit-certificate', 'care-insurance-card', 'residence-card'] as const)(
    'settles nothing else of which the same mail spoke: %s',
    (kind) => expect(closedByAnswer(given, kind)).toBeNull(),
  );
  test('is one answer of five', () => expect(closedByAnswer(given.slice(1), 'my-number-card')).toBeNull());
});

describe('the day on which she goes', () => {
  test('belongs to one answer', () => expect(FAMILY_ANSWERS.filter(asksForDay)).toEqual(['self-renewal']));

  test.each([
    [null, 'missing'],
    ['2026-11-21', 'past'],
    ['2026-11-22', null],
    ['2027-11-22', null],
    ['2027-11-23', 'too-far'],
    ['2206-12-01', 'too-far'],
  ] as const)('%s: %s', (plannedOn, problem) =>
    expect(planProblem({ answer: 'self-renewal', plannedOn }, '2026-11-22')).toBe(problem),
  );

  test('is asked of nobody else', () =>
    expect(planProblem({ answer: 'consult', plannedOn: null }, '2026-11-22')).toBeNull());

  test('of a leap year ends with February', () => expect(latestPlan('2028-02-29')).toBe('2029-02-28'));
});

describe('who goes herself is left in peace until', () => {
  test.each<[string, readonly GivenAnswer[], string | null]>([
    ['a week after the planned day', [goes('2026-12-01')], '2026-12-08'],
    ['a week after the date, when she plans later', [goes('2027-03-01')], '2026-12-29'],
    ['five weeks at most once the date has passed', [goes('2027-08-01', { on: '2027-01-05' })], '2027-02-12'],
    ['never, when a year was mistyped', [goes('2206-12-01')], '2026-12-29'],
    ['not at all without a day', [goes(null)], null],
    ['not at all when she says something else later', [goes('2026-12-01'), anAnswer({ on: '2026-11-23' })], null],
    ['what she said last on one day', [goes('2026-12-01'), anAnswer()], null],
    ['also when her brother says something else', [goes('2026-12-01'), anAnswer({ contactId: SON })], '2026-12-08'],
    ['the later of two', [goes('2026-12-01'), goes('2026-12-05', { contactId: SON })], '2026-12-12'],
    ['the newer of her own', [goes('2026-12-05'), goes('2026-12-01', { on: '2026-11-25' })], '2026-12-08'],
    ['nobody said so', [anAnswer({ answer: 'consult', plannedOn: '2026-12-01' })], null],
  ])('%s', (_, answers, expected) => expect(pausedUntil(answers, DATE)).toBe(expected));

  test('premise: an answer later than the date is bounded by a month from the answer', () =>
    expect(pausedUntil([goes('2027-01-31', { on: '2027-01-05', contactId: DAUGHTER })], DATE)).toBe('2027-02-07'));
});

describe('an answer speaks for a time', () => {
  test.each<[string, Partial<GivenAnswer>, boolean]>([
    ['in it', { on: '2026-11-15' }, true],
    ['on its first day', { on: '2026-11-10' }, true],
    ['on its last', { on: '2026-12-03' }, true],
    ['before it', { on: '2026-11-09' }, false],
    ['after it', { on: '2026-12-04' }, false],
    ['before it, while the talk is open', { answer: 'consult', on: '2026-10-01' }, true],
    ['before it, the talk ended in it', { answer: 'call-me', on: '2026-10-01', taskClosedOn: '2026-11-10' }, true],
    ['before it, the talk ended before', { answer: 'call-me', on: '2026-10-01', taskClosedOn: '2026-11-09' }, false],
    ['after it, a talk', { answer: 'consult', on: '2026-12-04' }, false],
  ])('%s', (_, of, expected) => expect(answersDuring(anAnswer(of), '2026-11-10', '2026-12-03')).toBe(expected));

  test('without an end it goes on', () =>
    expect(answersDuring(anAnswer({ on: '2030-01-01' }), '2026-11-10', null)).toBe(true));
});
