import { Injectable } from '@nestjs/common';
import {
  applicationOf,
  daysLeft,
  DEADLINE_LISTS,
  deadlineListOf,
  may,
  mayEndAtSeventyFive,
  movingInTask,
  NOTHING_NOTED,
  turningSeventyFive,
} from '@azukari/domain';
import type { CalendarDay, Checks, DeadlineList, Finding, InsurerType, Uuid } from '@azukari/domain';
import type { AnswerOf, readWorkLists } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { itemDeadlines } from '../items/item-deadlines.ts';
import type { ItemDeadlines } from '../items/item-deadlines.ts';
import { checksOf } from '../items/resident-checks.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { livingResidents } from './noted.ts';
import type { Living } from './noted.ts';
import { agreementTasks, leftBehind, longStays } from './people-lists.ts';

type Answer = AnswerOf<typeof readWorkLists>;
type Listed = Answer['lists'][number]['deadlines'][number];

type ByResident = ReadonlyMap<Uuid | null, readonly ItemDeadlines[]>;

/** Applying is a line of the list of applications, with the 資格確認書 that it is about. */
export interface Applying {
  readonly line: NonNullable<Answer['applications']>[number];
  readonly insurer: string | null;
  readonly insurerType: InsurerType | null;
  readonly expiresOn: CalendarDay | null;
}

/** One is somebody who lives here, with everything of hers that is kept. */
interface One extends Living {
  readonly items: readonly ItemDeadlines[];
  readonly checks: Checks;
  readonly asOf: CalendarDay;
}

/** Lists of persons, to who may not see a profile. */
const NOT_SHOWN = {
  movingIn: null,
  applications: null,
  birthdays: null,
  longStays: null,
  agreements: null,
  leftBehind: null,
};

const BY_DATE = (one: { readonly date: string | null }, other: { readonly date: string | null }): number =>
  (one.date ?? '').localeCompare(other.date ?? '');

/** WorkListsService answers what there is to do about dates, reckoned anew each time. */
@Injectable()
export class WorkListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(by: SignedIn): Promise<Answer> {
    const { sql } = this.database.reads;
    const asOf = this.clock.today();
    const items = await itemDeadlines(sql, by.facilityId, asOf);
    const byResident = Map.groupBy(items, ({ resident }) => resident?.id ?? null);
    const lists = listsOf(byResident, asOf);
    if (!may(by, 'see-profile')) return { asOf, lists, ...NOT_SHOWN };
    const source = { sql, by, today: asOf };
    const everybody = await living(sql, { facilityId: by.facilityId, asOf }, byResident);
    return {
      asOf,
      lists,
      movingIn: everybody.flatMap(movingIn).sort((one, other) => BY_DATE(one.notice, other.notice)),
      applications: everybody
        .flatMap((one) => application(one)?.line ?? [])
        .sort((one, other) => BY_DATE(one.why, other.why)),
      birthdays: everybody.flatMap(birthday).sort((one, other) => BY_DATE(one.last, other.last)),
      longStays: await longStays(source),
      agreements: await agreementTasks(source),
      leftBehind: await leftBehind(source),
    };
  }

  /** applying are those who apply for a 資格確認書, with what a paper about it also says. */
  async applying(facilityId: Uuid): Promise<readonly Applying[]> {
    return this.applicationsIn(this.database.reads.sql, facilityId);
  }

  /** shownVersion is that of the note about one person which the list shows: what is done stands there no longer. */
  async shownVersion(sql: Statements, facilityId: Uuid, residentId: Uuid): Promise<number> {
    const [found] = await this.applicationsIn(sql, facilityId, residentId);
    return found?.line.version ?? 0;
  }

  private async applicationsIn(sql: Statements, facilityId: Uuid, residentId?: Uuid): Promise<readonly Applying[]> {
    const asOf = this.clock.today();
    const items = await itemDeadlines(sql, facilityId, asOf, { residentId });
    const byResident = Map.groupBy(items, ({ resident }) => resident?.id ?? null);
    return (await living(sql, { facilityId, asOf, residentId }, byResident)).flatMap((one) => application(one) ?? []);
  }
}

interface Where {
  readonly facilityId: Uuid;
  readonly asOf: CalendarDay;
  readonly residentId?: Uuid | undefined;
}

async function living(
  sql: Statements,
  { facilityId, asOf, residentId }: Where,
  byResident: ByResident,
): Promise<readonly One[]> {
  const checks = await checksOf(sql, facilityId, residentId);
  return (await livingResidents(sql, facilityId, asOf, residentId)).map((one) => ({
    ...one,
    items: byResident.get(one.resident.id) ?? [],
    checks: checks(one.resident.id),
    asOf,
  }));
}

function listsOf(byResident: ByResident, asOf: CalendarDay): Answer['lists'] {
  const found = new Map<DeadlineList, Listed[]>(DEADLINE_LISTS.map((name) => [name, []]));
  for (const items of byResident.values()) {
    const hasCertificate = certificateSince(items, asOf) !== null;
    for (const { item, resident, deadlines } of items)
      for (const deadline of deadlines) {
        if (deadline.closed !== null) continue;
        const list = deadlineListOf({ deadline, itemKind: item.kind, hasCertificate }, asOf);
        if (list !== null) found.get(list)?.push({ ...deadline, daysLeft: daysLeft(deadline, asOf), item, resident });
      }
  }
  return [...found].map(([name, deadlines]) => ({ name, deadlines: deadlines.sort(BY_DATE) }));
}

/** Since when a 資格確認書 that has not ended is here; of several the newest. */
function certificateSince(items: readonly ItemDeadlines[], asOf: CalendarDay): CalendarDay | null {
  const days = items
    .filter(
      ({ item, printedExpiresOn }) =>
        item.kind === 'eligibility-certificate' &&
        item.at !== 'missing' &&
        (printedExpiresOn === null || printedExpiresOn >= asOf),
    )
    .map(({ receivedOn }) => receivedOn);
  return days.sort().at(-1) ?? null;
}

function movingIn({
  resident,
  admittedOn,
  movingIn: noted,
  versions,
  items,
  asOf,
}: One): NonNullable<Answer['movingIn']> {
  const cards = items.filter(({ item }) => item.kind === 'my-number-card').map(({ receivedOn }) => receivedOn);
  const [cardSince] = cards.sort();
  if (admittedOn === null || cardSince === undefined) return [];
  const task = movingInTask(admittedOn, noted ?? NOTHING_NOTED, cardSince);
  if (task === null) return [];
  const { notice, card } = task;
  const due = { notice: dated(notice, asOf), card: dated(card, asOf) };
  return [{ resident, admittedOn, noted: task.noted, version: versions.movingIn, ...due }];
}

function application({ resident, application: noted, versions, items, checks, asOf }: One): Applying | null {
  const certificates = items.filter(({ item }) => item.kind === 'eligibility-certificate');
  const cards = items.filter(({ item }) => item.kind === 'my-number-card');
  const ending = certificates
    .flatMap(({ deadlines }) => deadlines)
    .find(({ kind, closed }) => kind === 'must-apply' && closed === null);
  const insurerType = [...certificates, ...cards].find((one) => one.insurerType !== null)?.insurerType ?? null;
  const found = applicationOf({
    asOf,
    insurerType,
    registered: checks.registered.answer,
    ending: ending ?? null,
    certificateSince: certificateSince(certificates, asOf),
    cardLost: cards.some(({ lost }) => lost),
    choosesCertificate: cards.some(({ deadlines }) =>
      deadlines.some(({ closed }) => closed?.reason === 'uses-certificate'),
    ),
    noted,
  });
  if (found === null) return null;
  const { why, state } = found;
  return {
    line: {
      resident,
      why,
      state,
      noted: found.noted && wired(found.noted),
      version: found.noted === null ? 0 : versions.application,
    },
    insurer: certificates.find(({ item }) => item.insurer !== null)?.item.insurer?.name ?? null,
    insurerType,
    expiresOn: certificates.find(({ printedExpiresOn }) => printedExpiresOn !== null)?.printedExpiresOn ?? null,
  };
}

function wired({ notedOn, byProxy, ...note }: NonNullable<Living['application']>) {
  return { ...note, byProxy: byProxy === 'yes' };
}

function birthday({ resident, birthDate, items, asOf }: One): NonNullable<Answer['birthdays']> {
  const old = items.filter(
    (one) =>
      one.deadlines.some(({ kind, closed }) => kind === 'seventy-fifth-birthday' && closed === null) ||
      (one.item.kind === 'eligibility-certificate' &&
        one.printedExpiresOn === null &&
        mayEndAtSeventyFive(one, birthDate)),
  );
  const last = turningSeventyFive(birthDate, old.length > 0, asOf);
  return last === null
    ? []
    : [{ resident, last: dated(last, asOf), items: old.map(({ item: { id, kind } }) => ({ id, kind })) }];
}

function dated<F extends Finding & { readonly date: CalendarDay }>(finding: F, asOf: CalendarDay) {
  return { ...finding, daysLeft: daysLeft(finding, asOf) ?? 0 };
}
