import { readConfig } from '../config.ts';
import { makeBackupKeys, readBackupKeys } from './backup-keys.ts';
import { openBackup } from './open-backup.ts';
import { TERMINAL } from './talk.ts';

const { say } = TERMINAL;

const HELP = [
  'npm run backup -- keys          バックアップの鍵を作ります（金庫に入れる紙の分です）',
  '                                makes the key of the backups, for the safe',
  'npm run backup -- check FILE    バックアップを開いて、記録を確かめます',
  '                                opens a backup and works the record in it out anew',
];

process.umask(0o077);
const { backup } = readConfig();
const [command, file] = process.argv.slice(2);

if (command === 'keys') await showKeys();
else if (command === 'check' && file !== undefined) {
  process.exitCode = (await check(file)) ? 0 : 1;
} else {
  say(...HELP);
  process.exitCode = 2;
}

async function check(backupFile: string): Promise<boolean> {
  const opened = await openBackup(backupFile, { ...backup, journal: null }, TERMINAL);
  if (opened === null) return false;
  const { flaw, logs, discard } = opened;
  discard();
  for (const { facilityName, kind, size, highestAt } of logs)
    say(`${facilityName}  ${kind}  ${String(size)}  ${highestAt}`);
  say(flaw === null ? '○ 開けました。記録は、書いたときのままです。/ It opens, and the record holds.' : `× ${flaw}`);
  return flaw === null;
}

/** The secret is shown once and kept nowhere: what opens the backups must not lie where they are made. */
async function showKeys(): Promise<void> {
  const before = await readBackupKeys(backup.keysFolder);
  const { secret, recipient } = await makeBackupKeys(backup.keysFolder);
  say(
    '',
    '預かり　バックアップの鍵 / Azukari, the key of the backups',
    '',
    `  ${secret}`,
    '',
    `  （公開の番号 / public: ${recipient}）`,
    '',
    'この紙を印刷するか書き写して、金庫に入れてください。この画面にしか出ません。',
    'パソコンがこわれたとき、バックアップを開けるのは、この鍵だけです。写真にとったり、パソコンに保存したりしないでください。',
    'Print or copy this and put it into the safe. It is shown only here. When this computer is lost, nothing else opens the backups.',
    ...(before === null
      ? []
      : [
          '',
          '前の鍵も捨てないでください。今までのバックアップは、前の鍵でだけ開きます。',
          'Keep the earlier key too: the backups made until now open with that one only.',
        ]),
    '',
  );
}
