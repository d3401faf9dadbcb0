import { deadlineKey, whyOffice } from '@azukari/domain';
import type { CalendarDay, OfficeReason, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { residentsOf } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';
import { reminderFacts } from './reminder-facts.ts';

/** officeReasons are, by `deadlineKey`, why today each date of the office's open tasks is the office's to see to. */
export async function officeReasons(
  sql: Statements,
  notices: readonly StoredNotice[],
  about: { readonly facilityId: Uuid; readonly today: CalendarDay },
): Promise<ReadonlyMap<string, OfficeReason>> {
  const open = notices.filter(({ to, progress }) => to.channel === 'office' && progress.state === 'open');
  const reasons = new Map<string, OfficeReason>();
  if (open.length === 0) return reasons;
  // By which way a family would be told says nothing about whether it can be.
  const facts = await reminderFacts(sql, { ...about, residentIds: residentsOf(open), mails: false });
  for (const { deadline } of open.flatMap(({ lines }) => lines)) {
    const key = deadlineKey(deadline);
    const one = facts.cases.get(key);
    const why = one ? whyOffice(one, facts) : null;
    if (why !== null) reasons.set(key, why);
  }
  return reasons;
}
