import type { Draft, PrivateFields } from '@azukari/domain';
import type { ContactRow } from '../database/rows.ts';
import { houseEntry } from '../ledger/house-entry.ts';

type Facts = Pick<ContactRow, 'id' | 'order' | 'capacity' | 'handOver' | 'mayKnow'>;
type Words = Pick<ContactRow, 'name' | 'kana' | 'relation' | 'phone' | 'email' | 'address' | 'language' | 'note'>;

/** contactDraft is the entry about a contact who was added. */
export function contactDraft(row: Facts & Words & Pick<ContactRow, 'residentId'>, residentName: string): Draft {
  return houseEntry('contact.added', contactFacts(row), {
    resident: row.residentId,
    private: { residentName, ...contactWords(row) },
  });
}

/** contactFacts are what an entry about a contact says openly. */
export function contactFacts({ id, order, capacity, handOver, mayKnow }: Facts) {
  return { contact: id, order, capacity, handOver, mayKnow };
}

/** contactWords are the personal fields of a contact's entry; what is not there is left out. */
export function contactWords({
  name,
  kana,
  relation,
  phone,
  email,
  address,
  language,
  note,
}: Partial<Words>): PrivateFields {
  return {
    ...(name !== undefined && { name }),
    ...(kana !== undefined && { kana }),
    ...(relation !== undefined && { relation }),
    ...(language !== undefined && { language }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(address !== undefined && { address }),
    ...(note && { note }),
  };
}
