import { closedByAnswer, countsAsTold, deadlineKey, LIGHT_KINDS, toldLine } from '@azukari/domain';
import type {
  CalendarDay,
  Capacity,
  FamilyAnswer,
  GivenAnswer,
  HandOverRule,
  Notice,
  NoticeWish,
  ReminderCase,
  ReminderContact,
  ReminderDeadline,
  ReminderFacts,
  ResidentToTell,
  ToldLine,
  Uuid,
} from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements, Value } from '../database/statements.ts';
import { itemDeadlines } from '../items/item-deadlines.ts';
import type { ItemDeadlines } from '../items/item-deadlines.ts';
import { readSteps } from './notice-settings.ts';

/** About says of which facility, as of which day, and of which residents; of all unless told. */
export interface About {
  readonly facilityId: Uuid;
  readonly today: CalendarDay;
  readonly residentIds?: readonly Uuid[];
  /** Whether mails can be sent at all; if not, those who want one are written to on paper. */
  readonly mails: boolean;
}

/** reminderFacts gathers today's truth: what the facility keeps now, its dates, its people, what was told and answered. */
export async function reminderFacts(sql: Statements, about: About): Promise<ReminderFacts> {
  const { facilityId, today } = about;
  const settings = await readSteps(sql, facilityId, today);
  const told = await toldLines(sql, about);
  const answers = await givenAnswers(sql, about);
  const cases = new Map<string, ReminderCase>();
  for (const { item, resident, deadlines } of await deadlinesAbout(sql, about)) {
    if (resident === null || LIGHT_KINDS.includes(item.kind)) continue;
    for (const { kind, date, closed } of deadlines) {
      if (date === null || kind === 'none') continue;
      const deadline: ReminderDeadline = { itemId: item.id, residentId: resident.id, kind, date };
      const key = deadlineKey(deadline);
      const given = answers.get(key) ?? [];
      const reason = closed?.reason ?? closedByAnswer(given, item.kind);
      cases.set(key, { deadline, told: told.get(key) ?? [], answers: given, closed: reason });
    }
  }
  return { today, settings, cases, residents: await residentsToTell(sql, about) };
}

async function deadlinesAbout(sql: Statements, about: About): Promise<readonly ItemDeadlines[]> {
  const { facilityId, today, residentIds } = about;
  if (residentIds === undefined) return itemDeadlines(sql, facilityId, today);
  const all: ItemDeadlines[] = [];
  for (const residentId of residentIds) all.push(...(await itemDeadlines(sql, facilityId, today, { residentId })));
  return all;
}

function of(
  { facilityId, residentIds }: About,
  table: string,
): { readonly where: string; readonly values: readonly Value[] } {
  return {
    where: `${table}.facility_id = ?${residentIds ? ` AND ${table}.resident_id IN (${places(residentIds.length)})` : ''}`,
    values: [facilityId, ...(residentIds ?? [])],
  };
}

interface ToldRow {
  readonly itemId: Uuid;
  readonly residentId: Uuid;
  readonly contactId: Uuid | null;
  readonly kind: ReminderDeadline['kind'];
  readonly date: CalendarDay;
  readonly threshold: CalendarDay;
  readonly on: CalendarDay;
  readonly progress: string;
}

const LINE = `line.item_id AS "itemId", line.resident_id AS "residentId", line.contact_id AS "contactId", line.kind AS kind, line.date AS date`;

async function toldLines(sql: Statements, about: About): Promise<ReadonlyMap<string, ToldLine[]>> {
  const { where, values } = of(about, 'line');
  const rows = await sql.all<ToldRow>(
    `SELECT ${LINE}, line.threshold AS threshold, made_on AS "on", progress
     FROM notice_line line JOIN notice ON notice.id = line.notice_id JOIN item ON item.id = line.item_id
     WHERE ${where} AND item.place <> 'ended'`,
    values,
  );
  const told = new Map<string, ToldLine[]>();
  for (const { contactId, threshold, on, progress: text, ...deadline } of rows) {
    const progress = JSON.parse(text) as Notice['progress'];
    if (!countsAsTold({ progress })) continue;
    const line = toldLine({ deadline, contactId, threshold }, { on, progress });
    append(told, deadlineKey(deadline), line);
  }
  return told;
}

interface AnswerRow extends Pick<ToldRow, 'itemId' | 'residentId' | 'kind' | 'date'> {
  readonly answer: FamilyAnswer;
  readonly givenBy: Uuid | null;
  readonly on: CalendarDay;
  readonly plannedOn: CalendarDay | null;
  readonly taskClosedOn: CalendarDay | null;
}

async function givenAnswers(sql: Statements, about: About): Promise<ReadonlyMap<string, GivenAnswer[]>> {
  const { where, values } = of(about, 'line');
  const rows = await sql.all<AnswerRow>(
    `SELECT ${LINE}, answer, given.contact_id AS "givenBy", on_day AS "on", planned_on AS "plannedOn", task_closed_on AS "taskClosedOn"
     FROM notice_answer given JOIN notice_line line ON line.notice_id = given.notice_id
     WHERE ${where} ORDER BY given.given_at, given.id`,
    values,
  );
  const answers = new Map<string, GivenAnswer[]>();
  for (const { answer, givenBy, on, plannedOn, taskClosedOn, ...deadline } of rows)
    append(answers, deadlineKey(deadline), { answer, contactId: givenBy, on, plannedOn, taskClosedOn });
  return answers;
}

interface ContactOfRow {
  readonly id: Uuid;
  readonly residentId: Uuid;
  readonly order: number;
  readonly capacity: Capacity;
  readonly handOver: HandOverRule;
  readonly mayKnow: 'yes' | 'no';
  readonly notices: NoticeWish;
  readonly mailFails: number;
  readonly language: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

async function residentsToTell(sql: Statements, about: About): Promise<ReadonlyMap<Uuid, ResidentToTell>> {
  const ids = about.residentIds;
  const residents = await sql.all<{ id: Uuid; stopped: number }>(
    `SELECT id, notices_stopped AS stopped FROM resident WHERE facility_id = ?${ids ? ` AND id IN (${places(ids.length)})` : ''}`,
    [about.facilityId, ...(ids ?? [])],
  );
  const { where, values } = of(about, 'contact');
  const rows = await sql.all<ContactOfRow>(
    `SELECT id, resident_id AS "residentId", position AS "order", capacity, hand_over AS "handOver", may_know AS "mayKnow", notices,
       mail_fails AS "mailFails", language, name, phone, email
     FROM contact WHERE ${where} AND removed_at IS NULL`,
    values,
  );
  const contacts = rows.map((row) => ({
    ...row,
    name: sql.sealed.open('contact.name', row.id, row.name),
    phone: sql.sealed.open('contact.phone', row.id, row.phone),
    email: sql.sealed.open('contact.email', row.id, row.email),
  }));
  const byResident = Map.groupBy(contacts, ({ residentId }) => residentId);
  return new Map(
    residents.map(({ id, stopped }) => {
      const own = byResident.get(id) ?? [];
      const unsafe = new Set(own.flatMap((row) => (mayHear(row) ? [] : addressOf(row))));
      const contacts = own.map((row) => contactToTell(row, { mails: about.mails, shared: unsafe.has(addressOf(row)) }));
      return [id, { stopped: stopped === 1, contacts }];
    }),
  );
}

const addressOf = ({ email }: ContactOfRow): string => email.toLowerCase();
const mayHear = ({ handOver, mayKnow }: ContactOfRow): boolean => handOver !== 'never' && mayKnow === 'yes';

/**
 * Who wants mails and has no address yet is written to on paper. A mailbox that is also somebody's who must hear nothing is not
 * used, and no letter goes to what may be her house: she is called.
 */
function contactToTell(
  of: ContactOfRow,
  { mails, shared }: { readonly mails: boolean; readonly shared: boolean },
): ReminderContact {
  const { residentId, notices, mailFails, name, phone, email, ...row } = of;
  const address = addressOf(of);
  const wish = notices !== 'mail' ? notices : address === '' ? 'letter' : shared ? 'phone' : mails ? 'mail' : 'letter';
  const consents = wish !== 'none' && wish !== 'not-asked';
  return {
    ...row,
    person: wish === 'mail' ? `mail:${address}` : `person:${name}/${phone}`,
    consents,
    channel: consents ? wish : null,
    mailFails: mailFails === 1,
  };
}

function append<T>(to: Map<string, T[]>, key: string, one: T): void {
  const list = to.get(key);
  if (list) list.push(one);
  else to.set(key, [one]);
}
