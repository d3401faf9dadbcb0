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
  /(?:内線|電話|TEL|FAX|℡)\s?[:：]?\s?[0-9-]+/gi,
  /(?<![0-9])[0-9]{2,4}-[0-9]{4}(?![0-9-])/g,
  // amounts and places: 1500円, 1203号室, 120日; four digits only with a unit that can follow no PIN
  /[0-9][0-9,.]*(?:号室|号棟|円|ml|cc|kcal|mg|歩)/gi,
  /(?<![0-9])[0-9]{1,3}(?:\.[0-9])?(?:kg|cm|mmHg|回|名|人|枚|通|件|か月|ヶ月|カ月|月|日|時間?|分|歳|才|階|度|℃|%|桁|級|割)/gi,
] as const;

/** withoutHarmlessNumbers replaces dates, times, telephone numbers and amounts by as many blanks, so distances stay. */
export function withoutHarmlessNumbers(text: string): string {
  return HARMLESS.reduce((rest, pattern) => rest.replace(pattern, (found) => '　'.repeat(found.length)), text);
}

/** Span is where something stands in a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** areNear says whether one of the first spans stands within so many characters of one of the second, in either order. */
export function areNear(first: readonly Span[], second: readonly Span[], characters: number): boolean {
  return first.some((one) =>
    second.some((other) => one.from - other.to <= characters && other.from - one.to <= characters),
  );
}

/** spans is where a pattern is found. */
export function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length }));
}
