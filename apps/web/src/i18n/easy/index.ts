import change from './change.json' with { type: 'json' };
import checkIn from './check-in.json' with { type: 'json' };
import checkOut from './check-out.json' with { type: 'json' };
import counting from './counting.json' with { type: 'json' };
import counts from './counts.json' with { type: 'json' };
import dayField from './day-field.json' with { type: 'json' };
import description from './description.json' with { type: 'json' };
import due from './due.json' with { type: 'json' };
import emergency from './emergency.json' with { type: 'json' };
import envelopes from './envelopes.json' with { type: 'json' };
import finder from './finder.json' with { type: 'json' };
import handOver from './hand-over.json' with { type: 'json' };
import heartbeat from './heartbeat.json' with { type: 'json' };
import holder from './holder.json' with { type: 'json' };
import intake from './intake.json' with { type: 'json' };
import keyring from './keyring.json' with { type: 'json' };
import keys from './keys.json' with { type: 'json' };
import lateEntry from './late-entry.json' with { type: 'json' };
import leaving from './leaving.json' with { type: 'json' };
import more from './more.json' with { type: 'json' };
import night from './night.json' with { type: 'json' };
import paper from './paper.json' with { type: 'json' };
import picker from './picker.json' with { type: 'json' };
import pouch from './pouch.json' with { type: 'json' };
import promise from './promise.json' with { type: 'json' };
import reconciliations from './reconciliations.json' with { type: 'json' };
import refusal from './refusal.json' with { type: 'json' };
import resident from './resident.json' with { type: 'json' };
import residentForm from './resident-form.json' with { type: 'json' };
import residents from './residents.json' with { type: 'json' };
import scan from './scan.json' with { type: 'json' };
import searching from './searching.json' with { type: 'json' };
import session from './session.json' with { type: 'json' };
import sheet from './sheet.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import tablet from './tablet.json' with { type: 'json' };
import today from './today.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

import type { en } from '../en';
import type { SomeWords } from '../words-like';

/** easy is やさしい日本語 for the screens of the floor, with readings as `出《だ》す`. What is not here is said in plain Japanese. */
export const easy: SomeWords<typeof en> = {
  change,
  'check-in': checkIn,
  'check-out': checkOut,
  counting,
  counts,
  'day-field': dayField,
  description,
  due,
  emergency,
  envelopes,
  finder,
  'hand-over': handOver,
  heartbeat,
  holder,
  intake,
  keyring,
  keys,
  'late-entry': lateEntry,
  leaving,
  more,
  night,
  paper,
  picker,
  pouch,
  promise,
  reconciliations,
  refusal,
  resident,
  'resident-form': residentForm,
  residents,
  scan,
  searching,
  session,
  sheet,
  shell,
  tablet,
  today,
  words,
};
