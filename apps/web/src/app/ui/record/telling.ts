import type { EntryFacts, EntryType, PrivateField } from '@azukari/domain';

import type { Speech, WordGroup } from '../speech';
import type { Entry } from './entry';
import type { Names } from './names';

/** Telling gives the words for the parts of one entry: names as they were then, places, days, and what was erased. */
export class Telling {
  constructor(
    private readonly entry: Entry,
    private readonly speech: Speech,
    private readonly names: Names,
  ) {}

  /** say is a sentence of this screen. */
  say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return this.speech.say(`ledger.entry.${key}`, params);
  }

  /** clause is a small addition such as 「もどす予定 17:30」; null when there is nothing to add. */
  clause(key: string, value: string | null): string | null {
    return value === null ? null : this.speech.say(`ledger.clause.${key}`, { value });
  }

  word(group: WordGroup, code: string): string {
    return this.speech.word(group, code);
  }

  words(group: WordGroup, codes: readonly string[]): string {
    return codes.map((code) => this.word(group, code)).join(this.speech.say('words.join'));
  }

  fields(codes: readonly string[]): string {
    return codes.map((code) => this.speech.say(`ledger.field.${code}`)).join(this.speech.say('words.join'));
  }

  day(day: string | null): string | null {
    return day === null ? null : this.speech.day(day);
  }

  month(month: string): string {
    return this.speech.month(month);
  }

  moment(at: string | null): string | null {
    return at === null ? null : this.speech.moment(at);
  }

  /** own is a personal field: its words, 「消去済み」, or null when there never was one. */
  own(field: PrivateField): string | null {
    if (this.entry.erased.includes(field)) return this.speech.say('ledger.erased');
    return this.entry.private[field] ?? null;
  }

  resident(): string | null {
    if (this.entry.erased.includes('residentName')) return this.speech.say('ledger.erased');
    const name = this.entry.resident?.name ?? '';
    return name === '' ? null : this.speech.person(name);
  }

  /** named is the person a house entry is about, as she was called then or is called now. */
  named(id: string): string {
    const name = this.own('name') ?? this.names.staff.get(id);
    return name === undefined ? this.speech.say('words.someone') : this.speech.say('words.staffHolder', { name });
  }

  staff(id: string | null): string | null {
    if (id === null) return null;
    const name = this.names.staff.get(id);
    return name === undefined ? this.speech.say('words.someone') : this.speech.say('words.staffHolder', { name });
  }

  storage(id: string | null): string | null {
    return id === null ? null : (this.names.storages.get(id) ?? this.speech.say('ledger.someStorage'));
  }

  /** holder is who carried it: by the name of then, else by relation. */
  holder(ref: string, name: string | null): string {
    const [kind = '', code = ''] = ref.split(':');
    if (name !== null && name !== '') return kind === 'staff' ? this.speech.say('words.staffHolder', { name }) : name;
    if (kind === 'staff') return this.staff(code) ?? '';
    return kind === 'other' ? this.word('relation', code) : this.speech.say('words.someone');
  }
}

/** Parts are the clauses of a sentence; what is not known is left out. */
export type Parts = readonly (string | null)[];

/** Tellers has a way to say every type of entry; a new type does not compile until it has one. */
export type Tellers<T extends EntryType> = { readonly [K in T]: (facts: EntryFacts<K>, tell: Telling) => Parts };
