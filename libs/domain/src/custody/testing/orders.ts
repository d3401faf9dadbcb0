import type { Amend } from '../amend.ts';
import type { Change } from '../change.ts';
import type { CheckIn } from '../check-in.ts';
import type { CheckOut } from '../check-out.ts';
import type { EnterLate } from '../enter-late.ts';
import type { HandOver } from '../hand-over.ts';
import type { HoldTemporarily } from '../hold-temporarily.ts';
import type { TakeIn } from '../take-in.ts';
import { AGREEMENT, CARD, EARLIER, LATER, ME, POUCH } from './makers.ts';

const itemIds = [CARD];
const description = { printedExpiresOn: null, certificateExpiresOn: null, insurerType: null, authMode: null };

export function aCheckOut(of: Partial<CheckOut> = {}): CheckOut {
  return {
    itemIds,
    purpose: 'outpatient',
    holder: `staff:${ME}`,
    holderName: '山田',
    contactId: null,
    destination: null,
    dueBackAt: LATER,
    occurredAt: null,
    foundIds: [],
    sheet: null,
    note: null,
    ...of,
  };
}

export function aCheckIn(of: Partial<CheckIn> = {}): CheckIn {
  return { itemIds, storageId: null, condition: 'good', occurredAt: null, sheet: null, note: null, ...of };
}

export function aChange(of: Partial<Change> = {}): Change {
  return { itemIds, holder: null, holderName: null, dueBackAt: undefined, occurredAt: null, note: null, ...of };
}

export function aHandOver(of: Partial<HandOver> = {}): HandOver {
  return {
    itemIds,
    disposition: 'returned',
    receiver: 'other:family',
    receiverName: '長女',
    witnessId: null,
    witnessName: null,
    occurredAt: null,
    note: null,
    ...of,
  };
}

export function aTakeIn(of: Partial<TakeIn> = {}): TakeIn {
  return {
    agreementId: AGREEMENT,
    storageId: POUCH,
    description,
    condition: 'good',
    occurredAt: null,
    note: null,
    ...of,
  };
}

export function aHold(of: Partial<HoldTemporarily> = {}): HoldTemporarily {
  return {
    reason: 'found',
    resolveBy: null,
    storageId: null,
    description,
    condition: 'good',
    occurredAt: null,
    note: null,
    ...of,
  };
}

export function aLateEntry(of: Partial<EnterLate> = {}): EnterLate {
  return {
    itemIds,
    purpose: 'outpatient',
    holder: `staff:${ME}`,
    holderName: '佐藤',
    contactId: null,
    destination: null,
    outAt: EARLIER,
    inAt: EARLIER,
    storageId: null,
    condition: 'good',
    sheet: 'F3-000123',
    note: null,
    ...of,
  };
}

export function anAmendment(of: Partial<Amend> = {}): Amend {
  return { itemId: CARD, seq: 2, replace: { dueBackAt: LATER }, reasonCode: 'mistyped', reason: null, ...of };
}
