import type { HandOverRule } from '../custody/contact-meant.ts';
import type { Uuid } from '../instant.ts';

/** FamilyContact is a 連絡先 of one resident as far as it says whose family she is. */
export interface FamilyContact {
  readonly id: Uuid;
  readonly residentId: Uuid;
  readonly order: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly handOver: HandOverRule;
  readonly mayKnow: 'yes' | 'no';
}

/** Family is a person who is told of dates first, and of whom. */
export interface Family<C extends FamilyContact> {
  readonly contact: C;
  readonly residentIds: readonly Uuid[];
}

/**
 * familiesOf finds for each resident the first contact that may know, and puts together who is one person: the daughter of a couple
 * stands on both lists and is called once. A name alone makes nobody the same; telephone or mail has to agree as well.
 */
export function familiesOf<C extends FamilyContact>(contacts: readonly C[]): readonly Family<C>[] {
  const first = new Map<Uuid, C>();
  for (const contact of contacts) {
    if (contact.handOver === 'never' || contact.mayKnow === 'no') continue;
    const before = first.get(contact.residentId);
    if (before === undefined || comesBefore(contact, before)) first.set(contact.residentId, contact);
  }
  const persons = Map.groupBy(first.values(), personOf);
  return [...persons.values()].flatMap(([contact, ...others]) =>
    contact === undefined ? [] : [{ contact, residentIds: [contact, ...others].map(({ residentId }) => residentId) }],
  );
}

function comesBefore(one: FamilyContact, other: FamilyContact): boolean {
  return one.order < other.order || (one.order === other.order && one.id < other.id);
}

function personOf({ id, name, phone, email }: FamilyContact): string {
  const number = phone.normalize('NFKC').replace(/\D/g, '');
  const reached = number === '' ? email.trim().toLowerCase() : number;
  return reached === '' ? id : `${name.normalize('NFKC').replace(/\s/g, '')}/${reached}`;
}
