import type { FormTexts } from '../ui/form-texts';
import { momentFrom } from './moment-field';

const BEGIN = '2026-11-21T01:05:30.000Z';
const form = (day: string, time: string): FormTexts => ({
  text: (name) => ({ 'at-day': day, 'at-time': time })[name] ?? '',
  day: () => null,
});

describe('momentFrom', () => {
  it.each([
    ['another time', '2026-11-21', '09:30', '2026-11-21T00:30:00.000Z'],
    ['another day', '2026-11-20', '10:05', '2026-11-20T01:05:00.000Z'],
    ['a time with seconds', '2026-11-20', '10:05:09', '2026-11-20T01:05:00.000Z'],
  ])('%s is a moment in Japan', (_, day, time, expected) =>
    expect(momentFrom(form(day, time), 'at', BEGIN)).toBe(expected),
  );

  it.each([
    ['what it began with, so that nobody claims a time that nobody typed', '2026-11-21', '10:05'],
    ['a day alone', '2026-11-20', ''],
    ['a time alone', '', '10:05'],
    ['a day that does not exist', '2026-02-30', '10:05'],
  ])('%s is none', (_, day, time) => expect(momentFrom(form(day, time), 'at', BEGIN)).toBeNull());
});
