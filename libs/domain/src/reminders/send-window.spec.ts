import { inSendWindow, nextSendTime } from './send-window.ts';

describe('families are written to from nine to six in Japan', () => {
  test.each([
    ['2026-11-21T23:59:59.999Z', false, '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T00:00:00.000Z', true, '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T08:59:59.999Z', true, '2026-11-22T08:59:59.999Z'],
    ['2026-11-22T09:00:00.000Z', false, '2026-11-23T00:00:00.000Z'],
    ['2026-11-22T14:59:59.999Z', false, '2026-11-23T00:00:00.000Z'],
    ['2026-11-22T15:00:00.000Z', false, '2026-11-23T00:00:00.000Z'],
    ['2026-12-31T15:00:00.000Z', false, '2027-01-01T00:00:00.000Z'],
  ])('%s: %s, next at %s', (at, open, next) => {
    expect(inSendWindow(at)).toBe(open);
    expect(nextSendTime(at)).toBe(next);
  });
});
