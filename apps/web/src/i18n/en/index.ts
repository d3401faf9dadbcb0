import change from './change.json';
import checkIn from './check-in.json';
import checkOut from './check-out.json';
import due from './due.json';
import emergency from './emergency.json';
import finder from './finder.json';
import handOver from './hand-over.json';
import holder from './holder.json';
import intake from './intake.json';
import lateEntry from './late-entry.json';
import ledger from './ledger.json';
import more from './more.json';
import picker from './picker.json';
import promise from './promise.json';
import refusal from './refusal.json';
import resident from './resident.json';
import residents from './residents.json';
import searching from './searching.json';
import session from './session.json';
import setup from './setup.json';
import shell from './shell.json';
import staff from './staff.json';
import storages from './storages.json';
import today from './today.json';
import words from './words.json';

import type { WordsLike } from '../words-like';
import type { ja } from '../ja';

/** en is the same tree in English; a missing key does not compile. */
export const en: WordsLike<typeof ja> = {
  change,
  'check-in': checkIn,
  'check-out': checkOut,
  due,
  emergency,
  finder,
  'hand-over': handOver,
  holder,
  intake,
  'late-entry': lateEntry,
  ledger,
  more,
  picker,
  promise,
  refusal,
  resident,
  residents,
  searching,
  session,
  setup,
  shell,
  staff,
  storages,
  today,
  words,
};
