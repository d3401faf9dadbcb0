import type { BackupState } from '@azukari/domain';
import type { Finding } from './finding.ts';

/** Line is what is said of a finding, and what to do, in both languages. */
export type Line = readonly [ja: string, en: string];

type Words = { readonly [K in Finding['kind']]: (finding: Finding & { readonly kind: K }) => Line };

const ASK = 'システムの担当の方に、この行を伝えてください。';
const many = (count: number): string => count.toLocaleString('ja-JP');

const BACKUP: Readonly<Record<BackupState, Line>> = {
  off: ['このパソコンではとっていません。', 'are not made here.'],
  ok: ['新しいものがあり、開いて確かめてあります。', 'a fresh one was opened again.'],
  'same-disk': [
    'データと同じディスクにあります。USBメモリーか二台目のディスクを AZUKARI_BACKUP_DIR に決めてください。',
    'lie on the disk of the data. Name a second disk in AZUKARI_BACKUP_DIR.',
  ],
  'no-keys': [
    '鍵がありません。npm run backup -- keys を実行してください。',
    'have no key. Run npm run backup -- keys.',
  ],
  never: [
    'まだ一つもありません。「預かり」を始めて10分待ち、もう一度調べてください。',
    'none yet. Start the server, wait ten minutes and look again.',
  ],
  overdue: [
    '古くなっています。「預かり」が動いているか、ディスクがつながっているか見てください。',
    'are old. See whether the server runs and the disk is connected.',
  ],
  'journal-failing': ['控え（AZUKARI_JOURNAL）が書けていません。', 'the journal (AZUKARI_JOURNAL) takes nothing.'],
  'folder-missing': [
    '置き場所が見つかりません。USBメモリーかディスクをつないでください。',
    'their folder is not there. Connect the disk.',
  ],
  'disk-full': ['置き場所がいっぱいです。', 'their disk is full.'],
  flawed: ['確かめに通りませんでした。' + ASK, 'did not hold when opened again.'],
  failed: ['とれませんでした。' + ASK, 'could not be made.'],
};

/** WORDS has a line for every kind of finding. */
const WORDS: Words = {
  'settings-wrong': ({ why }) => [`設定にまちがいがあります。直してください：${why}`, `A setting is wrong: ${why}`],
  'not-begun': ({ folder }) => [
    `${folder} には、まだデータがありません。場所（AZUKARI_DATA）が合っているか見てください。`,
    `No data in ${folder} yet. See whether AZUKARI_DATA is right.`,
  ],
  'files-private': () => ['データと鍵を読めるのは、「預かり」だけです。', 'Only the service reads data and keys.'],
  'files-open': ({ paths }) => [
    `ほかの人も読めるファイルがあります。chmod go-rwx で閉じてください：${paths.join('、')}`,
    `Others can read these. Close them with chmod go-rwx: ${paths.join(', ')}`,
  ],
  'files-unknown': () => [
    'だれがデータを読めるかは、調べられません。フォルダーの「プロパティ」→「セキュリティ」で、「預かり」のユーザーだけにしてください。',
    'Who may read the data could not be found out. Look at Properties, Security of the folder.',
  ],
  'keys-missing': ({ names }) => [
    `keys フォルダーに、鍵のファイルがありません（${names.join('、')}）。始めずに、控えからもどしてください。`,
    `Keys are missing: ${names.join(', ')}. Do not start; put them back from a backup.`,
  ],
  'clock-right': () => ['時計は合っています。', 'The clock is kept right.'],
  'clock-alone': () => [
    '時計が、時刻サーバーに合わせられていません。timedatectl set-ntp true で、自動で合うようにしてください。',
    'The clock is not kept by a time server. Run timedatectl set-ntp true.',
  ],
  'clock-unknown': () => [
    '時計が自動で合うかどうかは、調べられません。パソコンの「日付と時刻」で「自動」になっているか見てください。',
    'Whether the clock is kept right could not be found out. See whether time is set automatically.',
  ],
  'clock-behind': ({ newest }) => [
    `時計がおくれています。いちばん新しい記録（${newest}）より前です。時計を直してから始めてください。`,
    `The clock is behind the newest entry (${newest}). Set it right before the server starts.`,
  ],
  'disk-roomy': ({ freeMb }) => [`ディスクの空きは ${many(freeMb)} MB あります。`, `${many(freeMb)} MB are free.`],
  'disk-low': ({ freeMb }) => [
    `ディスクの空きが ${many(freeMb)} MB だけです。いらないファイルを消してください。`,
    `Only ${many(freeMb)} MB are free. Remove what is not needed.`,
  ],
  'disk-full': ({ freeMb }) => [
    `ディスクの空きが ${many(freeMb)} MB しかなく、もどす・救急のほかは記録できません。すぐに場所をあけてください。`,
    `Only ${many(freeMb)} MB are free: nothing but returns and emergencies is taken. Make room now.`,
  ],
  'sqlite-sound': ({ version }) => [
    `データベース（SQLite ${version}）は、書いたものを失わない設定で動きます。`,
    `SQLite ${version} keeps what it acknowledges.`,
  ],
  'sqlite-unfit': ({ why }) => [
    `データベースの設定が合いません（${why}）。${ASK}`,
    `SQLite is not as it should be: ${why}`,
  ],
  'database-unreadable': ({ why }) => [
    `データベースを読めません（${why}）。${ASK}`,
    `The database cannot be read: ${why}`,
  ],
  'upgrade-due': () => [
    'データは前の版のものです。次に始めるとき、バックアップをとってから新しくします。',
    'The database is of an earlier release; the next start brings it to this one after a backup.',
  ],
  'schema-changed': () => [
    'データベースの表が、「預かり」のほかの何かに変えられています。バックアップからもどしてください。',
    'The tables of the database were changed outside of this program. Put back a backup.',
  ],
  'schema-newer': () => [
    'データは、もっと新しい版の「預かり」のものです。新しい版を使ってください。',
    'The database was used by a newer release. Use that one.',
  ],
  postgres: () => ['データベースは PostgreSQL です。', 'The database is PostgreSQL.'],
  'mail-off': () => ['メールは使っていません。', 'Mail is not used.'],
  'mail-answers': ({ closed }) => [
    closed ? 'メールのサーバーが、暗号の通信で答えました。' : 'メールのサーバーが、このパソコンの中で答えました。',
    closed ? 'The mail server answers over TLS.' : 'The mail server on this computer answers.',
  ],
  'mail-silent': ({ stage, why }) => [
    stage === 'sign-in'
      ? `メールのサーバーに入れません。AZUKARI_SMTP のユーザーとパスワードを見てください（${why}）。`
      : `メールのサーバーが答えません。インターネットと AZUKARI_SMTP を見てください（${why}）。`,
    stage === 'sign-in' ? `The mail server refuses the sign-in: ${why}` : `The mail server does not answer: ${why}`,
  ],
  'backup-fresh': ({ state, verifiedAt }) => backup(state, verifiedAt),
  'backup-wanting': ({ state, verifiedAt }) => backup(state, verifiedAt),
  'backup-none': ({ state, verifiedAt }) => backup(state, verifiedAt),
  'backup-elsewhere': () => [
    'バックアップは PostgreSQL の方法でとるもので、ここでは調べられません。',
    'Backups are those of PostgreSQL; they could not be found out.',
  ],
  'night-lists-kept': ({ folder }) => [
    `夜間・停電用一覧は、毎晩 ${folder} に書き出されます。`,
    `The list for the night goes to ${folder}.`,
  ],
  'night-lists-away': ({ folder }) => [
    `夜間・停電用一覧の置き場所 ${folder} が見つかりません。USBメモリーかディスクをつないでください。`,
    `The folder for the list of the night, ${folder}, is not there. Connect the disk.`,
  ],
  'certificate-none': () => [
    'HTTPS の証明書は使っていません（このパソコンの中だけで使えます）。',
    'Plain HTTP, on this computer only.',
  ],
  'certificate-good': ({ lastDay }) => [
    `HTTPS の証明書は ${lastDay} まで使えます。`,
    `The certificate is good until ${lastDay}.`,
  ],
  'certificate-soon': ({ lastDay }) => [
    `HTTPS の証明書は ${lastDay} で切れます。npm run certificate で更新してください。`,
    `The certificate ends on ${lastDay}. Run npm run certificate.`,
  ],
  'certificate-ended': ({ lastDay }) => [
    `HTTPS の証明書が ${lastDay} に切れました。npm run certificate で更新してください。`,
    `The certificate ended on ${lastDay}. Run npm run certificate.`,
  ],
  'certificate-wrong': ({ why }) => [
    `HTTPS の証明書を使えません（${why}）。`,
    `The certificate cannot be used: ${why}`,
  ],
  'ledger-joined': ({ entries }) => [
    `記録 ${many(entries)} 件の終わりは、署名したものとつながっています（全部を計算し直すには -- --all）。`,
    `The end of the ${many(entries)} entries fits what was signed (-- --all works all of them out anew).`,
  ],
  'ledger-whole': ({ entries }) => [
    `記録 ${many(entries)} 件をはじめから計算し直し、すべて書いたときのままでした。`,
    `All ${many(entries)} entries were worked out anew and hold.`,
  ],
  'ledger-cut': ({ entries, signed }) => [
    `記録が、署名したもの（${many(signed)} 件）とつながりません（いま ${many(entries)} 件）。古いデータにもどっていないか見てください。${ASK}`,
    `The record (${many(entries)} entries) does not continue what was signed (${many(signed)}).`,
  ],
  'ledger-broken': ({ entry }) => [
    `記録 ${many(entry)} が、書いたときのままではありません。止めて、ディスクをそのまま残してください。${ASK}`,
    `Entry ${many(entry)} is not as it was recorded. Stop the server and keep the disk as it is.`,
  ],
  'volume-sealed': () => ['ディスクは暗号になっています。', 'The disk is encrypted.'],
  'volume-open': () => [
    'ディスクが暗号になっていません。パソコンがぬすまれると読まれます。BitLocker か LUKS を入れてください。',
    'The disk is not encrypted: a thief could read it. Use BitLocker or LUKS.',
  ],
  'volume-unknown': () => [
    'ディスクが暗号かどうかは、調べられません。BitLocker か LUKS が入っているか見てください。',
    'Whether the disk is encrypted could not be found out.',
  ],
  'stays-awake': () => ['パソコンは、ひとりでに眠りません。', 'The computer does not go to sleep.'],
  'may-sleep': () => [
    'パソコンが、ひとりでに眠ることがあります。眠ると、だれも記録できません。手引き（operations.md）のとおりに止めてください。',
    'The computer may go to sleep; see the guide (operations.md) to forbid it.',
  ],
  'sleep-unknown': () => [
    'パソコンが眠るかどうかは、調べられません。電源の設定で「スリープ：なし」になっているか見てください。',
    'Whether the computer goes to sleep could not be found out.',
  ],
  'restarts-asked': () => [
    '更新のために、ひとりでに再起動しません。',
    'The computer does not restart by itself for updates.',
  ],
  'restarts-alone': () => [
    '更新のあと、ひとりでに再起動する設定です。夜に止まることがあります。Unattended-Upgrade::Automatic-Reboot を "false" にしてください。',
    'The computer restarts by itself after updates. Set Unattended-Upgrade::Automatic-Reboot to "false".',
  ],
  'restarts-unknown': () => [
    'ひとりでに再起動するかどうかは、調べられません。Windows では「アクティブ時間」を決めてください。',
    'Whether the computer restarts by itself could not be found out. On Windows set the active hours.',
  ],
  'server-well': () => ['「預かり」は動いていて、異状はありません。', 'The server runs and is well.'],
  'server-silent': () => [
    '「預かり」は動いていません（止めてあるなら、そのままで結構です）。',
    'The server does not run.',
  ],
  'server-failing': ({ checks }) => [
    `「預かり」は動いていますが、異状があります（${checks.join('、')}）。今日の画面に出ている注意を読んでください。`,
    `The server runs, and something fails (${checks.join(', ')}). Read the notes on 今日.`,
  ],
};

/** lineOf is what is said of a finding. */
export function lineOf(finding: Finding): Line {
  const say = WORDS[finding.kind] as (finding: Finding) => Line;
  return say(finding);
}

function backup(state: BackupState, verifiedAt: string | null): Line {
  const [ja, en] = BACKUP[state];
  const at =
    verifiedAt === null ? ['', ''] : [`（最後に確かめたもの ${verifiedAt}）`, ` (last verified ${verifiedAt})`];
  return [`バックアップ：${ja}${at[0] ?? ''}`, `Backups: ${en}${at[1] ?? ''}`];
}
