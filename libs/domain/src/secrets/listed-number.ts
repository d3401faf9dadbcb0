import { LENGTH, hasPersonalNumberCheckDigit, readsAsDateAndTime, windows } from './check-digit.ts';
import { withoutDatesAndTelephones } from './near.ts';

/** Whatever else is set between groups of digits, which also parts the entries of a list. */
const GAP = String.raw`[\s\p{Cf}\p{M}.·•‧∙\-‐‒–—―−ー─・、,_|¦〜~∼⁓*+;=◆の]`;
const RUN = new RegExp(`(?<![0-9])[0-9]+(?:${GAP}{1,8}[0-9]+)+`, 'gu');

/** Body temperatures in a list. */
const TEMPERATURE = /(?<![0-9.])(?:3[3-9]|4[0-2])\.[0-9](?![0-9.])/g;

/**
 * holdsListedNumber says whether a text holds a 個人番号 parted as lists are (1234・5678・9018). Only a right check
 * digit counts, and neither telephone numbers, dates and temperatures nor lists of rooms, days and sums.
 */
export function holdsListedNumber(text: string): boolean {
  const rest = withoutDatesAndTelephones(text, '/').replace(TEMPERATURE, '/');
  return [...rest.matchAll(RUN)].some((run) => {
    const groups = run[0].match(/[0-9]+/g) ?? [];
    const to = run.index + run[0].length;
    return !readsAsList(groups, rest.slice(to, to + 5)) && holds(run[0], groups);
  });
}

function holds(run: string, groups: readonly string[]): boolean {
  const digits = groups.join('');
  if (digits.length < LENGTH) return false;
  if (digits.length === LENGTH) {
    const even = groups.every(({ length }) => length === groups[0]?.length || length >= 4);
    return (even || !/[、,・]/.test(run)) && !readsAsDateAndTime(digits) && hasPersonalNumberCheckDigit(digits);
  }
  return windows(groups, (window) => window.every(({ length }) => length === 4)).some(hasPersonalNumberCheckDigit);
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
