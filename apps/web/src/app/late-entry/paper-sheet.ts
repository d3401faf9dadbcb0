import { PAPER_SHEET } from '@azukari/domain';

const DIGITS = 6;

/** paperSheet reads the number of a paper sheet as people write it: full width, small letters, or the digits alone. */
export function paperSheet(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[ー―‐−]/g, '-');
  if (text === '') return null;
  if (/^\d{1,6}$/.test(text)) return `F3-${text.padStart(DIGITS, '0')}`;
  return PAPER_SHEET.test(text) ? text : typed;
}
