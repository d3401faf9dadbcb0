const DATES: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

/** ERA_READINGS is how the names of the eras are read. */
export const ERA_READINGS: Readonly<Record<string, string>> = {
  令和: 'れいわ',
  平成: 'へいせい',
  昭和: 'しょうわ',
  大正: 'たいしょう',
  明治: 'めいじ',
};

/** WEEKDAY_READINGS is how the days of the week are read, by their one letter. */
export const WEEKDAY_READINGS: Readonly<Record<string, string>> = {
  日: 'にち',
  月: 'げつ',
  火: 'か',
  水: 'すい',
  木: 'もく',
  金: 'きん',
  土: 'ど',
};

/** dateReading is how the 10日 of a month is read as a whole, とおか; null where it is the number and にち. */
export function dateReading(date: number): string | null {
  return DATES[date] ?? null;
}
