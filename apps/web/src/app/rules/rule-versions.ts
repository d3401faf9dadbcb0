import type { CalendarDay } from '@azukari/domain';

import type { Rule } from '../ui/finding-words';

/** Version is one version of a rule, and whether it is the one that holds. */
export type Version = Rule & { readonly when: 'before' | 'now' | 'next' };

/** RuleOfBook is a rule with all its versions, oldest first. */
export interface RuleOfBook {
  readonly id: Rule['id'];
  readonly versions: readonly Version[];
}

/** rulesOf puts the versions of each rule together, in the order of the book. */
export function rulesOf(rules: readonly Rule[], asOf: CalendarDay): readonly RuleOfBook[] {
  const book = new Map<Rule['id'], Version[]>();
  for (const rule of rules) {
    const version = { ...rule, when: whenOf(rule, asOf) };
    const others = book.get(rule.id);
    if (others) others.push(version);
    else book.set(rule.id, [version]);
  }
  return [...book].map(([id, versions]) => ({ id, versions }));
}

function whenOf({ validFrom, validTo }: Rule, asOf: CalendarDay): Version['when'] {
  if (validFrom !== null && validFrom > asOf) return 'next';
  return validTo !== null && validTo < asOf ? 'before' : 'now';
}
