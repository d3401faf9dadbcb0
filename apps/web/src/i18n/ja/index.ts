import agreement from './agreement.json' with { type: 'json' };
import change from './change.json' with { type: 'json' };
import checkIn from './check-in.json' with { type: 'json' };
import checkOut from './check-out.json' with { type: 'json' };
import contacts from './contacts.json' with { type: 'json' };
import counts from './counts.json' with { type: 'json' };
import dayField from './day-field.json' with { type: 'json' };
import deadlines from './deadlines.json' with { type: 'json' };
import description from './description.json' with { type: 'json' };
import due from './due.json' with { type: 'json' };
import emergency from './emergency.json' with { type: 'json' };
import envelopes from './envelopes.json' with { type: 'json' };
import erasures from './erasures.json' with { type: 'json' };
import gaps from './gaps.json' with { type: 'json' };
import facility from './facility.json' with { type: 'json' };
import finder from './finder.json' with { type: 'json' };
import handOver from './hand-over.json' with { type: 'json' };
import holder from './holder.json' with { type: 'json' };
import inspection from './inspection.json' with { type: 'json' };
import intake from './intake.json' with { type: 'json' };
import lateEntry from './late-entry.json' with { type: 'json' };
import keys from './keys.json' with { type: 'json' };
import ledger from './ledger.json' with { type: 'json' };
import more from './more.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import overview from './overview.json' with { type: 'json' };
import paper from './paper.json' with { type: 'json' };
import picker from './picker.json' with { type: 'json' };
import pictures from './pictures.json' with { type: 'json' };
import pouch from './pouch.json' with { type: 'json' };
import reconciliations from './reconciliations.json' with { type: 'json' };
import refusal from './refusal.json' with { type: 'json' };
import resident from './resident.json' with { type: 'json' };
import residentForm from './resident-form.json' with { type: 'json' };
import residents from './residents.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };
import session from './session.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import staff from './staff.json' with { type: 'json' };
import storages from './storages.json' with { type: 'json' };
import today from './today.json' with { type: 'json' };
import views from './views.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** ja is every Japanese word of the screens, by feature folder. */
export const ja = {
  agreement,
  change,
  'check-in': checkIn,
  'check-out': checkOut,
  contacts,
  counts,
  'day-field': dayField,
  deadlines,
  description,
  due,
  emergency,
  envelopes,
  erasures,
  gaps,
  facility,
  finder,
  'hand-over': handOver,
  holder,
  inspection,
  intake,
  keys,
  'late-entry': lateEntry,
  ledger,
  more,
  notices,
  overview,
  paper,
  picker,
  pictures,
  pouch,
  reconciliations,
  refusal,
  resident,
  'resident-form': residentForm,
  residents,
  rules,
  session,
  shell,
  staff,
  storages,
  today,
  views,
  words,
};
