import type { ItemKind } from '@azukari/domain';
import { KIND_WORDS } from './words.ts';

/** ITEM_KINDS in the order in which the forms name them; the worker loads nothing of the domain but its types. */
export const ITEM_KINDS = Object.keys(KIND_WORDS) as readonly ItemKind[];
