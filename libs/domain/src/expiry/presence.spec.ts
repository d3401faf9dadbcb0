import { PURPOSES } from '../custody/custody.ts';
import { PRESENCES, presencesFor, visitFor } from './presence.ts';

test.each([
  ['outpatient', 'along', { setting: 'outpatient', residentGoesAlong: true }],
  ['outpatient', 'alone', { setting: 'outpatient', residentGoesAlong: false }],
  ['outpatient', 'online', { setting: 'online', residentGoesAlong: true }],
  ['home-visit', 'online', { setting: 'online', residentGoesAlong: true }],
  ['renewal', 'along', { setting: 'municipal-office', residentGoesAlong: true }],
  ['to-family', 'along', null],
] as const)('%s, she %s', (purpose, presence, expected) => expect(visitFor(purpose, presence)).toEqual(expected));

test.each([
  ['outpatient', 'along'],
  ['pharmacy', 'alone'],
  ['municipal-office', 'alone'],
  ['hospital-stay', 'along'],
] as const)('%s is usually done with her %s', (purpose, usual) => expect(presencesFor(purpose)?.usual).toBe(usual));

test('what is not possible falls back on the usual, so that a choice for one purpose never leaks into another', () => {
  expect(visitFor('home-visit', 'alone')).toEqual({ setting: 'home-visit', residentGoesAlong: true });
  expect(visitFor('pharmacy', 'online')).toEqual({ setting: 'pharmacy', residentGoesAlong: false });
  for (const purpose of PURPOSES) {
    const asked = presencesFor(purpose);
    for (const presence of PRESENCES) expect(visitFor(purpose, presence) === null).toBe(asked === null);
    if (asked !== null) expect(asked.presences).toContain(asked.usual);
  }
});
