import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupsToKeep, isInstant } from '@azukari/domain';
import type { Instant } from '@azukari/domain';
import type { Config } from '../config.ts';
import { PARTIAL } from './backup-worker.ts';

const NAME = /^azukari-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.tar\.zst\.age$/;

/** backupName is the file name of a backup that was begun then. */
export function backupName(at: Instant): string {
  return `azukari-${at.replaceAll(/[-:.]/g, '')}.tar.zst.age`;
}

/** momentOf is when the backup of that name was begun, or null where the name is none of ours. */
export function momentOf(name: string): Instant | null {
  const at = name.replace(NAME, '$1-$2-$3T$4:$5:$6.$7Z');
  return at !== name && isInstant(at) ? at : null;
}

/** openFolder answers whether the folder is there; the one beside the data is made. */
export function openFolder({ folder, own }: Config['backup']): boolean {
  if (own) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** sharesDisk says whether two folders lie on one disk, which then fails for both. */
export function sharesDisk(one: string, other: string): boolean {
  const found = [one, other].map((path) => statSync(path, { throwIfNoEntry: false })?.dev);
  return found[0] !== undefined && found[0] === found[1];
}

/** removeRemains takes away what a process that was killed has left half done. */
export function removeRemains(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.endsWith(PARTIAL) && momentOf(name.slice(0, -PARTIAL.length)) !== null) rmSync(join(folder, name));
}

/** removeOld removes what is past its time and never the one that was verified last; it answers the names that are left. */
export function removeOld(folder: string, newest: string): readonly string[] {
  const ours = readdirSync(folder).filter((name) => momentOf(name) !== null);
  const keep = backupsToKeep(ours.flatMap((name) => momentOf(name) ?? []));
  const stays = (name: string): boolean => name === newest || keep.has(momentOf(name) ?? '');
  for (const name of ours) if (!stays(name)) rmSync(join(folder, name));
  return ours.filter(stays);
}
