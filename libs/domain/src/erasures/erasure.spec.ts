import { erasableFrom, erasureObstacle, erasureStage, erasureUntil } from './erasure.ts';
import type { ErasureFacts } from './erasure.ts';

const left: ErasureFacts = { leftOn: '2020-02-29', items: 0, openLosses: 0, onHold: false };

describe('the words of somebody who left', () => {
  test.each([
    ['retention-over', '2025-03-01'],
    ['asked-by-person', '2022-03-01'],
    ['asked-by-family', '2022-03-01'],
  ] as const)('%s: may go from %s on', (ground, from) => {
    expect(erasableFrom('2020-02-29', ground)).toBe(from);
    expect(erasureObstacle(left, ground, from)).toBeNull();
  });

  test.each([
    ['who has not left', { leftOn: null, items: 1 }, { because: 'still-here', until: null }],
    ['of whom something is still held', { items: 1, openLosses: 1 }, { because: 'item-held', until: null }],
    ['of whom something is looked for', { openLosses: 1, onHold: true }, { because: 'loss-open', until: null }],
    ['whose words are needed', { onHold: true }, { because: 'on-hold', until: null }],
    ['who left lately', { leftOn: '2026-11-01' }, { because: 'too-early', until: '2031-11-02' }],
  ] as const)('stay of one %s', (_, facts, obstacle) => {
    expect(erasureObstacle({ ...left, ...facts }, 'retention-over', '2026-11-22')).toEqual(obstacle);
  });
});

describe('an erasure that was asked for', () => {
  // In Japan it is the 22nd already.
  const asked = { askedAt: '2026-11-21T20:00:00.000Z', withdrawnAt: null, confirmedAt: null };

  test('waits for the second person a week, counted in days of Japan', () => {
    expect(erasureUntil(asked.askedAt)).toBe('2026-11-29');
    expect(erasureStage(asked, '2026-11-29')).toBe('asked');
    expect(erasureStage(asked, '2026-11-30')).toBe('lapsed');
  });

  test('ends when it is withdrawn or confirmed', () => {
    const at = '2026-11-23T00:00:00.000Z';
    expect(erasureStage({ ...asked, withdrawnAt: at }, '2026-11-24')).toBe('withdrawn');
    expect(erasureStage({ ...asked, confirmedAt: at }, '2027-11-24')).toBe('confirmed');
  });
});
