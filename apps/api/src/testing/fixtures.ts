import { appoint, checkOut, holdTemporarily } from '@azukari/contract';
import { addDays } from '@azukari/domain';
import type { Home, House } from './house.ts';

/** Fixtures are one of each thing of a facility, by id; every version is 1. */
export interface Fixtures {
  readonly residentId: string;
  readonly contactId: string;
  readonly agreementId: string;
  /** In the safe, under the agreement. */
  readonly itemId: string;
  /** Out since an emergency; `outSeq` is that entry. */
  readonly outId: string;
  /** In the safe without an agreement. */
  readonly heldId: string;
  /** Found: without a resident. */
  readonly foundId: string;
  readonly pouchId: string;
  readonly emptyPouchId: string;
  readonly staffId: string;
  readonly appointmentId: string;
  /** A command that was recorded. */
  readonly pastCommandId: string;
}

/** Seqs are entries of the facility's own log. */
export interface Seqs {
  readonly outSeq: number;
}

/** fixturesOf makes one of each in a facility. */
export async function fixturesOf(home: Home, house: House): Promise<Fixtures & Seqs> {
  const { manager } = home;
  const { id: residentId } = await home.aResident();
  const { id: contactId } = await home.aContact({ residentId });
  const { id: agreementId } = await home.anAgreement({ residentId });
  const item = await home.anItem({ residentId, agreementId });
  const out = await home.anItem({ residentId, agreementId, kind: 'eligibility-certificate' });
  const pastCommandId = crypto.randomUUID();
  const { receipt } = await manager.ok(checkOut, {
    commandId: pastCommandId,
    itemIds: [out.id],
    purpose: 'emergency',
    holder: { kind: 'staff', staffId: manager.staffId },
    dueBackAt: null,
  });
  const held = await manager.ok(holdTemporarily, { residentId, kind: 'care-insurance-card', reason: 'no-agreement', storageId: null });
  const found = await manager.ok(holdTemporarily, { residentId: null, kind: 'patient-card', reason: 'found', storageId: null });
  const staff = await home.aStaff();
  const today = house.clock.today();
  const { id: appointmentId } = await manager.ok(appoint, { staffId: staff.staffId, level: 'handler', from: today, to: addDays(today, 30) });
  return {
    residentId,
    contactId,
    agreementId,
    itemId: item.id,
    outId: out.id,
    heldId: held.item.id,
    foundId: found.item.id,
    pouchId: item.storage?.id ?? '',
    emptyPouchId: (await home.aPouch()).id,
    staffId: staff.staffId,
    appointmentId,
    pastCommandId,
    outSeq: receipt.entries[0]?.seq ?? -1,
  };
}
