import type { ItemKind } from '../../item.ts';
import type { NewPaper, SealedEnvelope } from '../open-envelope.ts';
import type { ItemSituation } from '../situation.ts';
import { anAgreement, anItem, givenNew, uuid } from './makers.ts';
import { aTakeIn } from './orders.ts';

export const ENVELOPE = uuid(20);
/** MAY is an agreement of a resident in front of whom an insurer's envelope may be opened. */
export const MAY = anAgreement({ envelopes: 'insurer-may-be-opened' });
const SEALED: ItemKind = 'sealed-envelope';

/** anEnvelope is an insurer's, in the safe, and may be opened unless told otherwise. */
export function anEnvelope(of: Partial<SealedEnvelope> = {}): SealedEnvelope {
  return { ...anItem({ id: ENVELOPE, kind: SEALED, agreements: [MAY] }), from: 'insurer', ...of };
}

/** aPaper is a new paper of the same resident. */
export function aPaper(n: number, of: Partial<ItemSituation> = {}): NewPaper {
  const { item } = givenNew({ id: uuid(n), agreements: [MAY], ...of });
  return { item, order: aTakeIn() };
}
