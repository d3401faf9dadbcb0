import { LENGTH, hasPersonalNumberCheckDigit, readsAsDateAndTime, windows } from './check-digit.ts';
import { withoutDatesAndTelephones } from './near.ts';

/** Whatever else is set between groups of digits, which also parts the entries of a list. */
const GAP = String.raw`[\s\p{Cf}\p{M}.·•‧∙\-‐‒–—―−ー─・、,_|¦〜~∼⁓*+;=◆の]`;
const RUN = new RegExp(`(?<![0-9])[0-9]+(?:${GAP}{1,8}[0-9]+)+`, 'gu');

/** Between three groups of four only: shorter groups in brackets and behind arrows are mostly remarks and courses of values. */
const MARK = String.raw`${GAP}{0,2}[()[\]{}<>「」『』【】〔〕〈〉《》←→↑↓⇐⇒⇨➡xX×✕✖]{1,3}${GAP}{0,2}`;
const FOURS = new RegExp(`(?<![0-9])[0-9]{4}(?:${MARK}[0-9]{4}){2,}(?![0-9])`, 'gu');
const MEASURED_BEFORE = /(?:歩数|水分|尿量|食事|摂取量|血糖|内線|部屋|居室)[^0-9]{0,4}$/;
const MEASURED_AFTER = /^(?:\s?→\s?[0-9]{1,4}){0,6}\s?(?:円|歩|号?室|(?:ml|cc|kcal|mg|g|mm|cm)(?![a-z]))/i;

/** Body temperatures in a list. */
const TEMPERATURE = /(?<![0-9.])(?:3[3-9]|4[0-2])\.[0-9](?![0-9.])/g;

/**
 * holdsListedNumber says whether a text holds a 個人番号 parted as lists are (1234・5678・9018). Only a right check
 * digit counts, and neither telephone numbers, dates and temperatures nor lists of rooms, days and sums.
 */
export function holdsListedNumber(text: string): boolean {
  const rest = withoutDatesAndTelephones(text, '/').replace(TEMPERATURE, '/');
  const listed = [...rest.matchAll(RUN)].some((run) => {
    const groups = run[0].match(/[0-9]+/g) ?? [];
    const to = run.index + run[0].length;
    return !readsAsList(groups, rest.slice(to, to + 5)) && holds(run[0], groups);
  });
  return listed || holdsMarkedNumber(rest);
}

function holdsMarkedNumber(text: string): boolean {
  return [...text.matchAll(FOURS)].some((run) => {
    const groups = run[0].match(/[0-9]+/g) ?? [];
    const to = run.index + run[0].length;
    const before = text.slice(Math.max(0, run.index - 10), run.index);
    const after = text.slice(to, to + 20);
    if (MEASURED_BEFORE.test(before) || MEASURED_AFTER.test(after)) return false;
    return !readsAsList(groups, after) && !readsAsYearsOrTimes(groups) && holdsFours(groups);
  });
}

function readsAsYearsOrTimes(groups: readonly string[]): boolean {
  return [/^(?:19|20)[0-9]{2}$/, /^(?:[01][0-9]|2[0-3])[0-5][05]$/].some((one) =>
    groups.every((group) => one.test(group)),
  );
}

function holdsFours(groups: readonly string[]): boolean {
  return windows(groups, (window) => window.every(({ length }) => length === 4)).some(hasPersonalNumberCheckDigit);
}

function holds(run: string, groups: readonly string[]): boolean {
  const digits = groups.join('');
  if (digits.length < LENGTH) return false;
  if (digits.length === LENGTH) {
    const even = groups.every(({ length }) => length === groups[0]?.length || length >= 4);
    return (even || !/[、,・]/.test(run)) && !readsAsDateAndTime(digits) && hasPersonalNumberCheckDigit(digits);
  }
  return holdsFours(groups);
}

const ROOM = /^(?:[1-9]|1[0-9]|20)[0-9]{2}$/;
const LIKELY_ROOM = /^(?:[1-9]|1[0-9]|20)(?:0[1-9]|[1-4][0-9])$/;
const ROUND = /^[1-9][0-9]{0,3}00$/;

function readsAsList(groups: readonly string[], after: string): boolean {
  if (/^\s?号?室/.test(after) && groups.every((group) => ROOM.test(group))) return true;
  if (/^\s?円/.test(after) && areSums(groups)) return true;
  if (/^\s?[日月回名人枚分時歳才番階円%℃]/.test(after) && groups.every(({ length }) => length === 2)) return true;
  return groups.every((group) => LIKELY_ROOM.test(group)) || groups.every((group) => ROUND.test(group));
}

/** 123,456円 and 1230 4560円 */
function areSums(groups: readonly string[]): boolean {
  return (
    groups.slice(1).every(({ length }) => length === 3) || groups.every((group) => /^[1-9][0-9]{0,4}0$/.test(group))
  );
}
