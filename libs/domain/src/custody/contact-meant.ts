import type { Uuid } from '../instant.ts';
import { sameName } from '../text/matches-name.ts';
import type { Named } from '../text/matches-name.ts';

/** HAND_OVER_RULES of a contact: may receive, ask the manager first, never. */
export const HAND_OVER_RULES = ['allowed', 'ask-manager', 'never'] as const;
export type HandOverRule = (typeof HAND_OVER_RULES)[number];

/** KnownContact is a contact as the rules need it: who it is, and what may be handed over. */
export interface KnownContact extends Named {
  readonly id: Uuid;
  readonly handOver: HandOverRule;
}

const STRICTEST_FIRST: readonly HandOverRule[] = ['never', 'ask-manager', 'allowed'];
const POLITE = /(?:さん|さま|様|氏|殿|くん|君|ちゃん)$/u;

/** contactMeant is the contact whose name was typed instead of chosen; of several with that name, the one with the strictest rule. */
export function contactMeant<C extends KnownContact>(typed: string, contacts: readonly C[]): C | null {
  const writings = [typed, typed.trim().replace(POLITE, '')];
  const meant = contacts.filter((contact) => writings.some((writing) => sameName(writing, contact)));
  const [strictest] = STRICTEST_FIRST.flatMap((rule) => meant.filter(({ handOver }) => handOver === rule));
  return strictest ?? null;
}
