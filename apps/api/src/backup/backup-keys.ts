import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { replaceSecretFile } from '../database/secret-file.ts';

/** BackupKeys is what the server needs to close a backup and to open it again as a drill. */
export interface BackupKeys {
  /** Whoever has the secret of one of them can open a backup. */
  readonly recipients: readonly string[];
  /** The drill's secret, which lies on this computer alone. */
  readonly drill: string;
}

const DRILL = 'drill.key';
const SAFE = 'safe.recipient';

/** readBackupKeys reads them, or answers null while nobody has made the key for the safe. */
export async function readBackupKeys(folder: string): Promise<BackupKeys | null> {
  if (!existsSync(join(folder, SAFE))) return null;
  const drill = readDrillKey(folder);
  if (drill === null) return null;
  const safe = readFileSync(join(folder, SAFE), 'utf8').trim();
  return { drill, recipients: [safe, await identityToRecipient(drill)] };
}

/** readDrillKey is the secret that this computer opens its own backups with. */
export function readDrillKey(folder: string): string | null {
  const file = join(folder, DRILL);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** makeBackupKeys makes a new key for the safe and answers its secret, which is kept nowhere; backups of before open with the old one. */
export async function makeBackupKeys(folder: string): Promise<{ readonly secret: string; readonly recipient: string }> {
  if (readDrillKey(folder) === null) keep(join(folder, DRILL), await generateX25519Identity());
  const secret = await generateX25519Identity();
  const recipient = await identityToRecipient(secret);
  keep(join(folder, SAFE), recipient);
  return { secret, recipient };
}

function keep(file: string, text: string): void {
  replaceSecretFile(file, Buffer.from(`${text}\n`));
}
