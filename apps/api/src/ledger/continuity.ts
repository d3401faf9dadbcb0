import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointBody, openCheckpoint, parseLeaf } from '@azukari/domain';
import type { Checkpoint, LogName } from '@azukari/domain';
import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { AnchorFile } from './anchor-file.ts';
import { continues } from './continues.ts';
import { verifyEd25519 } from './crypto.ts';
import { explanationsOf } from './explanations.ts';
import type { Explanation } from './explanations.ts';
import type { Head } from './head.ts';
import { OUTSIDE } from './kept-outside.ts';
import type { Keys } from './keys.ts';
import { RARE_TYPE } from './leaf-indexes.ts';
import { isNote } from './stretch-end.ts';
import type { KeptLine, StretchEnd } from './stretch-end.ts';

/** A log as it stands. */
type Log = Pick<Head, 'id' | 'name' | 'size' | 'root'>;

/** Gap is where a log does not go on from what was signed: the newest such checkpoint, and up to how many entries both are the same. */
export interface Gap {
  readonly kind: 'gap';
  readonly givenUp: Checkpoint;
  readonly from: number;
}

/**
 * Standing says how a log stands to what was signed of it and kept outside the database: it continues all of that but what a person
 * gave up in an entry (`ended` are those of which the file on the second disk does not know yet), or there is a gap, or what is
 * outside says nothing that could be given up.
 */
export type Standing =
  | { readonly kind: 'continues'; readonly ended: readonly StretchEnd[] }
  | Gap
  | { readonly kind: 'blocked'; readonly because: 'key' | 'unreadable' };

/** Stretch is what the file has of a log between two ends, as far as it has to be looked at, with the explanations that end it. */
interface Stretch {
  readonly notes: readonly Checkpoint[];
  readonly ended: readonly Explanation[];
}

const LOOKED_AT = 64;
const CONTINUES: Standing = { kind: 'continues', ended: [] };

/** Continuity compares a log with the checkpoints of it that are kept outside: the newest beside the database, and all on the second disk. */
export class Continuity {
  /** What the file on the second disk has of a log, as it was when this record was found to continue all of it. */
  private readonly vouched = new Map<LogName, readonly KeptLine[]>();
  private readonly keys: Keys;
  private readonly file: AnchorFile;
  private readonly folder: string;

  constructor(keys: Keys, file: AnchorFile, anchorsFolder: string) {
    this.keys = keys;
    this.file = file;
    this.folder = anchorsFolder;
  }

  /** standingOf looks at the key, at the checkpoint beside the database and at the file; each reading of the file is looked at once. */
  async standingOf(sql: Statements, log: Log): Promise<Standing> {
    if (!(await this.hasOurKey(sql, log))) return { kind: 'blocked', because: 'key' };
    const beside = this.beside(log.name);
    if (beside === 'unreadable') return { kind: 'blocked', because: 'unreadable' };
    const besideFits = beside === null || (await continues(sql, log, beside));
    const kept = await this.file.kept(log.name);
    if (besideFits && (kept.length === 0 || this.vouched.get(log.name) === kept)) return CONTINUES;
    const explained = await explanationsOf(sql, log, this.keys);
    const stretches = await this.stretchesOf(sql, log, kept, explained);
    if (kept.some(isNote) && stretches.every(({ notes }) => notes.length === 0))
      return { kind: 'blocked', because: 'unreadable' };
    const unfit = await Promise.all(stretches.map((stretch) => unfitOf(sql, log, stretch)));
    const known = (one: Checkpoint): boolean =>
      explained.some(({ body }) => body === checkpointBody(one)) ||
      stretches.some(({ notes }, n) => unfit[n]?.length === 0 && notes.some((note) => isSame(note, one)));
    if (beside !== null && !besideFits && !known(beside)) unfit.at(-1)?.push(beside);
    // The newest stretch first: what was given up last is what the facility lost last.
    const missed = unfit.findLast((notes) => notes.length > 0);
    if (missed !== undefined) return this.gapOf(sql, log, missed);
    const ended = endsNotIn(kept, explained, log.name);
    if (ended.length === 0) this.vouched.set(log.name, kept);
    return { kind: 'continues', ended: kept.length === 0 ? [] : ended };
  }

  /** forget has the next look take everything anew: a person has given something up meanwhile. */
  forget(log: LogName): void {
    this.vouched.delete(log);
  }

  /** keep keeps what was just signed outside: on the second disk after the ends of stretches, and beside the database, unless a newer one of this stretch is there. */
  async keep(sql: Statements, log: Log, note: string, ended: readonly StretchEnd[]): Promise<void> {
    const path = this.besidePath(log.name);
    const beside = this.beside(log.name);
    const older = beside === null || beside === 'unreadable' || beside.size < log.size;
    if (older || (!isSame(beside, log) && (await this.isGivenUp(sql, log, beside)))) {
      writeFileSync(`${path}.new`, note, { flush: true });
      renameSync(`${path}.new`, path);
    }
    await this.file.keep({ log: log.name, note }, ended);
  }

  private async isGivenUp(sql: Statements, log: Log, beside: Checkpoint): Promise<boolean> {
    const body = checkpointBody(beside);
    return (await explanationsOf(sql, log, this.keys)).some((one) => one.body === body);
  }

  private async hasOurKey(sql: Statements, log: Log): Promise<boolean> {
    const newest = await sql.get<{ body: string }>(
      `SELECT body FROM log_leaf ${by(sql, 'log_leaf_type')} WHERE log = ? AND ${RARE_TYPE} AND type IN ('log.opened', 'key.rotated') ORDER BY seq DESC LIMIT 1`,
      [log.id],
    );
    const parsed = newest && parseLeaf(newest.body);
    if (parsed?.kind !== 'leaf') return false;
    const { leaf } = parsed;
    return (
      (leaf.type === 'log.opened' || leaf.type === 'key.rotated') && leaf.facts.key === this.keys.verifierText(log.name)
    );
  }

  private besidePath(log: LogName): string {
    return join(this.folder, `${log.replaceAll('/', '-')}${OUTSIDE}`);
  }

  private beside(log: LogName): Checkpoint | 'unreadable' | null {
    const path = this.besidePath(log);
    return existsSync(path) ? (this.opened(log, readFileSync(path, 'utf8')) ?? 'unreadable') : null;
  }

  private opened(log: LogName, note: string): Checkpoint | null {
    const opened = openCheckpoint(note, [this.keys.verifier(log)], verifyEd25519);
    return opened.ok ? opened.checkpoint : null;
  }

  /** An end that the file has ends its stretch where the record says the same; what the file does not know of yet ends the last one. */
  private async stretchesOf(
    sql: Statements,
    log: Log,
    kept: readonly KeptLine[],
    explained: readonly Explanation[],
  ): Promise<readonly Stretch[]> {
    const rows = await sql.all<{ note: string }>('SELECT note FROM log_checkpoint WHERE log = ?', [log.id]);
    const known = new Set(rows.map(({ note }) => note));
    const pending = new Set(endsNotIn(kept, explained, log.name).map(({ body }) => body));
    const stretches: Stretch[] = [];
    let lines: string[] = [];
    const end = (ended: readonly Explanation[]): void => {
      stretches.push({ notes: this.lookedAt(log.name, lines, known), ended });
      lines = [];
    };
    for (const line of kept)
      if (isNote(line)) lines.push(line.note);
      else end(explained.filter(({ body }) => body === line.body));
    end(explained.filter(({ body }) => pending.has(body)));
    return stretches;
  }

  /** The newest vouch for all before them; of the rest those are looked at that this database does not know. */
  private lookedAt(log: LogName, lines: readonly string[], known: ReadonlySet<string>): readonly Checkpoint[] {
    const notes: Checkpoint[] = [];
    for (const note of lines.toReversed()) {
      if (notes.length >= LOOKED_AT && known.has(note)) continue;
      const opened = this.opened(log, note);
      if (opened !== null) notes.push(opened);
    }
    return notes;
  }

  private async gapOf(sql: Statements, log: Log, missed: readonly Checkpoint[]): Promise<Gap> {
    const [first, ...others] = missed;
    if (first === undefined) throw new Error('a gap without a checkpoint');
    const givenUp = others.reduce((most, one) => (one.size > most.size ? one : most), first);
    const least = Math.min(...missed.map(({ size }) => size));
    // What this database has signed itself before the first that does not fit is in both.
    const signed = await sql.get<{ size: number }>(
      'SELECT size FROM log_checkpoint WHERE log = ? AND size < ? ORDER BY size DESC LIMIT 1',
      [log.id, least],
    );
    return { kind: 'gap', givenUp, from: signed?.size ?? 0 };
  }
}

/** Of a stretch that a person ended all may be missing that was signed after the beginning of the gap, up to exactly the checkpoint given up. */
async function unfitOf(sql: Statements, log: Log, { notes, ended }: Stretch): Promise<Checkpoint[]> {
  const unfit: Checkpoint[] = [];
  for (const note of notes) {
    const givenUp = ended.some(({ from, size, body }) =>
      note.size === size ? body === checkpointBody(note) : note.size > from && note.size < size,
    );
    if (!givenUp && !(await continues(sql, log, note))) unfit.push(note);
  }
  return unfit;
}

function endsNotIn(kept: readonly KeptLine[], explained: readonly Explanation[], log: LogName): readonly StretchEnd[] {
  const there = new Set(kept.flatMap((line) => (isNote(line) ? [] : line.body)));
  return explained.filter(({ body }) => !there.has(body)).map(({ body, entry }) => ({ log, body, entry }));
}

function isSame(one: Pick<Checkpoint, 'size' | 'root'>, other: Pick<Checkpoint, 'size' | 'root'>): boolean {
  return one.size === other.size && Buffer.from(one.root).equals(other.root);
}
