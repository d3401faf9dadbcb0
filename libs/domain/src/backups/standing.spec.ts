import { instantAt } from '../instant.ts';
import { backupHealth, backupState, isBackupDue } from './standing.ts';
import type { BackupFacts } from './standing.ts';

const NOW = '2026-11-22T01:00:00.000Z';
const hoursAgo = (hours: number): string => instantAt(Date.parse(NOW) - hours * 3_600_000);
const FINE: BackupFacts = {
  verifiedAt: hoursAgo(1),
  now: NOW,
  everyMs: 3_600_000,
  hasKeys: true,
  trouble: null,
  sameDisk: false,
  journalFails: false,
};

test.each<[string, Partial<BackupFacts>, ReturnType<typeof backupState>, ReturnType<typeof backupHealth>]>([
  ['a fresh one elsewhere', {}, 'ok', 'ok'],
  ['a fresh one on the same disk', { sameDisk: true }, 'same-disk', 'warn'],
  ['a fresh one, and a journal that takes nothing', { journalFails: true }, 'journal-failing', 'warn'],
  ['just within what is allowed', { verifiedAt: hoursAgo(3) }, 'ok', 'ok'],
  ['just beyond it', { verifiedAt: hoursAgo(3.01) }, 'overdue', 'fail'],
  ['no key for the safe, and none was ever made', { hasKeys: false, verifiedAt: null }, 'no-keys', 'fail'],
  ['none yet', { verifiedAt: null }, 'never', 'fail'],
  ['the last attempt failed, one is fresh', { trouble: 'disk-full' }, 'disk-full', 'warn'],
  ['the last attempt failed, none is fresh', { trouble: 'flawed', verifiedAt: hoursAgo(9) }, 'flawed', 'fail'],
])('%s', (_, facts, state, health) => {
  expect(backupState({ ...FINE, ...facts })).toBe(state);
  expect(backupHealth({ ...FINE, ...facts })).toBe(health);
});

test('the next is due when there is none, after its time, and when the clock was set back', () => {
  expect(isBackupDue({ ...FINE, verifiedAt: null })).toBe(true);
  expect(isBackupDue(FINE)).toBe(true);
  expect(isBackupDue({ ...FINE, verifiedAt: hoursAgo(0.99) })).toBe(false);
  expect(isBackupDue({ ...FINE, verifiedAt: hoursAgo(-1) })).toBe(true);
});
