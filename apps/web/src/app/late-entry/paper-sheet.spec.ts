import { paperSheet } from './paper-sheet';

it.each([
  ['', null],
  ['F3-000123', 'F3-000123'],
  ['f16-7', 'F16-7'],
  ['123', 'F3-000123'],
  ['Ｆ３－０００１２３', 'F3-000123'],
  ['F3ー000123', 'F3-000123'],
  [' F3 - 123 ', 'F3-123'],
])('%j is read as %j', (typed, sheet) => {
  expect(paperSheet(typed)).toBe(sheet);
});

it('what is no number of a sheet is sent as typed, so that the answer can say so', () => {
  expect(paperSheet('F4-12')).toBe('F4-12');
});
