import type { CalendarDay, ItemKind, Uuid } from '@azukari/domain';
import { Places } from './list-places.ts';
import type { Place } from './list-places.ts';
import type { ListedContact, ListedItem, ListedRow, Problem } from './list-rows.ts';

/** Known is what the facility has already, as far as a list can name it again. */
export interface Known {
  readonly residents: readonly {
    readonly id: Uuid;
    readonly name: string;
    readonly birthDate: CalendarDay | null;
    readonly leftOn: CalendarDay | null;
  }[];
  readonly contacts: readonly { readonly residentId: Uuid; readonly name: string }[];
  readonly items: readonly {
    readonly residentId: Uuid | null;
    readonly kind: ItemKind;
    readonly label: string | null;
  }[];
  readonly storages: readonly Place[];
}

/** NewResident is somebody whom the list brings. */
export type NewResident = ListedRow['person'] & { readonly id: Uuid };

/** Plan is what a list would change, and what is in its way. */
export interface Plan {
  readonly residents: readonly NewResident[];
  readonly contacts: readonly (ListedContact & { readonly residentId: Uuid; readonly residentName: string })[];
  readonly items: readonly (ListedItem & {
    readonly residentId: Uuid;
    readonly residentName: string;
    readonly storageId: Uuid | null;
  })[];
  readonly storages: readonly Place[];
  readonly paths: readonly string[];
  /** How much of the list is here already. */
  readonly known: {
    readonly residents: number;
    readonly contacts: number;
    readonly items: number;
    readonly storages: number;
  };
  readonly problems: readonly Problem[];
}

interface Person {
  readonly id: Uuid;
  readonly name: string;
  readonly birthDate: CalendarDay | null;
  readonly isHere: boolean;
  readonly leftOn: CalendarDay | null;
  room: string;
}

/** planOf holds a list against what is here. The same person, contact, item or place is never made twice, however often it is done. */
export function planOf(rows: readonly ListedRow[], known: Known): Plan {
  const planning = new Planning(known);
  for (const row of rows) planning.take(row);
  return planning.end();
}

class Planning {
  private readonly people = new Map<string, Person[]>();
  private readonly fresh: NewResident[] = [];
  private readonly mentioned = new Set<Uuid>();
  private readonly contacts: Plan['contacts'][number][] = [];
  private readonly contactKeys = new Set<string>();
  private readonly items: Plan['items'][number][] = [];
  /** How many of a kind and name a person has here that the list has not named yet. */
  private readonly unnamed = new Map<string, number>();
  private readonly places: Places;
  private readonly usedPlaces = new Set<Uuid>();
  private readonly knownCounts = { residents: 0, contacts: 0, items: 0, storages: 0 };
  private readonly problems: Problem[] = [];

  constructor(known: Known) {
    for (const { name, ...resident } of known.residents) this.note({ ...resident, name, isHere: true, room: '' });
    for (const { residentId, name } of known.contacts) this.contactKeys.add(`${residentId} ${plainName(name)}`);
    for (const item of known.items) {
      const key = itemKey(item.residentId ?? '', item);
      this.unnamed.set(key, (this.unnamed.get(key) ?? 0) + 1);
    }
    this.places = new Places(known.storages);
  }

  take(row: ListedRow): void {
    const place = this.placeOf(row);
    const person = row.problems.some(({ column }) => column !== null && column === row.at('name'))
      ? null
      : this.personOf(row);
    if (person && row.problems.length === 0) {
      if (row.contact) this.contact(person, row.contact);
      for (const item of row.items) this.item(person, item, place?.id ?? null);
    }
    this.problems.push(...row.problems);
  }

  end(): Plan {
    return {
      residents: this.fresh,
      contacts: this.contacts,
      items: this.items,
      storages: this.places.made,
      paths: this.places.made.map((place) => this.places.path(place)),
      known: this.knownCounts,
      problems: this.problems,
    };
  }

  private note(person: Person): void {
    const key = plainName(person.name);
    this.people.set(key, [...(this.people.get(key) ?? []), person]);
  }

  private personOf(row: ListedRow): Person | null {
    const { name, birthDate } = row.person;
    if (name === '') return this.no(row, 'name', 'empty');
    const same = this.people.get(plainName(name)) ?? [];
    const [one, another] =
      birthDate === null ? same : same.filter((person) => person.birthDate === null || person.birthDate === birthDate);
    if (!one) return this.newcomer(row);
    // Two of one name, or one without a day of birth: who is meant would be a guess.
    if (another || (one.birthDate === null && birthDate !== null)) return this.no(row, 'birthDate', 'which-person');
    if (one.leftOn !== null) return this.no(row, 'name', 'left');
    return this.again(row, one);
  }

  private again(row: ListedRow, person: Person): Person | null {
    const { room } = row.person;
    if (!this.mentioned.has(person.id)) {
      this.mentioned.add(person.id);
      if (person.isHere) this.knownCounts.residents += 1;
    } else if (row.contact === null && row.items.length === 0) return this.no(row, 'name', 'twice');
    if (person.room !== '' && room !== '' && person.room !== room) return this.no(row, 'room', 'other-room');
    if (room !== '') person.room = room;
    return person;
  }

  private newcomer(row: ListedRow): Person | null {
    if (row.person.kana === '' && !row.problems.some(({ column }) => column === row.at('kana')))
      return this.no(row, 'kana', 'empty');
    if (row.problems.length > 0) return null;
    const id = crypto.randomUUID();
    const person = { id, ...row.person, isHere: false, leftOn: null };
    this.fresh.push({ id, ...row.person });
    this.mentioned.add(id);
    this.note(person);
    return person;
  }

  private contact(person: Person, contact: ListedContact): void {
    const key = `${person.id} ${plainName(contact.name)}`;
    if (this.contactKeys.has(key)) {
      this.knownCounts.contacts += 1;
      return;
    }
    this.contactKeys.add(key);
    this.contacts.push({ ...contact, residentId: person.id, residentName: person.name });
  }

  private item(person: Person, item: ListedItem, storageId: Uuid | null): void {
    const key = itemKey(person.id, item);
    const left = this.unnamed.get(key) ?? 0;
    if (left > 0) {
      this.unnamed.set(key, left - 1);
      this.knownCounts.items += 1;
      return;
    }
    this.items.push({ ...item, residentId: person.id, residentName: person.name, storageId });
  }

  private placeOf(row: ListedRow): Place | null {
    if (row.place === null) return null;
    const place = this.places.find(row.place);
    if (typeof place === 'string') {
      const field =
        (['storage', 'pouch', 'drawer', 'locker'] as const).find((one) => row.at(one) !== null) ?? 'storage';
      return this.no(row, field, place);
    }
    if (!this.usedPlaces.has(place.id) && !this.places.made.includes(place)) this.knownCounts.storages += 1;
    this.usedPlaces.add(place.id);
    return place;
  }

  private no(row: ListedRow, field: Parameters<ListedRow['at']>[0], code: string): null {
    row.problems.push({ line: row.line, column: row.at(field), code });
    return null;
  }
}

/** Blanks and width make no other name. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

function itemKey(
  residentId: Uuid,
  { kind, label }: { readonly kind: ItemKind; readonly label: string | null },
): string {
  return `${residentId} ${kind} ${plainName(label ?? '')}`;
}
