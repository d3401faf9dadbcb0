import agreement from './agreement.json' with { type: 'json' };
import anchors from './anchors.json' with { type: 'json' };
import change from './change.json' with { type: 'json' };
import checkIn from './check-in.json' with { type: 'json' };
import checkOut from './check-out.json' with { type: 'json' };
import contacts from './contacts.json' with { type: 'json' };
import counting from './counting.json' with { type: 'json' };
import counts from './counts.json' with { type: 'json' };
import dating from './dating.json' with { type: 'json' };
import dayField from './day-field.json' with { type: 'json' };
import deadlines from './deadlines.json' with { type: 'json' };
import description from './description.json' with { type: 'json' };
import due from './due.json' with { type: 'json' };
import emergency from './emergency.json' with { type: 'json' };
import envelopes from './envelopes.json' with { type: 'json' };
import erasing from './erasing.json' with { type: 'json' };
import erasures from './erasures.json' with { type: 'json' };
import gap from './gap.json' with { type: 'json' };
import gaps from './gaps.json' with { type: 'json' };
import facility from './facility.json' with { type: 'json' };
import finder from './finder.json' with { type: 'json' };
import finding from './finding.json' with { type: 'json' };
import glass from './glass.json' with { type: 'json' };
import handOver from './hand-over.json' with { type: 'json' };
import heartbeat from './heartbeat.json' with { type: 'json' };
import holder from './holder.json' with { type: 'json' };
import imports from './imports.json' with { type: 'json' };
import inspecting from './inspecting.json' with { type: 'json' };
import inspection from './inspection.json' with { type: 'json' };
import insurers from './insurers.json' with { type: 'json' };
import intake from './intake.json' with { type: 'json' };
import lateEntry from './late-entry.json' with { type: 'json' };
import keyring from './keyring.json' with { type: 'json' };
import keys from './keys.json' with { type: 'json' };
import labels from './labels.json' with { type: 'json' };
import leaving from './leaving.json' with { type: 'json' };
import ledger from './ledger.json' with { type: 'json' };
import more from './more.json' with { type: 'json' };
import night from './night.json' with { type: 'json' };
import notice from './notice.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import homes from './homes.json' with { type: 'json' };
import overview from './overview.json' with { type: 'json' };
import pack from './pack.json' with { type: 'json' };
import paper from './paper.json' with { type: 'json' };
import picker from './picker.json' with { type: 'json' };
import pictures from './pictures.json' with { type: 'json' };
import picturing from './picturing.json' with { type: 'json' };
import pouch from './pouch.json' with { type: 'json' };
import practice from './practice.json' with { type: 'json' };
import promise from './promise.json' with { type: 'json' };
import reconciliations from './reconciliations.json' with { type: 'json' };
import reconciling from './reconciling.json' with { type: 'json' };
import refusal from './refusal.json' with { type: 'json' };
import resident from './resident.json' with { type: 'json' };
import residentForm from './resident-form.json' with { type: 'json' };
import residents from './residents.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };
import scan from './scan.json' with { type: 'json' };
import searching from './searching.json' with { type: 'json' };
import session from './session.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import sheet from './sheet.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import signed from './signed.json' with { type: 'json' };
import staff from './staff.json' with { type: 'json' };
import storages from './storages.json' with { type: 'json' };
import swap from './swap.json' with { type: 'json' };
import tablet from './tablet.json' with { type: 'json' };
import transfers from './transfers.json' with { type: 'json' };
import today from './today.json' with { type: 'json' };
import viewing from './viewing.json' with { type: 'json' };
import views from './views.json' with { type: 'json' };
import ways from './ways.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };
import zip from './zip.json' with { type: 'json' };

import type { WordsLike } from '../words-like';
import type { ja } from '../ja';
import type { anchors as jaAnchors } from '../ja/anchors';
import type { insurers as jaInsurers } from '../ja/insurers';
import type { practice as jaPractice } from '../ja/practice';
import type { promise as jaPromise } from '../ja/promise';
import type { swap as jaSwap } from '../ja/swap';
import type { searching as jaSearching } from '../ja/searching';
import type { counting as jaCounting } from '../ja/counting';
import type { dating as jaDating } from '../ja/dating';
import type { erasing as jaErasing } from '../ja/erasing';
import type { finding as jaFinding } from '../ja/finding';
import type { gap as jaGap } from '../ja/gap';
import type { glass as jaGlass } from '../ja/glass';
import type { heartbeat as jaHeartbeat } from '../ja/heartbeat';
import type { keyring as jaKeyring } from '../ja/keyring';
import type { labels as jaLabels } from '../ja/labels';
import type { night as jaNight } from '../ja/night';
import type { leaving as jaLeaving } from '../ja/leaving';
import type { notice as jaNotice } from '../ja/notice';
import type { imports as jaImports } from '../ja/imports';
import type { inspecting as jaInspecting } from '../ja/inspecting';
import type { homes as jaHomes } from '../ja/homes';
import type { pack as jaPack } from '../ja/pack';
import type { picturing as jaPicturing } from '../ja/picturing';
import type { reconciling as jaReconciling } from '../ja/reconciling';
import type { scan as jaScan } from '../ja/scan';
import type { setup as jaSetup } from '../ja/setup';
import type { sheet as jaSheet } from '../ja/sheet';
import type { signed as jaSigned } from '../ja/signed';
import type { tablet as jaTablet } from '../ja/tablet';
import type { transfers as jaTransfers } from '../ja/transfers';
import type { viewing as jaViewing } from '../ja/viewing';
import type { ways as jaWays } from '../ja/ways';
import type { zip as jaZip } from '../ja/zip';

/** en is the same tree in English; a missing key does not compile. */
export const en: WordsLike<
  typeof ja & {
    readonly anchors: typeof jaAnchors;
    readonly insurers: typeof jaInsurers;
    readonly practice: typeof jaPractice;
    readonly promise: typeof jaPromise;
    readonly swap: typeof jaSwap;
    readonly searching: typeof jaSearching;
    readonly counting: typeof jaCounting;
    readonly dating: typeof jaDating;
    readonly finding: typeof jaFinding;
    readonly glass: typeof jaGlass;
    readonly heartbeat: typeof jaHeartbeat;
    readonly keyring: typeof jaKeyring;
    readonly labels: typeof jaLabels;
    readonly night: typeof jaNight;
    readonly leaving: typeof jaLeaving;
    readonly notice: typeof jaNotice;
    readonly imports: typeof jaImports;
    readonly inspecting: typeof jaInspecting;
    readonly homes: typeof jaHomes;
    readonly pack: typeof jaPack;
    readonly picturing: typeof jaPicturing;
    readonly reconciling: typeof jaReconciling;
    readonly erasing: typeof jaErasing;
    readonly gap: typeof jaGap;
    readonly scan: typeof jaScan;
    readonly setup: typeof jaSetup;
    readonly sheet: typeof jaSheet;
    readonly signed: typeof jaSigned;
    readonly tablet: typeof jaTablet;
    readonly transfers: typeof jaTransfers;
    readonly viewing: typeof jaViewing;
    readonly ways: typeof jaWays;
    readonly zip: typeof jaZip;
  }
> = {
  agreement,
  anchors,
  change,
  'check-in': checkIn,
  'check-out': checkOut,
  contacts,
  counting,
  counts,
  dating,
  'day-field': dayField,
  deadlines,
  description,
  due,
  emergency,
  envelopes,
  erasing,
  erasures,
  gap,
  gaps,
  facility,
  finder,
  finding,
  glass,
  'hand-over': handOver,
  heartbeat,
  holder,
  imports,
  inspecting,
  leaving,
  inspection,
  insurers,
  intake,
  keyring,
  keys,
  labels,
  'late-entry': lateEntry,
  ledger,
  more,
  night,
  notice,
  notices,
  homes,
  overview,
  pack,
  paper,
  picker,
  pictures,
  picturing,
  pouch,
  practice,
  promise,
  reconciliations,
  reconciling,
  refusal,
  resident,
  'resident-form': residentForm,
  residents,
  rules,
  scan,
  searching,
  session,
  setup,
  sheet,
  shell,
  signed,
  staff,
  storages,
  swap,
  tablet,
  today,
  transfers,
  viewing,
  views,
  ways,
  words,
  zip,
};
