import { NOTICE_STATES } from '@azukari/contract';
import {
  ACTIONS,
  AMEND_REASONS,
  ANSWER_TASKS,
  AUTH_MODES,
  CANCEL_REASONS,
  CAPACITIES,
  CHANNELS,
  CONDITIONS,
  DISPOSITIONS,
  FAMILY_ANSWERS,
  HAND_OVER_RULES,
  HOLD_REASONS,
  HOLDS,
  HOW_HEARD,
  INSURER_TYPES,
  ITEM_KINDS,
  LEAVE_REASONS,
  LEVELS,
  NOTICE_FAILURES,
  NOTICE_OUTCOMES,
  NOTICE_WISHES,
  PURPOSES,
  RELATIONS,
  ROLES,
} from '@azukari/domain';

import { ja } from '../../i18n/ja';
import { STATES } from './item-state';
import { KIND_SHAPES } from './kind-shapes';

it.each([
  ['kind', ITEM_KINDS],
  ['purpose', PURPOSES],
  ['relation', RELATIONS],
  ['disposition', DISPOSITIONS],
  ['ended', DISPOSITIONS],
  ['holdReason', HOLD_REASONS],
  ['level', LEVELS],
  ['role', ROLES],
  ['condition', CONDITIONS],
  ['capacity', CAPACITIES],
  ['howHeard', HOW_HEARD],
  ['handOverRule', HAND_OVER_RULES],
  ['leaveReason', LEAVE_REASONS],
  ['insurer', INSURER_TYPES],
  ['authMode', AUTH_MODES],
  ['amendReason', AMEND_REASONS],
  ['cancelReason', CANCEL_REASONS],
  ['action', ACTIONS],
  ['noticeWish', NOTICE_WISHES],
  ['channel', CHANNELS],
  ['noticeState', NOTICE_STATES],
  ['noticeFailure', NOTICE_FAILURES],
  ['noticeOutcome', NOTICE_OUTCOMES],
  ['familyAnswer', FAMILY_ANSWERS],
  ['answerTask', ANSWER_TASKS],
  ['hold', HOLDS],
  ['state', STATES],
] as const)('every %s has its word, and no word is left over', (group, codes) => {
  expect(Object.keys(ja.words[group]).sort()).toEqual([...codes].sort());
});

it('every kind has a drawing of its own', () => {
  const drawn = ITEM_KINDS.map(
    (kind) => `${KIND_SHAPES[kind].body} ${KIND_SHAPES[kind].lines} ${KIND_SHAPES[kind].solid ?? ''}`,
  );
  expect(new Set(drawn).size).toBe(ITEM_KINDS.length);
});

it('the four kinds that are mixed up differ in silhouette and in colour', () => {
  const four = (
    ['my-number-card', 'eligibility-certificate', 'eligibility-notice', 'care-copay-certificate'] as const
  ).map((kind) => KIND_SHAPES[kind]);
  expect(new Set(four.map(({ body }) => body)).size).toBe(4);
  expect(new Set(four.map(({ tone }) => tone)).size).toBe(4);
});
