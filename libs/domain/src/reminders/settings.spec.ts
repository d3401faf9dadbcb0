import { DEADLINE_KINDS } from '../expiry/deadline.ts';
import { defaultReminders, kindSettings, isFamilyKind } from './settings.ts';
import { currentThreshold } from './threshold.ts';

const settings = defaultReminders('2026-11-22');

describe('what a house does that has set nothing', () => {
  test.each([
    ['certificate-expiry', 'family', [90, 60, 30, 7, 0]],
    ['must-apply', 'family', [60, 30, 7, 0]],
    ['arrival-check', 'office', [0]],
  ])('%s is for the %s, %j days before, then monthly', (kind, audience, daysBefore) =>
    expect(kindSettings(settings, kind)).toEqual({ audience, daysBefore, thenEveryMonths: 1, wording: kind }),
  );

  test('a 負担限度額認定証 is spoken of from 1 June', () => {
    const steps = kindSettings(settings, 'must-apply');
    expect(currentThreshold('2027-07-31', steps, '2027-05-31')).toBeNull();
    expect(currentThreshold('2027-07-31', steps, '2027-06-01')).toBe('2027-06-01');
  });

  test('every kind that has a day is decided about', () =>
    expect([...settings.byKind.keys(), 'none'].sort()).toEqual([...DEADLINE_KINDS].sort()));

  test('a kind that nobody knows is told to the family', () =>
    expect(kindSettings(settings, 'new-kind')).toMatchObject({ audience: 'family', wording: 'expiry' }));
});

test.each([
  ['certificate-expiry', true],
  ['must-apply', true],
  ['grace-strict', false],
  ['none', false],
  ['toString', false],
])('a family can be told of %s: %s', (kind, expected) => expect(isFamilyKind(kind)).toBe(expected));
