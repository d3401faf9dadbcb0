import { type EntryType, factsFit, isEntryType } from '@azukari/domain';

import type { Speech } from '../speech';
import type { Entry } from './entry';
import { MOVEMENTS } from './movement-words';
import type { Names } from './names';
import { PEOPLE_AND_HOUSE } from './people-words';
import { type Parts, type Tellers, Telling } from './telling';

const TELLERS: Tellers<EntryType> = { ...MOVEMENTS, ...PEOPLE_AND_HOUSE };

/** entrySentence says in plain words what an entry records. */
export function entrySentence(entry: Entry, speech: Speech, names: Names): string {
  const { type, facts } = entry;
  if (!isEntryType(type) || !factsFit(type, facts)) return speech.say('ledger.unknownType', { type });
  // The facts were checked against the table from which the teller's own parameter type is made.
  const tell = TELLERS[type] as (facts: unknown, tell: Telling) => Parts;
  return tell(facts, new Telling(entry, speech, names))
    .filter((part) => part !== null && part !== '')
    .join(speech.say('words.join'));
}

/** entrySubject names whom and what an entry is about; empty for an entry about the house. */
export function entrySubject(entry: Entry, speech: Speech): string {
  const tell = new Telling(entry, speech, { staff: new Map(), storages: new Map() });
  const item = entry.item === null ? null : speech.item(entry.item.kind, entry.item.label);
  return [tell.resident(), item].filter((part) => part !== null).join(speech.say('words.join'));
}
