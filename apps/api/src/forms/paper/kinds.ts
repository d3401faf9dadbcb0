import type { EnvelopeRule, ItemKind } from '@azukari/domain';
import { ENVELOPE_RULE_WORDS, KIND_WORDS } from './words.ts';

/** ITEM_KINDS in the order in which the forms name them; the worker loads nothing of the domain but its types. */
export const ITEM_KINDS = Object.keys(KIND_WORDS) as readonly ItemKind[];

/** ENVELOPE_RULES in the order in which the 預かり依頼書 asks. */
export const ENVELOPE_RULES = Object.keys(ENVELOPE_RULE_WORDS) as readonly EnvelopeRule[];
