import { agreementTask, dayInTokyo, decidedOn } from '@azukari/domain';
import type { CalendarDay, LeaveReason, Uuid } from '@azukari/domain';
import type { AnswerOf, readWorkLists } from '@azukari/contract';
import { residentOf } from '../database/people.ts';
import type { Person } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';
import { readItems } from '../items/item-views.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof readWorkLists>;

interface Source {
  readonly sql: Statements;
  readonly by: SignedIn;
  readonly today: CalendarDay;
}

const PERSON = 'resident.id AS id, resident.name AS name, resident.kana AS kana, resident.room AS room';

/** longStays are who has been in hospital for three months with something of hers, the longest first. */
export async function longStays(source: Source): Promise<NonNullable<Answer['longStays']>> {
  const items = await readItems(source, "item.place = 'out' ORDER BY item.id", []);
  const stays = Map.groupBy(items, ({ resident, custody }) => {
    const on = custody.at === 'out' && resident !== null ? decidedOn(custody) : null;
    return on !== null && on <= source.today ? (resident?.id ?? null) : null;
  });
  return [...stays]
    .flatMap(([id, group]) => {
      const [first] = group;
      if (id === null || first === undefined || first.resident === null) return [];
      const { name, kana, room } = first.resident;
      const since = group.map(({ custody }) => dayInTokyo(custody.since)).sort();
      const decide = group.flatMap(({ custody }) => (custody.at === 'out' ? (decidedOn(custody) ?? []) : [])).sort();
      return [
        {
          resident: { id, name, kana, room },
          since: since[0] ?? source.today,
          decideOn: decide[0] ?? source.today,
          items: group.map((item) => ({ id: item.id, kind: item.kind, label: item.label })),
        },
      ];
    })
    .sort((one, other) => one.since.localeCompare(other.since));
}

/** agreementTasks are the agreements that stand today and are to be looked at: who signs has changed, or their year is nearly over. */
export async function agreementTasks({ sql, by, today }: Source): Promise<NonNullable<Answer['agreements']>> {
  const rows = await sql.all<
    Person & {
      readonly agreement: Uuid;
      readonly number: number;
      readonly version: number;
      readonly signedOn: CalendarDay;
      readonly reviewedOn: CalendarDay | null;
      readonly changedOn: CalendarDay | null;
    }
  >(
    `SELECT ${PERSON}, agreement.id AS agreement, number, agreement.version AS version, signed_on AS "signedOn", reviewed_on AS "reviewedOn",
       representatives_changed_on AS "changedOn"
     FROM agreement JOIN resident ON resident.id = agreement.resident_id
     WHERE agreement.facility_id = ? AND left_on IS NULL AND (to_day IS NULL OR to_day >= ?) AND (ended_on IS NULL OR ended_on >= ?)
     ORDER BY number`,
    [by.facilityId, today, today],
  );
  return rows
    .flatMap(({ agreement, number, version, signedOn, reviewedOn, changedOn, ...person }) => {
      const found = agreementTask({ signedOn, reviewedOn }, changedOn, today);
      return found === null
        ? []
        : [
            {
              resident: residentOf(sql.sealed, person.id, person),
              agreement: { id: agreement, number, version },
              ...found,
            },
          ];
    })
    .sort((one, other) => one.task.localeCompare(other.task) || one.on.localeCompare(other.on));
}

/** leftBehind are who left while something of theirs is here or out, the longest ago first. What is searched for has a list of its own. */
export async function leftBehind({ sql, by }: Source): Promise<NonNullable<Answer['leftBehind']>> {
  const rows = await sql.all<
    Person & {
      readonly leftOn: CalendarDay;
      readonly reason: LeaveReason;
      readonly disputedOn: CalendarDay | null;
      readonly items: number;
    }
  >(
    `SELECT ${PERSON}, left_on AS "leftOn", leave_reason AS reason, disputed_on AS "disputedOn",
       (SELECT COUNT(*) FROM item WHERE item.resident_id = resident.id AND place IN ('stored', 'out')) AS items
     FROM resident WHERE facility_id = ? AND left_on IS NOT NULL
       AND EXISTS (SELECT 1 FROM item WHERE item.resident_id = resident.id AND place IN ('stored', 'out'))
     ORDER BY left_on, resident.id`,
    [by.facilityId],
  );
  return rows.map(({ leftOn, reason, disputedOn, items, ...person }) => ({
    resident: residentOf(sql.sealed, person.id, person),
    leftOn,
    reason,
    disputed: disputedOn !== null,
    items,
  }));
}
