import { X509Certificate } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { request as requestClosed } from 'node:https';
import { readHealth } from '@azukari/contract';
import { addDays, dayInTokyo, instantAt } from '@azukari/domain';
import type { Instant } from '@azukari/domain';
import BetterSqlite3 from 'better-sqlite3';
import { backupStanding } from '../backup/backup.standing.ts';
import type { Config } from '../config.ts';
import { freeBytes, inMib, roomOf } from '../database/disk-room.ts';
import { schemaStanding } from '../database/schema.ts';
import { assertWriter, prepareWriter } from '../database/sqlite-assertions.ts';
import type { Statements } from '../database/statements.ts';
import { readPair } from '../http/certificate.ts';
import { greet } from '../notices/notices.connection.ts';
import type { Computer } from './computer.ts';
import type { Finding } from './finding.ts';

const SOON_DAYS = 30;
const MAIL_PATIENCE = { talkMs: 20_000, answerMs: 20_000 };
const SERVER_PATIENCE_MS = 5_000;
const SCHEMA = {
  empty: null,
  current: null,
  older: 'upgrade-due',
  newer: 'schema-newer',
  changed: 'schema-changed',
} as const;
const BACKUP = { ok: 'backup-fresh', warn: 'backup-wanting', fail: 'backup-none' } as const;

/** lookAtClock holds the clock against the newest entry, and asks whether somebody keeps it right. */
export async function lookAtClock(newest: Instant | null, now: Instant, { run }: Computer): Promise<Finding> {
  if (newest !== null && newest > now) return { kind: 'clock-behind', newest };
  const kept = await run('timedatectl', ['show', '--property=NTPSynchronized', '--value']);
  if (kept === null) return { kind: 'clock-unknown' };
  return { kind: kept.trim() === 'yes' ? 'clock-right' : 'clock-alone' };
}

/** newestEntryAt is the moment of the newest entry of all logs. */
export async function newestEntryAt(sql: Statements): Promise<Instant | null> {
  const row = await sql.get<{ at: Instant | null }>('SELECT MAX(highest_at) AS at FROM log_head');
  return row?.at ?? null;
}

/** lookAtDisk says how much room there is. */
export function lookAtDisk({ dataFolder }: Config): Finding {
  const free = freeBytes(dataFolder);
  return { kind: `disk-${roomOf(free)}`, freeMb: inMib(free) };
}

/** lookAtSqlite tries the settings of the server on a database of its own, because a connection forgets them, and reads the one that the file keeps. */
export async function lookAtSqlite(file: string, scratch: string): Promise<Finding> {
  const trial = new BetterSqlite3(scratch);
  const kept = new BetterSqlite3(file, { readonly: true });
  try {
    prepareWriter(trial);
    assertWriter(trial);
    const mode = kept.pragma('journal_mode', { simple: true });
    if (mode !== 'wal') return { kind: 'sqlite-unfit', why: `journal_mode=${String(mode)}` };
    const schema = SCHEMA[(await schemaStanding(kept)).kind];
    if (schema !== null) return { kind: schema };
    const version = trial.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
    return { kind: 'sqlite-sound', version };
  } catch (error) {
    return { kind: 'sqlite-unfit', why: whyOf(error) };
  } finally {
    trial.close();
    kept.close();
  }
}

/** lookAtMail goes as far as a mail would, and hands none over. */
export async function lookAtMail({ mail }: Config): Promise<Finding> {
  if (mail === null) return { kind: 'mail-off' };
  const greeting = await greet(mail, MAIL_PATIENCE);
  return greeting.ok
    ? { kind: 'mail-answers', closed: greeting.closed }
    : { kind: 'mail-silent', stage: greeting.stage, why: greeting.why };
}

/** lookAtBackups says how old the newest one is that was verified. */
export async function lookAtBackups(sql: Statements, config: Config, now: Instant): Promise<Finding> {
  if (config.database.kind === 'postgres') return { kind: 'backup-elsewhere' };
  const { state, health, verifiedAt } = await backupStanding(sql, config, now);
  return { kind: BACKUP[health], state, verifiedAt };
}

/** lookAtNightLists says whether the folder for the lists of the night can be reached; nothing where none is named. */
export function lookAtNightLists({ nightLists: folder }: Config): readonly Finding[] {
  if (folder === null) return [];
  const there = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return [{ kind: there ? 'night-lists-kept' : 'night-lists-away', folder }];
}

/** lookAtCertificate says until which day browsers believe it. */
export function lookAtCertificate({ tls }: Config, now: Instant): Finding {
  if (tls === null) return { kind: 'certificate-none' };
  try {
    const endsAt = instantAt(new X509Certificate(readPair(tls).cert).validToDate.getTime());
    const lastDay = dayInTokyo(endsAt);
    if (endsAt <= now) return { kind: 'certificate-ended', lastDay };
    const soon = lastDay <= addDays(dayInTokyo(now), SOON_DAYS);
    return { kind: soon ? 'certificate-soon' : 'certificate-good', lastDay };
  } catch (error) {
    return { kind: 'certificate-wrong', why: whyOf(error) };
  }
}

/** lookAtServer asks the running server how it is. */
export async function lookAtServer({ port, tls }: Config): Promise<Finding> {
  const said = await asked(port, tls !== null);
  const health = said === null ? null : readHealth.answer.safeParse(said);
  if (!health?.success) return { kind: 'server-silent' };
  const failing = Object.entries(health.data.checks).filter(([, state]) => state === 'fail');
  return health.data.status === 'ok'
    ? { kind: 'server-well' }
    : { kind: 'server-failing', checks: failing.map(([name]) => name) };
}

function asked(port: number, closed: boolean): Promise<unknown> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path: readHealth.path, timeout: SERVER_PATIENCE_MS };
    // On the loopback nobody stands between; its certificate names the house, not this address, and is looked at by itself.
    const asking = closed ? requestClosed({ ...options, rejectUnauthorized: false }) : request(options);
    asking.on('response', (answer) => {
      answer.setEncoding('utf8');
      let text = '';
      answer.on('data', (piece: string) => (text += piece));
      answer.on('end', () => {
        try {
          resolve(JSON.parse(text));
        } catch {
          // Another program listens there.
          resolve(null);
        }
      });
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => {
      resolve(null);
    });
    asking.end();
  });
}

/** whyOf is what an error says for itself. */
export function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** hasBegun says whether a server has been started on this folder. */
export function hasBegun({ database, dataFolder }: Config): boolean {
  return existsSync(database.kind === 'sqlite' ? database.file : dataFolder);
}
