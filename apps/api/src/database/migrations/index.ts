import { Ledger1763683200001 } from './0001-ledger.ts';
import { House1763683200002 } from './0002-house.ts';
import { KnownDevices1763683200003 } from './0003-known-devices.ts';
import { Notices1763683200004 } from './0004-notices.ts';
import { ResidentChecks1763683200005 } from './0005-resident-checks.ts';
import { DeadlineClosings1763683200006 } from './0006-deadline-closings.ts';
import { Envelopes1763683200007 } from './0007-envelopes.ts';
import { NoDatePrinted1763683200008 } from './0008-no-date-printed.ts';
import { WorkLists1763683200009 } from './0009-work-lists.ts';
import { Insurers1763683200010 } from './0010-insurers.ts';
import { AnswerMoments1763683200011 } from './0011-answer-moments.ts';
import { NoteVersions1763683200012 } from './0012-note-versions.ts';
import { NoticeWords1763683200013 } from './0013-notice-words.ts';
import { Counts1763683200014 } from './0014-counts.ts';
import { NoticeHolds1763683200015 } from './0015-notice-holds.ts';
import { MailAnchors1763683200016 } from './0016-mail-anchors.ts';
import { Heard1763683200017 } from './0017-heard.ts';
import { Reconciliations1763683200018 } from './0018-reconciliations.ts';
import { Inspections1763683200021 } from './0021-inspections.ts';
import { LockerKeys1763683200022 } from './0022-locker-keys.ts';
import { NoticeColumns1763683200025 } from './0025-notice-columns.ts';
import { FacilityKana1763683200026 } from './0026-facility-kana.ts';
import { OneTimeCodes1763683200027 } from './0027-one-time-codes.ts';
import { SecondFactors1763683200028 } from './0028-second-factors.ts';
import { Passkeys1763683200029 } from './0029-passkeys.ts';
import { Backups1763683200033 } from './0033-backups.ts';
import { Journal1763683200034 } from './0034-journal.ts';
import { Recounts1763683200037 } from './0037-recounts.ts';
import { Tablets1763683200038 } from './0038-tablets.ts';
import { UnsignedEmergencies1763683200039 } from './0039-unsigned-emergencies.ts';
import { SecondPersons1763683200040 } from './0040-second-persons.ts';
import { Erasures1763683200042 } from './0042-erasures.ts';
import { ListedItems1763683200043 } from './0043-listed-items.ts';
import { Leaving1763683200044 } from './0044-leaving.ts';
import { NightLists1763683200045 } from './0045-night-lists.ts';
import { Transfers1763683200047 } from './0047-transfers.ts';
import { LoginMarks1763683200030 } from './0030-login-marks.ts';

/** MIGRATIONS in their order; each is hand-written SQL for both databases and imports nothing of the application. */
export const MIGRATIONS = [
  Ledger1763683200001,
  House1763683200002,
  KnownDevices1763683200003,
  Notices1763683200004,
  ResidentChecks1763683200005,
  DeadlineClosings1763683200006,
  Envelopes1763683200007,
  NoDatePrinted1763683200008,
  WorkLists1763683200009,
  Insurers1763683200010,
  AnswerMoments1763683200011,
  NoteVersions1763683200012,
  NoticeWords1763683200013,
  Counts1763683200014,
  NoticeHolds1763683200015,
  MailAnchors1763683200016,
  Heard1763683200017,
  Reconciliations1763683200018,
  Inspections1763683200021,
  LockerKeys1763683200022,
  NoticeColumns1763683200025,
  FacilityKana1763683200026,
  OneTimeCodes1763683200027,
  SecondFactors1763683200028,
  Passkeys1763683200029,
  LoginMarks1763683200030,
  Backups1763683200033,
  Journal1763683200034,
  Recounts1763683200037,
  Tablets1763683200038,
  UnsignedEmergencies1763683200039,
  SecondPersons1763683200040,
  Erasures1763683200042,
  ListedItems1763683200043,
  Leaving1763683200044,
  NightLists1763683200045,
  Transfers1763683200047,
];
