import { dayInTokyo, deadlinesOf } from '@azukari/domain';
import type {
  CalendarDay,
  Checks,
  CloseReason,
  CustodyState,
  Deadline,
  InsurerType,
  ItemFacts,
  ItemKind,
  ResidentFacts,
  Uuid,
} from '@azukari/domain';
import { residentOf } from '../database/people.ts';
import { Opened } from '../database/sealed.ts';
import type { Opener } from '../database/sealed.ts';
import type { Statements, Value } from '../database/statements.ts';
import { insurersOf } from './insurers.ts';
import type { Insurers } from './insurers.ts';
import { checksOf } from './resident-checks.ts';

/** Closed says when a deadline was closed, and why. */
export interface Closed {
  readonly reason: CloseReason;
  readonly on: CalendarDay;
}

/** ItemDeadlines are an item that is not ended, whose it is, and everything that ends of it as of a day. */
export interface ItemDeadlines {
  readonly item: {
    readonly id: Uuid;
    readonly kind: ItemKind;
    readonly label: string | null;
    readonly at: 'stored' | 'out' | 'missing';
    readonly insurer: { readonly id: Uuid; readonly name: string } | null;
  };
  readonly insurerType: InsurerType | null;
  readonly printedExpiresOn: CalendarDay | null;
  readonly receivedOn: CalendarDay;
  /** 紛失: it is searched for no longer. */
  readonly lost: boolean;
  readonly resident: {
    readonly id: Uuid;
    readonly name: string;
    readonly kana: string;
    readonly room: string;
  } | null;
  readonly deadlines: readonly (Deadline & { readonly closed: Closed | null })[];
}

interface Row {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly at: 'stored' | 'out' | 'missing';
  readonly printedExpiresOn: CalendarDay | null;
  readonly certificateExpiresOn: CalendarDay | null;
  readonly insurerType: InsurerType | null;
  readonly noDatePrinted: number;
  readonly takenInAt: string;
  readonly missing: string | null;
  readonly residentId: Uuid | null;
  readonly name: string | null;
  readonly kana: string | null;
  readonly room: string | null;
  readonly birthDate: string | null;
}

interface Closing extends Closed {
  readonly itemId: Uuid;
  readonly kind: string;
  readonly date: CalendarDay;
}

/** Narrowed asks for the items of one resident, or for one item. */
export interface Narrowed {
  readonly residentId?: Uuid | undefined;
  readonly itemId?: Uuid | undefined;
}

/** itemDeadlines reckons every date anew when it is asked: a date that is kept is a date that can be wrong. */
export async function itemDeadlines(
  sql: Statements,
  facilityId: Uuid,
  asOf: CalendarDay,
  narrowed: Narrowed = {},
): Promise<readonly ItemDeadlines[]> {
  const closed = await closings(sql, facilityId);
  const insurers = await insurersOf(sql, facilityId);
  const checks = await checksOf(sql, facilityId, narrowed.residentId);
  const sealed = new Opened(sql.sealed);
  return (await rows(sql, facilityId, narrowed)).map((row) => ({
    item: {
      id: row.id,
      kind: row.kind,
      label: sealed.open('item.label', row.id, row.label),
      at: row.at,
      insurer: insurers.of(row.id),
    },
    insurerType: row.insurerType,
    printedExpiresOn: row.printedExpiresOn,
    receivedOn: dayInTokyo(row.takenInAt),
    lost: row.missing !== null && stageOf(row.missing) === 'lost',
    resident:
      row.residentId === null || row.name === null || row.kana === null || row.room === null
        ? null
        : residentOf(sealed, row.residentId, { name: row.name, kana: row.kana, room: row.room }),
    deadlines: reckoned(row, { checks, insurers, asOf }).map((deadline) => ({
      ...deadline,
      closed: (deadline.date !== null && closed.get(keyOf(row.id, deadline.kind, deadline.date))) || null,
    })),
  }));
}

const keyOf = (itemId: Uuid, kind: string, date: CalendarDay): string => `${itemId}/${kind}/${date}`;

async function closings(sql: Statements, facilityId: Uuid): Promise<ReadonlyMap<string, Closed>> {
  const all = await sql.all<Closing>(
    'SELECT item_id AS "itemId", kind, date, reason, closed_on AS "on" FROM deadline_closing WHERE facility_id = ?',
    [facilityId],
  );
  return new Map(all.map(({ itemId, kind, date, reason, on }) => [keyOf(itemId, kind, date), { reason, on }]));
}

async function rows(sql: Statements, facilityId: Uuid, { residentId, itemId }: Narrowed): Promise<readonly Row[]> {
  const narrow: readonly (readonly [string, Value])[] = [
    ...(residentId === undefined ? [] : [['item.resident_id = ?', residentId] as const]),
    ...(itemId === undefined ? [] : [['item.id = ?', itemId] as const]),
  ];
  const found = await sql.all<Row>(
    `SELECT item.id AS id, item.kind AS kind, item.label AS label, place AS at, printed_expires_on AS "printedExpiresOn",
       certificate_expires_on AS "certificateExpiresOn", insurer_type AS "insurerType", no_date_printed AS "noDatePrinted",
       taken_in_at AS "takenInAt", CASE WHEN place = 'missing' THEN state END AS missing, resident.id AS "residentId", resident.name AS name, resident.kana AS kana, resident.room AS room, resident.birth_date AS "birthDate"
     FROM item LEFT JOIN resident ON resident.id = item.resident_id
     WHERE ${['item.facility_id = ?', "place <> 'ended'", ...narrow.map(([text]) => text)].join(' AND ')}
     ORDER BY item.id`,
    [facilityId, ...narrow.map(([, value]) => value)],
  );
  const sealed = new Opened(sql.sealed);
  return found.map((row) => withBirthDate(sealed, row));
}

function stageOf(state: string): string | null {
  const { custody } = JSON.parse(state) as CustodyState;
  return custody.at === 'missing' ? custody.stage : null;
}

interface Reckoning {
  readonly checks: (id: Uuid) => Checks;
  readonly insurers: Insurers;
  readonly asOf: CalendarDay;
}

function reckoned(row: Row, { checks, insurers, asOf }: Reckoning): readonly Deadline[] {
  const { item, resident } = deadlineFacts(row, checks);
  const insurer = insurers.of(row.id)?.id ?? null;
  return deadlinesOf({ ...item, insurer }, resident, insurers.settings, asOf);
}

/** DeadlineRow is what a query must read of an item and its resident so that its dates can be reckoned. */
export type DeadlineRow = Pick<
  Row,
  | 'kind'
  | 'printedExpiresOn'
  | 'certificateExpiresOn'
  | 'insurerType'
  | 'noDatePrinted'
  | 'takenInAt'
  | 'residentId'
  | 'birthDate'
>;

/** withBirthDate opens what the rules must know of whom a paper belongs to. */
export function withBirthDate<R extends Pick<Row, 'residentId' | 'birthDate'>>(sealed: Opener, row: R): R {
  return { ...row, birthDate: sealed.open('resident.birth_date', row.residentId, row.birthDate) };
}

/** deadlineFacts is what the rules may know of an item and its resident; nobody's has none. */
export function deadlineFacts(
  row: DeadlineRow,
  checks: (id: Uuid) => Checks,
): { readonly item: ItemFacts & { readonly receivedOn: CalendarDay }; readonly resident: ResidentFacts | null } {
  const { kind, printedExpiresOn, certificateExpiresOn, insurerType, takenInAt } = row;
  const noDatePrinted = row.noDatePrinted === 1;
  const receivedOn = dayInTokyo(takenInAt);
  return {
    item: { kind, printedExpiresOn, noDatePrinted, certificateExpiresOn, insurerType, receivedOn },
    resident: row.residentId === null ? null : { birthDate: row.birthDate, ...checks(row.residentId) },
  };
}
