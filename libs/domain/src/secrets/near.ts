/** What a run of digits may be without being a secret: dates, times, telephone and postal numbers, amounts. */
const HARMLESS = [
  // dates: 2026年12月10日, 2026-12-10, R8.12.10, 12月10日, 12/10
  /(?:19|20)[0-9]{2}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?![0-9])/g,
  /[0-9]{4}\s?年(?:度)?/g,
  /(?:令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHSTM])\s?[0-9]{1,2}[.年]/gi,
  /(?<![0-9])[0-9]{1,2}\s?[月/]\s?[0-9]{1,2}(?![0-9])日?/g,
  // times: 10:30, 10時30分, 1430頃
  /(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])/g,
  /(?<![0-9])(?:[01]?[0-9]|2[0-3])[0-5][0-9]\s?(?=頃|ごろ|時)/g,
  // telephone: 03-1234-5678, 03(1234)5678, 090 1234 5678, 内線1234; postal: 〒123-4567
  /(?<![0-9])\+?[0-9]{1,5}\s?[-()]\s?[0-9]{1,4}\s?[-()]\s?[0-9]{3,4}(?![0-9])/g,
  /(?<![0-9])0[0-9]{1,4}\s[0-9]{1,4}\s[0-9]{3,4}(?![0-9])/g,
  /(?:内線|電話|TEL|FAX|℡)\s?[:：]?\s?[0-9-]{1,20}/gi,
  /(?<![0-9])[0-9]{2,4}-[0-9]{4}(?![0-9-])/g,
  // amounts and places: 1500円, 1203号室, 120日; four digits only with a unit that can follow no PIN
  /(?<![0-9]|[0-9][,.])[0-9][0-9,.]{0,40}(?:号室|号棟|円|ml|cc|kcal|mg|歩)/gi,
  /(?<![0-9])[0-9]{1,3}(?:\.[0-9])?(?:kg|cm|mmHg|回|名|人|枚|通|件|か月|ヶ月|カ月|月|日|時間?|分|歳|才|階|度|℃|%|桁|級|割)/gi,
] as const;

/** withoutHarmlessNumbers replaces dates, times, telephone numbers and amounts by as many blanks, so distances stay. */
export function withoutHarmlessNumbers(text: string): string {
  return HARMLESS.reduce((rest, pattern) => rest.replace(pattern, (found) => '　'.repeat(found.length)), text);
}

const TIME = String.raw`(?:(?:\s|T|に|、){0,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?`;

/** Days with month and day, perhaps with a time, and years with a month. */
const DATES = [
  new RegExp(String.raw`(?<![0-9])(?:19|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9]|[-.][0-9])${TIME}`, 'g'),
  new RegExp(String.raw`(?<![0-9])[0-9]{1,4}\s?年\s?[0-9]{1,2}\s?月(?:\s?[0-9]{1,2}\s?日${TIME})?`, 'g'),
  new RegExp(String.raw`(?<![0-9])[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日${TIME}`, 'g'),
  new RegExp(String.raw`(?<![0-9/])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])(?![0-9/])${TIME}`, 'g'),
  /(?<![A-Za-z])[RHSTM][0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2}(?![0-9]|[-.][0-9])/gi,
];
const TELEPHONE =
  /(?<![0-9]|[0-9]-)(?:\+81[\s-]?\(?0?|0)[0-9]{1,4}[\s()-]{1,2}[0-9]{1,4}[\s()-]{1,2}[0-9]{3,4}(?![0-9]|-[0-9])/g;
const EXTENSION = /内線\s?:?\s?[0-9]{2,5}(?![0-9])/g;

/** withoutDatesAndTelephones replaces each character of whole dates and whole telephone numbers by another one. */
export function withoutDatesAndTelephones(text: string, by: string): string {
  const none = (found: string): string => by.repeat(found.length);
  return [...DATES, EXTENSION]
    .reduce((rest, pattern) => rest.replace(pattern, none), text)
    .replace(TELEPHONE, (found) => {
      const digits = found.replace(/^\+81/, '').replace(/[^0-9]/g, '').length;
      return digits >= 9 && digits <= 11 ? none(found) : found;
    });
}

/** Span is where something stands in a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** areNear says whether one of the first spans stands within so many characters of one of the second, in either order. */
export function areNear(first: readonly Span[], second: readonly Span[], characters: number): boolean {
  return arePaired(first, second, { before: characters, after: characters });
}

/** areAfter says whether one of the second spans begins within so many characters after one of the first. */
export function areAfter(first: readonly Span[], second: readonly Span[], characters: number): boolean {
  return arePaired(first, second, { before: 0, after: characters });
}

/** Both are in order and neither overlaps itself, so one look along them is enough. */
function arePaired(
  first: readonly Span[],
  second: readonly Span[],
  { before, after }: { readonly before: number; readonly after: number },
): boolean {
  let at = 0;
  return first.some((one) => {
    while (at < second.length && (second[at]?.to ?? 0) < one.from - before) at += 1;
    const other = second[at];
    return other !== undefined && other.from - one.to <= after;
  });
}

/** spans is where a pattern is found. */
export function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length }));
}
