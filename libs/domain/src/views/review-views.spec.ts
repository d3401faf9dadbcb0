import { HANDLER, LEADER, MANAGER, NOW } from '../custody/testing/makers.ts';
import { reviewViews } from './review-views.ts';
import type { ReviewSituation } from './review-views.ts';

const situation: ReviewSituation = {
  actor: MANAGER,
  today: '2026-10-31',
  quarter: '2026-07-01',
  reviewed: null,
  views: 9,
  cases: new Map([
    ['at-night', 2],
    ['auditor', 0],
  ]),
};
const LOOKED = [{ exception: 'at-night', cases: 2 }] as const;

test.each<[string, Partial<ReviewSituation>, Parameters<typeof reviewViews>[0], string]>([
  ['all that there is', {}, LOOKED, '0'],
  ['too late', { today: '2026-11-22' }, LOOKED, '22'],
  ['a kind without a case as well', {}, [...LOOKED, { exception: 'auditor', cases: 0 }], '0'],
  ['less than there is', {}, [{ exception: 'at-night', cases: 1 }], 'views-changed'],
  ['what there is not', {}, [...LOOKED, { exception: 'many', cases: 1 }], 'views-changed'],
  ['nothing of it', {}, [], 'views-changed'],
  ['before the quarter is over', { today: '2026-09-30' }, LOOKED, 'quarter-not-over'],
  ['a quarter in which nobody looked', { views: 0, cases: new Map() }, [], 'nothing-viewed'],
  ['what a colleague has signed', { reviewed: { name: '佐藤', at: NOW } }, LOOKED, 'views-reviewed'],
  ['as who handles cards', { actor: HANDLER }, LOOKED, 'not-allowed'],
  ['as who is responsible for cards and no manager', { actor: LEADER }, LOOKED, 'not-allowed'],
])('to sign %s', (_, more, judged, expected) => {
  const decision = reviewViews(judged, { ...situation, ...more });
  expect(decision.ok ? String(decision.value) : decision.refusal.kind).toBe(expected);
});

test('who is too early hears from when, and who comes second hears who did it', () => {
  expect(reviewViews(LOOKED, { ...situation, today: '2026-09-30' })).toMatchObject({ refusal: { from: '2026-10-01' } });
  const reviewed = { name: '佐藤', at: NOW };
  expect(reviewViews(LOOKED, { ...situation, reviewed })).toMatchObject({ refusal: reviewed });
});
