import { covers, may } from '@azukari/domain';
import type {
  Agreement,
  AuthMode,
  CalendarDay,
  CustodyState,
  HolderRef,
  InsurerType,
  ItemKind,
  Uuid,
} from '@azukari/domain';
import type { custodyAnswer, holderAnswer, itemAnswer } from '@azukari/contract';
import type { z } from 'zod';
import { agreementsOf } from './situations.ts';
import { Opened } from '../database/sealed.ts';
import type { Opener } from '../database/sealed.ts';
import type { Statements, Value } from '../database/statements.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { storagePaths } from './storage-paths.ts';

/** ItemView is an item as the API answers it. */
export type ItemView = z.output<typeof itemAnswer>;

interface ItemRow {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly residentId: Uuid | null;
  readonly residentName: string | null;
  readonly residentKana: string | null;
  readonly room: string | null;
  readonly birthDate: string | null;
  readonly storageId: Uuid | null;
  readonly printedExpiresOn: string | null;
  readonly certificateExpiresOn: string | null;
  readonly insurerType: InsurerType | null;
  readonly insurerId: Uuid | null;
  readonly authMode: AuthMode | null;
  readonly noDatePrinted: number;
  readonly takenInAt: string;
  readonly holderName: string | null;
  readonly destination: string | null;
  readonly state: string;
}

/** Reader is for whom something is read: a person, or the server itself for a list of its own. */
export type Reader = Pick<SignedIn, 'facilityId' | 'staffId' | 'role' | 'level'>;

/** Where the items are read, for whom, and the Japanese day on which agreements are judged. */
export interface ItemSource {
  readonly sql: Statements;
  readonly by: Reader;
  readonly today: CalendarDay;
}

/** readItems answers the items that a condition names, in its order. */
export async function readItems(
  { sql, by, today }: ItemSource,
  where: string,
  values: readonly Value[],
): Promise<ItemView[]> {
  const rows = await sql.all<ItemRow>(
    `SELECT item.id AS id, item.kind AS kind, item.label AS label, item.resident_id AS "residentId", resident.name AS "residentName",
       resident.kana AS "residentKana", resident.room AS room, resident.birth_date AS "birthDate", storage_id AS "storageId",
       printed_expires_on AS "printedExpiresOn", certificate_expires_on AS "certificateExpiresOn", insurer_type AS "insurerType",
       auth_mode AS "authMode", no_date_printed AS "noDatePrinted", taken_in_at AS "takenInAt", holder_name AS "holderName", destination, state,
       (SELECT insurer_id FROM item_insurer WHERE item_insurer.facility_id = item.facility_id AND item_id = item.id) AS "insurerId"
     FROM item LEFT JOIN resident ON resident.id = item.resident_id WHERE item.facility_id = ? AND ${where}`,
    [by.facilityId, ...values],
  );
  const agreements = await agreementsOf(sql, [...new Set(rows.flatMap(({ residentId }) => residentId ?? []))]);
  const paths = rows.some(({ storageId }) => storageId !== null)
    ? await storagePaths(sql, by.facilityId)
    : new Map<Uuid, string>();
  const profiles = may(by, 'see-profile');
  const sealed = new Opened(sql.sealed);
  return rows.map((row) =>
    viewOf(profiles ? row : { ...row, birthDate: null }, {
      sealed,
      agreements: agreements.filter(({ residentId }) => residentId === row.residentId),
      paths,
      today,
    }),
  );
}

interface Around {
  readonly sealed: Opener;
  readonly agreements: readonly Agreement[];
  readonly paths: ReadonlyMap<Uuid, string>;
  readonly today: CalendarDay;
}

function viewOf(row: ItemRow, { sealed, agreements, paths, today }: Around): ItemView {
  const state = JSON.parse(row.state) as CustodyState;
  const { id, kind, residentId, storageId, printedExpiresOn, certificateExpiresOn, insurerType, authMode } = row;
  return {
    id,
    kind,
    label: sealed.open('item.label', id, row.label),
    resident:
      residentId === null
        ? null
        : {
            id: residentId,
            name: sealed.open('resident.name', residentId, row.residentName) ?? '',
            kana: sealed.open('resident.kana', residentId, row.residentKana) ?? '',
            room: sealed.open('resident.room', residentId, row.room) ?? '',
            birthDate: sealed.open('resident.birth_date', residentId, row.birthDate),
          },
    custody: custodyOf(
      state,
      sealed.open('item.holder_name', id, row.holderName),
      sealed.open('item.destination', id, row.destination),
    ),
    storage: storageId === null ? null : { id: storageId, path: paths.get(storageId) ?? '' },
    printedExpiresOn,
    certificateExpiresOn,
    insurerType,
    authMode,
    insurerId: row.insurerId,
    noDatePrinted: row.noDatePrinted === 1,
    agreed: agreements.some((agreement) => covers(agreement, kind, today)),
    takenInAt: row.takenInAt,
  };
}

/** custodyOf is the cached custody as the API answers it. */
export function custodyOf(
  { custody, newestCustodySeq: seq }: CustodyState,
  holderName: string | null,
  destination: string | null,
): z.output<typeof custodyAnswer> {
  switch (custody.at) {
    case 'stored':
      return { at: 'stored', since: custody.since, seq, hold: custody.hold };
    case 'out': {
      const { since, purpose, dueBackAt, hold } = custody;
      return {
        at: 'out',
        since,
        seq,
        purpose,
        dueBackAt,
        hold,
        destination,
        holder: holderOf(custody.holder, holderName ?? ''),
      };
    }
    case 'missing':
      return { at: 'missing', since: custody.since, seq, stage: custody.stage, hold: custody.hold };
    case 'ended':
      return { at: 'ended', since: custody.since, seq, disposition: custody.disposition };
  }
}

function holderOf(holder: HolderRef, name: string): z.output<typeof holderAnswer> {
  const [kind, rest] = [holder.slice(0, holder.indexOf(':')), holder.slice(holder.indexOf(':') + 1)];
  return kind === 'staff'
    ? { kind: 'staff', staffId: rest, name }
    : { kind: 'other', relation: rest as Extract<z.output<typeof holderAnswer>, { kind: 'other' }>['relation'], name };
}
