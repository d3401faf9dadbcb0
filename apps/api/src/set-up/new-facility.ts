import { base64, utf8 } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type { Clock } from '../clock.ts';
import { AgreementTextRow, AppointmentRow, FacilityRow, StaffRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { FIRST_AGREEMENT_TEXT } from '../facility/facility.agreement-text.ts';
import { sha256 } from '../ledger/crypto.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import type { Author, Ledger } from '../ledger/ledger.ts';

/** FirstManager is who opens a facility; until `codeEndsMs` the hash is that of a one-time code, null: of a password. */
export type FirstManager = Pick<StaffRow, 'name' | 'kana' | 'loginId' | 'passwordHash' | 'codeEndsMs'>;

/** NewFacility is what is asked of it; `system`: whoever has the computer makes it, and nobody has signed in. */
export interface NewFacility {
  readonly name: string;
  readonly manager: FirstManager;
  readonly by: 'manager' | 'system';
}

/** What a facility is until its manager says otherwise. */
const AT_FIRST = {
  kana: '',
  address: '',
  phone: '',
  residentWord: '利用者',
  honorific: 'さん',
  nextSheet: 1,
  nightListAt: '17:00',
  version: 1,
} as const;

/** newFacility writes a facility, its two logs and its first manager, who is appointed as responsible from today: one command. */
export async function newFacility(
  tx: Tx,
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  { name, manager, by }: NewFacility,
): Promise<{ readonly facilityId: Uuid; readonly staffId: Uuid }> {
  const facilityId: Uuid = crypto.randomUUID();
  const staffId: Uuid = crypto.randomUUID();
  const appointmentId: Uuid = crypto.randomUUID();
  const from = clock.today();
  const { kana, loginId, passwordHash, codeEndsMs } = manager;
  const text = FIRST_AGREEMENT_TEXT;
  const appointment = { staffId, level: 'responsible', from, to: null } as const;
  await tx.rows.insert(FacilityRow, { id: facilityId, name, head: manager.name, ...AT_FIRST });
  await tx.rows.insert(StaffRow, {
    id: staffId,
    facilityId,
    name: manager.name,
    kana,
    loginId,
    passwordHash,
    codeEndsMs,
    role: 'manager',
    leftOn: null,
    version: 1,
  });
  await tx.rows.insert(AgreementTextRow, { facilityId, version: 1, text, publishedAt: clock.now() });
  const line = { id: appointmentId, facilityId, appointedBy: staffId, version: 1, ...appointment };
  await tx.rows.insert(AppointmentRow, line);
  const author = authorOf(by, { facilityId, staffId, name: manager.name });
  await ledger.open(tx, author);
  await ledger.append(tx, author, [
    houseEntry('settings.changed', { setting: 'name', value: null }, { private: { text: name } }),
    houseEntry('staff.added', { staff: staffId, role: 'manager' }, { private: { name: manager.name, kana, loginId } }),
    houseEntry('agreement-text.published', { version: 1, sha256: base64(sha256(utf8(text))) }),
    houseEntry('appointment.made', {
      appointment: appointmentId,
      staff: staffId,
      level: 'responsible',
      from,
      to: null,
    }),
  ]);
  return { facilityId, staffId };
}

function authorOf(
  by: NewFacility['by'],
  { facilityId, staffId, name }: { readonly facilityId: Uuid; readonly staffId: Uuid; readonly name: string },
): Author {
  const command = crypto.randomUUID();
  return by === 'system'
    ? { facilityId, actor: 'system', name: null, auth: 'none', authAge: null, command }
    : { facilityId, actor: `staff:${staffId}`, name, auth: 'password', authAge: 0, command };
}
