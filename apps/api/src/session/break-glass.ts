import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { FacilityRow, StaffRow } from '../database/rows.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { HeadOffice } from '../inspection/inspection.head-office.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { japaneseMoment } from '../forms/forms.words.ts';
import { SPENT } from './passwords.ts';
import { ownAuthor } from './second-factor.ts';

/** IS_BREAK_GLASS says in a query of `staff` whether the account is the one in the sealed envelope. */
export const IS_BREAK_GLASS = 'EXISTS (SELECT 1 FROM break_glass WHERE break_glass.staff_id = staff.id)';

/** refuseBreakGlass says no to what is done to, or by, the account in the envelope: it lasts for one sign-in and gets no other way in. */
export async function refuseBreakGlass(sql: Statements, staffId: Uuid): Promise<void> {
  if (await sql.get('SELECT staff_id FROM break_glass WHERE staff_id = ?', [staffId]))
    throw new Refused({ kind: 'break-glass-account' });
}

/** managersOf are the managers of a facility who are people, and have not left. */
export async function managersOf(sql: Statements, facilityId: Uuid): Promise<readonly Uuid[]> {
  const managers = await sql.all<{ id: Uuid }>(
    `SELECT id FROM staff WHERE facility_id = ? AND role = 'manager' AND left_on IS NULL AND NOT ${IS_BREAK_GLASS}`,
    [facilityId],
  );
  return managers.map(({ id }) => id);
}

/** BreakGlass is the door for the day on which nobody else gets in: no second factor, one sign-in, and everybody hears of it. */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly headOffice: HeadOffice,
  ) {}

  /** spend uses the secret up, if it was that account which signed in; the record, 今日 and the head office are told. */
  async spend(tx: Tx, staff: StaffRow): Promise<void> {
    const at = this.clock.now();
    const used = 'UPDATE break_glass SET sealed_at = NULL, used_at = ? WHERE staff_id = ?';
    if ((await tx.sql.run(used, [at, staff.id])) === 0) return;
    await tx.rows.update(StaffRow, { id: staff.id }, { passwordHash: SPENT });
    await this.ledger.append(tx, ownAuthor(staff), [houseEntry('break-glass.used', { staff: staff.id })]);
    const { facilityId } = staff;
    const { name: house } = await tx.rows.findOneByOrFail(FacilityRow, { id: facilityId });
    await this.headOffice.tell(tx.sql, { facilityId, house, at, carries: null }, mailOf(house, at));
  }
}

function mailOf(house: string, at: string) {
  return {
    subject: `【${house}】緊急用アカウントが使われました`,
    text: [
      `${house}で、封筒の緊急用アカウントによるサインインがありました。`,
      '',
      `日時　${japaneseMoment(at)}`,
      '',
      'このアカウントは、ほかの誰もサインインできないときのためのものです。',
      '心当たりのないときは、すぐに施設にお電話でお確かめください。',
      '何をしたかは、施設の記録簿に残っています。',
      '',
    ].join('\n'),
  };
}
