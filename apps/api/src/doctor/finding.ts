import type { BackupState, CalendarDay, Instant, LogKind } from '@azukari/domain';

/** Finding is one thing that the doctor found out, with its facts; its words are in words.ts. */
export type Finding =
  | { readonly kind: 'settings-wrong'; readonly why: string }
  | { readonly kind: 'not-begun'; readonly folder: string }
  | { readonly kind: 'files-private' }
  | { readonly kind: 'files-open'; readonly paths: readonly string[] }
  | { readonly kind: 'files-unknown' }
  | { readonly kind: 'keys-missing'; readonly names: readonly string[] }
  | { readonly kind: 'clock-right' }
  | { readonly kind: 'clock-alone' }
  | { readonly kind: 'clock-unknown' }
  | { readonly kind: 'clock-behind'; readonly newest: Instant }
  | { readonly kind: 'disk-roomy' | 'disk-low' | 'disk-full'; readonly freeMb: number }
  | { readonly kind: 'sqlite-sound'; readonly version: string }
  | { readonly kind: 'sqlite-unfit' | 'database-unreadable'; readonly why: string }
  | { readonly kind: 'postgres' | 'upgrade-due' | 'schema-changed' | 'schema-newer' }
  | { readonly kind: 'mail-off' }
  | { readonly kind: 'mail-answers'; readonly closed: boolean }
  | { readonly kind: 'mail-silent'; readonly stage: 'connect' | 'sign-in'; readonly why: string }
  | {
      readonly kind: 'backup-fresh' | 'backup-wanting' | 'backup-none';
      readonly state: BackupState;
      readonly verifiedAt: Instant | null;
    }
  | { readonly kind: 'backup-elsewhere' }
  | { readonly kind: 'night-lists-kept' | 'night-lists-away'; readonly folder: string }
  | { readonly kind: 'certificate-none' }
  | { readonly kind: 'certificate-good' | 'certificate-soon' | 'certificate-ended'; readonly lastDay: CalendarDay }
  | { readonly kind: 'certificate-wrong'; readonly why: string }
  | { readonly kind: 'ledger-joined' | 'ledger-whole'; readonly entries: number }
  | { readonly kind: 'ledger-cut'; readonly log: LogKind; readonly entries: number; readonly signed: number }
  | { readonly kind: 'ledger-broken'; readonly log: LogKind; readonly entry: number }
  | { readonly kind: 'volume-sealed' | 'volume-open' | 'volume-unknown' }
  | { readonly kind: 'stays-awake' | 'may-sleep' | 'sleep-unknown' }
  | { readonly kind: 'restarts-asked' | 'restarts-alone' | 'restarts-unknown' }
  | { readonly kind: 'server-well' | 'server-silent' }
  | { readonly kind: 'server-failing'; readonly checks: readonly string[] };

/** Weight is how much a finding matters: nothing to do, worth a look, must be put right, or not to be found out from here. */
export type Weight = 'ok' | 'warn' | 'fail' | 'unknown';

/** WEIGHT_OF says it of every kind: with one that fails the doctor ends with 1. */
export const WEIGHT_OF: Readonly<Record<Finding['kind'], Weight>> = {
  'settings-wrong': 'fail',
  'not-begun': 'warn',
  'files-private': 'ok',
  'files-open': 'fail',
  'files-unknown': 'unknown',
  'keys-missing': 'fail',
  'clock-right': 'ok',
  'clock-alone': 'warn',
  'clock-unknown': 'unknown',
  'clock-behind': 'fail',
  'disk-roomy': 'ok',
  'disk-low': 'warn',
  'disk-full': 'fail',
  'sqlite-sound': 'ok',
  'sqlite-unfit': 'fail',
  'database-unreadable': 'fail',
  postgres: 'ok',
  'upgrade-due': 'warn',
  'schema-changed': 'fail',
  'schema-newer': 'fail',
  'mail-off': 'ok',
  'mail-answers': 'ok',
  'mail-silent': 'fail',
  'backup-fresh': 'ok',
  'backup-wanting': 'warn',
  'backup-none': 'fail',
  'backup-elsewhere': 'unknown',
  'night-lists-kept': 'ok',
  'night-lists-away': 'warn',
  'certificate-none': 'ok',
  'certificate-good': 'ok',
  'certificate-soon': 'warn',
  'certificate-ended': 'fail',
  'certificate-wrong': 'fail',
  'ledger-joined': 'ok',
  'ledger-whole': 'ok',
  'ledger-cut': 'fail',
  'ledger-broken': 'fail',
  'volume-sealed': 'ok',
  'volume-open': 'warn',
  'volume-unknown': 'unknown',
  'stays-awake': 'ok',
  'may-sleep': 'fail',
  'sleep-unknown': 'unknown',
  'restarts-asked': 'ok',
  'restarts-alone': 'fail',
  'restarts-unknown': 'unknown',
  'server-well': 'ok',
  'server-silent': 'warn',
  'server-failing': 'fail',
};
