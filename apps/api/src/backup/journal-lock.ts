import { Decrypter, Encrypter } from 'age-encryption';
import type { Config } from '../config.ts';
import { Journal } from '../database/journal.ts';
import type { JournalLock } from '../database/journal.ts';
import { readBackupKeys } from './backup-keys.ts';

/** journalFor is the journal that a server is to keep, if any. */
export function journalFor({ backup, demo }: Config): Journal | null {
  if (backup.journal === null || demo) return null;
  return new Journal(backup.journal, { close: closeForBackups(backup.keysFolder) });
}

/** closeForBackups closes for whoever can open the backups; it refuses while there are no keys. */
export function closeForBackups(keysFolder: string): JournalLock['close'] {
  return async (key) => {
    const keys = await readBackupKeys(keysFolder);
    if (keys === null) throw new Error('there is no key for the backups yet');
    const encrypter = new Encrypter();
    for (const recipient of keys.recipients) encrypter.addRecipient(recipient);
    return encrypter.encrypt(key);
  };
}

/** openWith opens what was closed so. */
export function openWith(secret: string): JournalLock['open'] {
  return (closed) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(secret);
    return decrypter.decrypt(closed);
  };
}
