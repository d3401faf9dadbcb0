import type { Rich } from '../rich.ts';

const READINGS: Readonly<Record<string, string>> = {
  平日: 'へいじつ',
  毎日: 'まいにち',
  土日: 'どにち',
  祝日: 'しゅくじつ',
  午前: 'ごぜん',
  午後: 'ごご',
  時: 'じ',
  分: 'ふん',
};
const KNOWN = new RegExp(`(${Object.keys(READINGS).join('|')})`, 'u');

/** easyHours are hours as a house has written them, with the readings of the words that such hours are made of. */
export function easyHours(hours: string): Rich {
  return hours
    .split(KNOWN)
    .filter(Boolean)
    .map((text) => {
      const reading = READINGS[text];
      return reading === undefined ? { text } : { text, reading };
    });
}
