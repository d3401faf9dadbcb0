import { stepsUntil } from './steps-until.ts';
import { AMENDED, CHECKED_IN, CHECKED_OUT, entry, TAKEN_IN } from './testing/makers.ts';

const at = (minute: number) => `2026-11-20T00:0${minute}:00.000Z`;
const begin = entry(1, 'item.taken-in', TAKEN_IN);
const out = entry(3, 'item.checked-out', CHECKED_OUT);
const back = entry(6, 'item.checked-in', CHECKED_IN);
const place = (history: Parameters<typeof stepsUntil>[0], minute: number) =>
  stepsUntil(history, at(minute)).at(-1)?.state.custody.at ?? 'nowhere';

describe('stepsUntil', () => {
  test.each([
    ['before it came', [begin, out, back], 0, 'nowhere'],
    ['in the very moment it came', [begin, out, back], 1, 'stored'],
    ['while it was out', [begin, out, back], 5, 'out'],
    ['once it was back', [begin, out, back], 6, 'stored'],
    [
      'what was entered late counts when it was',
      [
        begin,
        entry(7, 'item.checked-out', CHECKED_OUT, { occurredAt: at(2) }),
        entry(8, 'item.checked-in', CHECKED_IN, { occurredAt: at(4) }),
      ],
      3,
      'out',
    ],
    [
      'what was cancelled since never was',
      [begin, out, entry(7, 'entry.cancelled', { reason: 'did-not-happen' }, { corrects: 3 })],
      4,
      'stored',
    ],
    [
      'what was amended since is read as amended',
      [
        begin,
        out,
        entry(7, 'entry.amended', { ...AMENDED, fields: ['occurredAt'], occurredAt: at(2) }, { corrects: 3 }),
      ],
      2,
      'out',
    ],
  ] as const)('%s', (_, history, minute, expected) => expect(place(history, minute)).toBe(expected));
});
