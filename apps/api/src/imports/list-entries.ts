import type { Draft, Uuid } from '@azukari/domain';
import { contactDraft } from '../contacts/contacts.entries.ts';
import type { ContactRow, ResidentRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { MOVED_IN, privateWords } from '../residents/residents.service.ts';
import type { NewResident, Plan } from './list-plan.ts';

/** rowEntries are the first entry of an import, which says how much it brings, and those of its places and residents. */
export function rowEntries({ residents, contacts, items, storages }: Plan): readonly Draft[] {
  return [
    houseEntry('list.imported', {
      residents: residents.length,
      contacts: contacts.length,
      items: items.length,
      storages: storages.length,
    }),
    ...storages.map(({ id, parentId, kind, label }) =>
      houseEntry('storage.added', { storage: id, parent: parentId, kind }, { private: { label } }),
    ),
    ...residents.map((person) =>
      houseEntry('resident.registered', {}, { resident: person.id, private: privateWords(person) }),
    ),
  ];
}

/** residentRow is somebody whom the list brings. */
export function residentRow(facilityId: Uuid, person: NewResident): ResidentRow {
  return { ...person, facilityId, note: null, ...MOVED_IN };
}

/**
 * contactRows are the people to turn to, after those who are there already. A list does not say who may receive something or hear of
 * it: until somebody has asked, a manager is asked first and nobody is told anything.
 */
export async function contactRows(
  { sql }: Tx,
  facilityId: Uuid,
  contacts: Plan['contacts'],
): Promise<readonly { readonly row: ContactRow; readonly draft: Draft }[]> {
  const last = await sql.all<{ residentId: Uuid; most: number }>(
    'SELECT resident_id AS "residentId", MAX(position) AS most FROM contact WHERE facility_id = ? GROUP BY resident_id',
    [facilityId],
  );
  const order = new Map(last.map(({ residentId, most }) => [residentId, most]));
  return contacts.map(({ residentName, ...contact }) => {
    const next = (order.get(contact.residentId) ?? 0) + 1;
    order.set(contact.residentId, next);
    const row: ContactRow = {
      ...contact,
      id: crypto.randomUUID(),
      facilityId,
      order: next,
      language: 'ja',
      handOver: 'ask-manager',
      mayKnow: 'no',
      notices: 'not-asked',
      mailFails: 0,
      note: null,
      removedAt: null,
      version: 1,
    };
    return { row, draft: contactDraft(row, residentName) };
  });
}
