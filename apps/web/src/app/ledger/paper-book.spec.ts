import { monthUntil, sheetsOf } from './paper-book';

describe('sheetsOf', () => {
  it.each([
    ['1', 1],
    ['50', 50],
    [' １０ ', 10],
    ['0', null],
    ['51', null],
    ['2.5', null],
    ['-3', null],
    ['', null],
    ['ten', null],
  ])('%j', (text, expected) => expect(sheetsOf(text)).toBe(expected));
});

describe('monthUntil', () => {
  it('begins with the first day of the month', () =>
    expect(monthUntil('2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' }));
});
