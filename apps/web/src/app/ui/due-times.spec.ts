import { dueChoices, usualDue } from './due-times';

const now = '2026-11-21T06:05:00.000Z'; // 15:05 in Japan

it.each([
  ['outpatient', '2026-11-21T09:30:00.000Z'],
  ['pharmacy', '2026-11-21T07:30:00.000Z'],
  ['overnight-leave', '2026-11-22T08:00:00.000Z'],
  ['hospital-stay', null],
  ['to-family', null],
] as const)('%s usually comes back at %s', (purpose, due) => {
  expect(usualDue(purpose, now)).toBe(due);
});

it('offers each time once, soonest first, the usual one among them', () => {
  const choices = dueChoices('outpatient', now);
  expect(choices).toContain(usualDue('outpatient', now));
  expect(choices).toEqual([...new Set(choices)].sort());
});
