import { contactMeant, dayInTokyo } from '@azukari/domain';
import type {
  Agreement,
  AuthMode,
  CustodyState,
  Describable,
  EnvelopeRule,
  InsurerType,
  ItemKind,
  NewItem,
  Relation,
  Situation,
  Uuid,
} from '@azukari/domain';
import { In, IsNull } from 'typeorm';
import type { Reads } from '../database/database.ts';
import { ContactRow, ResidentRow, StaffRow, StorageRow } from '../database/rows.ts';
import type { Sealed } from '../database/sealed.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import type { SignedIn } from '../session/signed-in.ts';

/** CachedItem is an item with its cached custody, as the rules and the cache need it. */
export interface CachedItem extends Describable {
  readonly state: CustodyState;
  readonly residentName: string | null;
  readonly destination: string | null;
  readonly lastSeq: number;
}

/** Gathered is a situation whose items carry their cached state. */
export interface Gathered extends Situation {
  readonly items: readonly CachedItem[];
}

interface ItemRow {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly residentId: Uuid | null;
  readonly printedExpiresOn: string | null;
  readonly certificateExpiresOn: string | null;
  readonly insurerType: InsurerType | null;
  readonly authMode: AuthMode | null;
  readonly noDatePrinted: number;
  readonly holderName: string | null;
  readonly destination: string | null;
  readonly state: string;
  readonly lastSeq: number;
  readonly residentName: string | null;
  readonly leftOn: string | null;
  readonly leaveReason: string | null;
  readonly disputedOn: string | null;
}

/** gather reads all that the rules may know about these items. */
export async function gather(sql: Statements, by: SignedIn, now: string, itemIds: readonly Uuid[]): Promise<Gathered> {
  const items = await itemsNamed(sql, by, itemIds);
  return { now, today: dayInTokyo(now), actor: by, items, contact: null };
}

/** itemsNamed are these items, in this order; an id that is unknown or of another facility is not found. */
export async function itemsNamed(sql: Statements, by: SignedIn, itemIds: readonly Uuid[]): Promise<CachedItem[]> {
  if (itemIds.length === 0) return [];
  const rows = await sql.all<ItemRow>(
    `SELECT item.id AS id, item.kind AS kind, item.resident_id AS "residentId", printed_expires_on AS "printedExpiresOn",
       certificate_expires_on AS "certificateExpiresOn", insurer_type AS "insurerType", auth_mode AS "authMode", no_date_printed AS "noDatePrinted",
       holder_name AS "holderName", destination, state, last_seq AS "lastSeq", resident.name AS "residentName", left_on AS "leftOn",
       leave_reason AS "leaveReason", disputed_on AS "disputedOn"
     FROM item LEFT JOIN resident ON resident.id = item.resident_id
     WHERE item.facility_id = ? AND item.id IN (${places(itemIds.length)})`,
    [by.facilityId, ...itemIds],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const residents = [...new Set(rows.flatMap(({ residentId }) => residentId ?? []))];
  const agreements = await agreementsOf(sql, residents);
  return itemIds.map((id) => {
    const row = byId.get(id);
    if (!row) throw new Refused({ kind: 'not-found' });
    return cachedItem(sql.sealed, row, agreements);
  });
}

function cachedItem(sealed: Sealed, row: ItemRow, agreements: readonly Agreement[]): CachedItem {
  const state = JSON.parse(row.state) as CustodyState;
  const { id, kind, residentId, lastSeq, printedExpiresOn, certificateExpiresOn, insurerType, authMode } = row;
  return {
    id,
    kind,
    residentId,
    state,
    lastSeq,
    custody: state.custody,
    lastAt: state.lastAt,
    holderName: sealed.open('item.holder_name', id, row.holderName),
    destination: sealed.open('item.destination', id, row.destination),
    residentName: sealed.open('resident.name', residentId, row.residentName),
    residentLeftOn: row.leftOn,
    dispute: row.disputedOn === null ? null : row.leaveReason === 'died' ? 'after-death' : 'living',
    agreements: agreements.filter((agreement) => agreement.residentId === residentId),
    description: { printedExpiresOn, certificateExpiresOn, insurerType, authMode },
    noDatePrinted: row.noDatePrinted === 1,
  };
}

/** agreementsOf reads the agreements of these residents; one that was ended counts until that day. */
export async function agreementsOf(sql: Statements, residentIds: readonly Uuid[]): Promise<readonly Agreement[]> {
  if (residentIds.length === 0) return [];
  return readAgreements(sql, `resident_id IN (${places(residentIds.length)})`, residentIds);
}

/** agreementsAt reads all agreements of a facility. */
export function agreementsAt(sql: Statements, facilityId: Uuid): Promise<readonly Agreement[]> {
  return readAgreements(sql, 'facility_id = ?', [facilityId]);
}

async function readAgreements(sql: Statements, where: string, values: readonly Uuid[]): Promise<readonly Agreement[]> {
  const rows = await sql.all<{
    id: Uuid;
    residentId: Uuid;
    kinds: string;
    from: string;
    to: string | null;
    ended: string | null;
    envelopes: EnvelopeRule | null;
  }>(
    `SELECT id, resident_id AS "residentId", kinds, from_day AS "from", to_day AS "to", ended_on AS ended, envelopes FROM agreement
     WHERE ${where}`,
    values,
  );
  return rows.map(({ id, residentId, kinds, from, to, ended, envelopes }) => ({
    id,
    residentId,
    kinds: JSON.parse(kinds) as ItemKind[],
    from,
    to: ended === null || (to !== null && to < ended) ? to : ended,
    envelopes,
  }));
}

/** newItem is a situation for an item that the record does not know yet. */
export async function newItem(
  tx: Tx,
  by: SignedIn,
  residentId: Uuid | null,
  kind: ItemKind,
): Promise<NewItem & { readonly residentName: string | null }> {
  const resident =
    residentId === null ? null : await tx.rows.findOneBy(ResidentRow, { id: residentId, facilityId: by.facilityId });
  if (residentId !== null && !resident) throw new Refused({ kind: 'not-found' });
  return {
    id: crypto.randomUUID(),
    kind,
    residentId,
    residentLeftOn: resident?.leftOn ?? null,
    agreements: residentId === null ? [] : await agreementsOf(tx.sql, [residentId]),
    residentName: resident?.name ?? null,
  };
}

/** staffNamed is a colleague of the same facility who has not left. */
export async function staffNamed(tx: Reads, by: SignedIn, staffId: Uuid): Promise<string> {
  if (staffId === by.staffId) return by.name;
  const staff = await tx.rows.findOneBy(StaffRow, { id: staffId, facilityId: by.facilityId });
  if (!staff) throw new Refused({ kind: 'not-found' });
  if (staff.leftOn !== null) throw new Refused({ kind: 'staff-left', staffId });
  return staff.name;
}

/** contactNamed is a contact of one of these residents, with what they may receive. */
export async function contactNamed(
  tx: Reads,
  by: SignedIn,
  contactId: Uuid,
  items: readonly CachedItem[],
): Promise<ContactRow> {
  const contact = await tx.rows.findOneBy(ContactRow, { id: contactId, facilityId: by.facilityId });
  if (!contact || contact.removedAt !== null || !items.every(({ residentId }) => residentId === contact.residentId))
    throw new Refused({ kind: 'not-found' });
  return contact;
}

/** contactTyped is the contact of one of these residents whom a typed name means; to the resident herself no name is typed. */
export async function contactTyped(
  tx: Reads,
  by: SignedIn,
  { name, relation }: { readonly name: string; readonly relation: Relation },
  items: readonly CachedItem[],
): Promise<ContactRow | null> {
  const residentIds = [...new Set(items.flatMap(({ residentId }) => residentId ?? []))];
  if (relation === 'resident' || residentIds.length === 0) return null;
  const contacts = await tx.rows.findBy(ContactRow, {
    facilityId: by.facilityId,
    residentId: In(residentIds),
    removedAt: IsNull(),
  });
  return contactMeant(name, contacts);
}

/** ownStorage makes sure that a place is of this facility. What lies in a place that is no longer used can still be told. */
export async function ownStorage(tx: Tx, by: SignedIn, storageId: Uuid | null): Promise<StorageRow | null> {
  if (storageId === null) return null;
  const storage = await tx.rows.findOneBy(StorageRow, { id: storageId, facilityId: by.facilityId });
  if (!storage) throw new Refused({ kind: 'not-found' });
  return storage;
}

/** usableStorage makes sure that a place may be chosen from now on: it is of this facility and in use. */
export async function usableStorage(tx: Tx, by: SignedIn, storageId: Uuid | null): Promise<void> {
  const storage = await ownStorage(tx, by, storageId);
  if (storage?.retired === 1) throw new Refused({ kind: 'storage-retired', storageId: storage.id });
}
