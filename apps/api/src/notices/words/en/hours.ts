const WEEKDAYS = /^平日\s*(\d{1,2})時?\s*[〜～~-]\s*(\d{1,2})時$/u;

/** hoursEn says hours in English that are given as `平日9時〜17時`; what a house says otherwise stays as it is. */
export function hoursEn(hours: string): string {
  const [, from, to] = WEEKDAYS.exec(hours) ?? [];
  return from === undefined || to === undefined ? hours : `weekdays ${from}:00–${to}:00`;
}
