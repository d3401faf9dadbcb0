import type { itemAnswer } from '@azukari/contract';
import { addDays, dayInTokyo, GRACE_MINUTES, type Instant, type ItemKind, LIGHT_KINDS } from '@azukari/domain';
import type { z } from 'zod';

import { minutesLate } from './format';

/** Item is one 預かり品 as the API tells it. */
export type Item = z.output<typeof itemAnswer>;

/** STATES are what a chip can say; each has a word, a drawing and a colour. */
export const STATES = [
  'stored',
  'out',
  'late',
  'hold',
  'expiring',
  'expired',
  'unknown',
  'searching',
  'lost',
  'emergency',
  'ended',
] as const;
export type State = (typeof STATES)[number];

const SOON_DAYS = 60;

/** placeState says where an item is, in one word. */
export function placeState({ custody }: Pick<Item, 'custody'>, now: Instant): State {
  switch (custody.at) {
    case 'stored':
      return custody.hold === null ? 'stored' : 'hold';
    case 'out':
      if (custody.dueBackAt !== null && minutesLate(custody.dueBackAt, now) >= GRACE_MINUTES) return 'late';
      return custody.purpose === 'emergency' ? 'emergency' : 'out';
    case 'missing':
      return custody.stage;
    case 'ended':
      return 'ended';
  }
}

/** UNDATED kinds carry no date of expiry; not knowing one is no gap there. */
const UNDATED: readonly ItemKind[] = [
  ...LIGHT_KINDS,
  'eligibility-notice',
  'disability-handbook-physical',
  'disability-handbook-intellectual',
  'hibakusha-handbook',
  'sealed-envelope',
  'other',
];

/** expiryState says what to know about the printed date; null when it is far away. */
export function expiryState(
  { kind, printedExpiresOn, noDatePrinted }: Pick<Item, 'kind' | 'printedExpiresOn' | 'noDatePrinted'>,
  now: Instant,
): State | null {
  if (printedExpiresOn === null) return noDatePrinted || UNDATED.includes(kind) ? null : 'unknown';
  const today = dayInTokyo(now);
  if (printedExpiresOn < today) return 'expired';
  return printedExpiresOn <= addDays(today, SOON_DAYS) ? 'expiring' : null;
}
