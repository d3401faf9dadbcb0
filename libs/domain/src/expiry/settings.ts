import type { ItemKind } from '../item.ts';
import type { MonthDay } from './calendar.ts';

/** InsurerSettings are what one insurer or issuer does in its own way; what is absent follows the book. */
export interface InsurerSettings {
  /** The day of the year on which its papers of a kind end; null where they do not end yearly. */
  readonly yearEnds?: Readonly<Partial<Record<ItemKind, MonthDay | null>>>;
  /** Whether its 資格確認書 ends with the month of the 70th birthday (V8). */
  readonly endsAtSeventy?: boolean;
  /** From which age a 資格確認書 of 後期高齢 arrives by itself (V12); null: age does not matter, only マイナ保険証. */
  readonly automaticFromAge?: number | null;
}

/** ExpirySettings are the house's own, and those of each insurer by its key: not by the house's city (住所地特例). */
export interface ExpirySettings {
  readonly insurers: Readonly<Record<string, InsurerSettings>>;
  /** Days before a date on which people are reminded, the earliest first (V21). */
  readonly reminderSteps?: readonly number[];
  /** Days after which a sealed envelope that still lies in the safe is spoken of (V21). */
  readonly envelopeDays?: number;
}

/** DEFAULT_SETTINGS are those of a house that has set nothing: the book decides. */
export const DEFAULT_SETTINGS: ExpirySettings = { insurers: {} };
