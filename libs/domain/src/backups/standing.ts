import { millisecondsOf } from '../instant.ts';
import type { Instant } from '../instant.ts';

/** BACKUP_TROUBLES are the ways in which the newest attempt can have come to nothing. */
export const BACKUP_TROUBLES = ['folder-missing', 'disk-full', 'flawed', 'failed'] as const;

/** BACKUP_STATES are how it can stand with the backups; `off`: not by this server. */
export const BACKUP_STATES = [
  'off',
  'ok',
  'same-disk',
  'no-keys',
  'never',
  'overdue',
  'journal-failing',
  ...BACKUP_TROUBLES,
] as const;

export type BackupTrouble = (typeof BACKUP_TROUBLES)[number];
export type BackupState = (typeof BACKUP_STATES)[number];

/** BackupFacts is what is known of the backups; one that was not verified is not known. */
export interface BackupFacts {
  readonly verifiedAt: Instant | null;
  readonly now: Instant;
  readonly everyMs: number;
  readonly hasKeys: boolean;
  readonly trouble: BackupTrouble | null;
  /** The journal on the second disk takes nothing. */
  readonly journalFails: boolean;
  /** The backups lie on the disk of what they are to replace. */
  readonly sameDisk: boolean;
}

const GRACE_MS = 2 * 3_600_000;

/** backupState says how it stands: what stops the next backup comes before what is wrong with the last. */
export function backupState(facts: BackupFacts): BackupState {
  if (!facts.hasKeys) return 'no-keys';
  if (facts.trouble !== null) return facts.trouble;
  if (facts.verifiedAt === null) return 'never';
  if (!isFresh(facts)) return 'overdue';
  if (facts.journalFails) return 'journal-failing';
  return facts.sameDisk ? 'same-disk' : 'ok';
}

/** backupHealth is that as a machine asks it: whoever has a fresh backup is only warned. */
export function backupHealth(facts: BackupFacts): 'ok' | 'warn' | 'fail' {
  if (backupState(facts) === 'ok') return 'ok';
  return isFresh(facts) ? 'warn' : 'fail';
}

/** isBackupDue says whether the next one is to be made: also when the clock stands before the last. */
export function isBackupDue({
  verifiedAt,
  now,
  everyMs,
}: Pick<BackupFacts, 'verifiedAt' | 'now' | 'everyMs'>): boolean {
  return verifiedAt === null || verifiedAt > now || millisecondsOf(now) - millisecondsOf(verifiedAt) >= everyMs;
}

function isFresh({ verifiedAt, now, everyMs }: BackupFacts): boolean {
  return verifiedAt !== null && millisecondsOf(now) - millisecondsOf(verifiedAt) <= everyMs + GRACE_MS;
}
