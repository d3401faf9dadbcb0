import type { Actor } from '../access/may.ts';
import type { Agreement, Capacity } from '../agreement/coverage.ts';
import type { Decision } from '../decision.ts';
import type { EntryFacts, EntryType } from '../ledger/entry-types.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';
import type { AuthMode, InsurerType, ItemKind } from '../item.ts';
import type { HandOverRule } from './contact-meant.ts';
import type { Custody, Dispute, PrivateFields } from './custody.ts';
import type { HistoryEntry } from './history.ts';

/** What the rules may know about one item when they decide. */
export interface ItemSituation {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly residentId: Uuid | null;
  readonly custody: Custody;
  /** The effective moment of the item's newest custody entry that is not cancelled: what a late entry may not precede. */
  readonly lastAt: Instant;
  /** Name of the present holder, when it is out; only for the facts of a refusal. */
  readonly holderName: string | null;
  /** The day the resident left, if she did. */
  readonly residentLeftOn: CalendarDay | null;
  /** Those around the resident do not agree who may have what is hers; null when nobody has said so. */
  readonly dispute: Dispute | null;
  readonly agreements: readonly Agreement[];
}

/** Receiving is a contact as far as it says whether something may be handed over. */
export interface Receiving {
  readonly id: Uuid;
  readonly handOver: HandOverRule;
  /** In which capacity she speaks; absent: for nobody but herself. */
  readonly capacity?: Capacity;
}

/** Situation is everything a verb is handed: it reads no clock and no database. */
export interface Situation {
  readonly now: Instant;
  readonly today: CalendarDay;
  readonly actor: Actor;
  readonly items: readonly ItemSituation[];
  /** The contact who is to receive or carry, when the order names one. */
  readonly contact: Receiving | null;
}

/** HandOverSituation is what is handed to the verb that ends custody. */
export interface HandOverSituation extends Situation {
  /** The item that takes the place of a replaced one, when the order names it. */
  readonly replacement: ItemSituation | null;
}

/** NewItem is an item that the record does not know yet. */
export type NewItem = Pick<ItemSituation, 'id' | 'kind' | 'residentId' | 'residentLeftOn' | 'agreements'>;

/** IntakeSituation is what is handed to a verb that brings a new item into the record. */
export interface IntakeSituation extends Pick<Situation, 'now' | 'today' | 'actor'> {
  readonly item: NewItem;
}

/** RecordedItem is an item with its whole history, oldest first: what correcting one of its entries needs. */
export interface RecordedItem extends ItemSituation {
  readonly history: readonly HistoryEntry[];
}

/** RecordSituation is what is handed to a verb that speaks about entries. */
export interface RecordSituation extends Situation {
  readonly items: readonly RecordedItem[];
}

/** Description is what is printed on an item or known of it; null is not known yet, which is a task. */
export interface Description {
  readonly printedExpiresOn: CalendarDay | null;
  readonly certificateExpiresOn: CalendarDay | null;
  readonly insurerType: InsurerType | null;
  readonly authMode: AuthMode | null;
}

/** Describable is an item with its present description. */
export interface Describable extends ItemSituation {
  readonly description: Description;
  /** Somebody looked, and no date is printed on it. */
  readonly noDatePrinted: boolean;
}

/** DescribeSituation is what is handed to the verb that corrects descriptions. */
export interface DescribeSituation extends Situation {
  readonly items: readonly Describable[];
}

/** Draft is an entry that a rule decided on, before the ledger gives it its number. */
export type Draft = {
  readonly [T in EntryType]: {
    readonly type: T;
    readonly item: Uuid | null;
    readonly resident: Uuid | null;
    readonly occurredAt: Instant | null;
    readonly corrects: number | null;
    readonly facts: EntryFacts<T>;
    readonly private: PrivateFields;
  };
}[EntryType];

/** Every verb answers with the entries to append, or with a refusal. */
export type Verdict = Decision<readonly Draft[]>;
