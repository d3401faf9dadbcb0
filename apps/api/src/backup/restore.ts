import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { equalBytes, instantAt } from '@azukari/domain';
import type { Instant } from '@azukari/domain';
import type { Config } from '../config.ts';
import { openReader } from '../database/reader.ts';
import { holdAlone } from '../database/single-server.ts';
import type { Statements } from '../database/statements.ts';
import { AnchorFile } from '../ledger/anchor-file.ts';
import { Continuity } from '../ledger/continuity.ts';
import { continues } from '../ledger/continues.ts';
import { Keys } from '../ledger/keys.ts';
import { readLogs } from './examine.ts';
import type { CopiedLog } from './examine.ts';
import { openBackup } from './open-backup.ts';
import type { OpenedBackup } from './open-backup.ts';
import type { Talk } from './talk.ts';

/** What a database consists of while it is, or was, in use. */
const PARTS = ['', '-wal', '-shm'] as const;

/** Loss is what would be missing of one log after a restore. */
export interface Loss {
  readonly log: CopiedLog;
  /** How many entries the present database has more, and until when they go; null: it has no such log, or another history. */
  readonly present: { readonly entries: number; readonly until: Instant } | null;
  /** Up to which size more was signed, as is known outside of the database, than the backup continues; null: nothing was. */
  readonly signed: number | null;
}

/**
 * restore puts a backup in the place of the database, after it has shown what would be lost and a person has typed the facility's
 * name. What was there stays beside it. Where more was signed than the backup
 * knows, the server signs nothing until a person has said so in an entry: see Continuity.
 */
export async function restore(file: string, config: Config, talk: Talk): Promise<boolean> {
  if (config.database.kind !== 'sqlite') {
    talk.say('PostgreSQL のデータは、PostgreSQL の方法でもどしてください。/ PostgreSQL is restored by its own means.');
    return false;
  }
  const target = config.database.file;
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const alone = holdAlone(target);
  try {
    const opened = await openBackup(file, config.backup, talk);
    if (opened === null) return false;
    try {
      if (opened.flaw !== null) {
        talk.say(`このバックアップは、確かめに通りません（${opened.flaw}）。/ This backup does not hold.`);
        return false;
      }
      tellPlayed(opened.played, talk);
      const losses = await lossesOf(opened, config, target);
      tell(losses, talk);
      if (!(await isMeant(opened.logs, talk))) return false;
      const stamp = instantAt(Date.now()).replaceAll(/[-:.]/g, '');
      setAside(target, stamp);
      putKeys(opened.keysFolder, config.keysFolder, stamp);
      renameSync(opened.database, target);
      talk.say(
        '',
        `もどしました。前のデータは ${basename(target)}.replaced-${stamp} に残っています。`,
        'Restored. What was there before stays beside it under that name.',
      );
      if (losses.some(({ signed }) => signed !== null)) talk.say(...NEXT);
      return true;
    } finally {
      opened.discard();
    }
  } finally {
    alone.release();
  }
}

/** lossesOf holds a backup against the present database, if there is one, and against what was signed. */
export async function lossesOf(opened: OpenedBackup, config: Config, target: string): Promise<readonly Loss[]> {
  const { database: file, keysFolder } = opened;
  const continuity = new Continuity(new Keys(keysFolder), new AnchorFile(config), config.anchorsFolder);
  const copy = await openReader({ database: { kind: 'sqlite', file }, keysFolder });
  const reader = existsSync(target) ? await openReader(config) : null;
  try {
    const present = reader === null ? [] : await readLogs(reader.sql).catch((): readonly CopiedLog[] => []);
    return await Promise.all(
      opened.logs.map(async (log) => ({
        log,
        present: reader && (await goneFrom(reader.sql, log, present)),
        signed: await signedBeyond(copy.sql, log, continuity),
      })),
    );
  } finally {
    await copy.close();
    await reader?.close();
  }
}

async function goneFrom(sql: Statements, log: CopiedLog, present: readonly CopiedLog[]): Promise<Loss['present']> {
  const now = present.find(({ name }) => name === log.name);
  if (now === undefined) return null;
  const same =
    now.size === log.size ? equalBytes(now.root, log.root) : await continues(sql, now, log).catch(() => false);
  return same ? { entries: now.size - log.size, until: now.highestAt } : null;
}

/** Up to which size more was signed than a copy continues, and nobody gave up in it; null where nothing was. */
async function signedBeyond(sql: Statements, log: CopiedLog, continuity: Continuity): Promise<number | null> {
  // The tables of an earlier release may not answer; the server looks again at its start.
  const standing = await continuity.standingOf(sql, log).catch(() => null);
  return standing?.kind === 'gap' ? standing.givenUp.size : null;
}

function tellPlayed(played: OpenedBackup['played'], { say }: Talk): void {
  if (played === 'off') return;
  if (played === 'missing') {
    say(
      '控えのフォルダー（AZUKARI_JOURNAL）がありません。バックアップのあとの書き込みは、足していません。',
      'The folder of the journal is not there: nothing later than the backup was added.',
    );
    return;
  }
  const { transactions, gap, shut } = played;
  if (transactions > 0)
    say(
      `バックアップのあとの ${String(transactions)} 件の書き込みを、別のディスクの控えから足しました。`,
      `${String(transactions)} later transactions came from the journal.`,
    );
  if (gap !== null) {
    say(
      `控えは ${gap.from || 'このバックアップ'} のあとで切れています。${gap.until} からの ${String(gap.left)} 件の書き込みは、足していません。`,
      `The journal breaks off after ${gap.from || 'this backup'}: ${String(gap.left)} transactions from ${gap.until} on were not added.`,
      ...(gap.byStart
        ? [
            'サーバーが始めなおされたためです。そのあとに作られたバックアップがあれば、そちらを使ってください。',
            'The server was started anew then. Where there is a backup that was made later, use that one.',
          ]
        : [
            'そのあいだ、控えのディスクに書けませんでした。そのあとに作られたバックアップがあれば、そちらを使ってください。',
            'The disk of the journal took nothing meanwhile. Where there is a backup that was made later, use that one.',
          ]),
    );
  }
  if (shut > 0)
    say(
      `別の鍵で閉じられた控えが ${String(shut)} 個あり、開けませんでした。`,
      `${String(shut)} parts of the journal are closed for other keys and were not opened.`,
    );
}

/** What ends it that nothing is signed. */
const NEXT = [
  '',
  'つぎにすること：サーバーを始め、管理者がサインインして、「今日」の知らせから「記録の途切れ」を開いてください。',
  '何が失われたかを読み、わけを書くと、署名がまた始まります。べつの方が、あとでそれを確かめます。',
  'Next: start the server; a manager signs in and opens 記録の途切れ (gap in the record) from the notice on 今日,',
  'reads what was lost and writes why. Then signing goes on, and another person confirms it.',
];

function tell(losses: readonly Loss[], { say }: Talk): void {
  say('', 'このバックアップにもどすと / With this backup:');
  for (const { log, present, signed } of losses.filter(({ log: { kind } }) => kind === 'custody')) {
    say(
      '',
      `  ${log.facilityName}`,
      `    記録 ${String(log.size)} 件まで（${log.highestAt}） / up to entry ${String(log.size)}`,
    );
    if (present === null) say('    いまのデータとくらべられません / cannot be compared with what is there now');
    else if (present.entries === 0) say('    失われる記録はありません / no entry is lost');
    else
      say(
        `    失われる記録 ${String(present.entries)} 件（${log.highestAt} から ${present.until} まで）`,
        `    ${String(present.entries)} entries are lost`,
      );
    if (signed !== null)
      say(
        `    署名ずみの記録が ${String(signed)} 件あります。もどしたあと、管理者が説明を書くまで、署名は止まります（出し入れはできます）。`,
        `    ${String(signed)} entries were signed: nothing is signed afterwards until a manager explains it; cards can be taken out and put back`,
      );
  }
  say('');
}

async function isMeant(logs: readonly CopiedLog[], { say, ask }: Talk): Promise<boolean> {
  const typed = await ask(
    'よければ、施設の名前を入れてください（やめるときは Enter）/ Type the name of the facility to go on:',
  );
  const meant = logs.some(({ facilityName }) => facilityName === typed);
  if (!meant) say('何も変えていません。/ Nothing was changed.');
  return meant;
}

function setAside(target: string, stamp: string): void {
  for (const part of PARTS)
    if (existsSync(`${target}${part}`)) renameSync(`${target}${part}`, `${target}.replaced-${stamp}${part}`);
}

/** A key that is there stays when it is the same; another one is kept beside. */
function putKeys(from: string, to: string, stamp: string): void {
  const names = readdirSync(from);
  const isSame = (name: string): boolean => readFileSync(join(from, name)).equals(readFileSync(join(to, name)));
  if (names.some((name) => existsSync(join(to, name)) && !isSame(name))) renameSync(to, `${to}.replaced-${stamp}`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of names) if (!existsSync(join(to, name))) copyFileSync(join(from, name), join(to, name));
}
