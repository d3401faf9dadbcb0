import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { Value } from './statements.ts';

/** JournalLock closes the key of a part of the journal for those who may open backups, and opens it again. */
export interface JournalLock {
  readonly close: (key: Uint8Array) => Promise<Uint8Array>;
  readonly open: (closed: Uint8Array) => Promise<Uint8Array>;
}

interface Line {
  /** The state that these changes were made to. */
  readonly after: string;
  /** When they were made; never before that state. */
  readonly at: string;
  readonly changes: readonly Change[];
}

interface Change {
  readonly sql: string;
  readonly values: readonly Kept[];
}

/** A value as JSON can say it. */
type Kept = string | number | null | { readonly base64: string };

const LF = '\n';
const END = '.journal';
const NONCE = 12;
const TAG = 16;
const CHANGE = /^\s*(insert|update|delete|replace|with)\b/i;
const STEP = 'UPDATE journal SET digest';
const BEGUN = 'begun';
/** A disk that was asleep needs a moment; nobody at the safe waits longer for one that is gone. */
const PATIENCE_MS = 3_000;

interface Part {
  readonly path: string;
  readonly file: FileHandle;
  /** What the file is on its disk: whether the name still means it. */
  readonly number: number;
  readonly key: Uint8Array;
}

/**
 * Journal writes the changes of every transaction to a second disk before they are committed, closed for the keys of the backups: with
 * the newest backup they make the database anew up to the last answer. Each names the state that it follows, so that what does not
 * belong together is never played together. A disk that takes nothing stops nobody, and is told.
 */
export class Journal {
  private readonly folder: string;
  private readonly lock: Pick<JournalLock, 'close'>;
  private changes: Change[] = [];
  private mark = 0;
  private part: Part | null = null;
  /** A write of which the disk has not said yet how it went. */
  private hanging: Promise<void> | null = null;
  /** Whether the newest changes are not in it. */
  failing = false;
  /** Whether a backup is needed for what comes next to have something to follow. */
  broken = true;

  constructor(folder: string, lock: Pick<JournalLock, 'close'>) {
    this.folder = folder;
    this.lock = lock;
  }

  /** begin says that another program may have written meanwhile: nothing from now on follows what was written before. */
  begin(handle: BetterSqlite3.Database): void {
    handle.prepare(`${STEP} = ?`).run(`${now()} ${BEGUN} ${randomBytes(32).toString('hex')}`);
  }

  /** listen hears every statement of a connection with its values; the driver's own trace cuts long ones off. */
  listen(handle: BetterSqlite3.Database): void {
    const prepare = handle.prepare.bind(handle);
    const listening = (sql: string): BetterSqlite3.Statement => {
      const statement = prepare(sql);
      for (const way of ['run', 'get', 'all'] as const) {
        const ask: (...values: readonly Value[]) => unknown = statement[way].bind(statement);
        const heard = (...values: readonly Value[]): unknown => {
          this.hear(sql, values);
          return ask(...values);
        };
        Object.assign(statement, { [way]: heard });
      }
      return statement;
    };
    Object.assign(handle, { prepare: listening });
  }

  /** anew begins a transaction. */
  anew(): void {
    this.changes = [];
  }

  private hear(sql: string, values: readonly Value[]): void {
    if (sql.startsWith('SAVEPOINT')) this.mark = this.changes.length;
    else if (sql.startsWith('ROLLBACK TO')) this.changes.length = this.mark;
    else if (CHANGE.test(sql) && !sql.startsWith(STEP)) this.changes.push({ sql, values: values.map(kept) });
  }

  /** keep writes the changes of the open transaction out; its commit comes after. */
  async keep(handle: BetterSqlite3.Database): Promise<void> {
    const { changes } = this;
    if (changes.length === 0) return;
    const after = handle.prepare<[], string>('SELECT digest FROM journal').pluck().get() ?? '';
    const line: Line = { after, at: [instantOf(after), now()].toSorted().at(-1) ?? '', changes };
    handle.prepare(`${STEP} = ?`).run(stateAfter(line));
    try {
      await this.inTime(line);
      this.failing = false;
    } catch {
      // The outcome is counted: cards move on, a backup is made as soon as it can be, and 今日 tells it.
      this.failing = true;
      this.broken = true;
      void this.endPart();
    }
  }

  /** endPart lets what comes next begin a file of its own. */
  async endPart(): Promise<void> {
    const { part } = this;
    this.part = null;
    await part?.file.close().catch(() => undefined);
  }

  /** forget removes the parts that were begun before then. */
  forget(before: string): void {
    if (!existsSync(this.folder)) return;
    for (const name of partsIn(this.folder)) if (name < partName(before)) rmSync(join(this.folder, name));
  }

  /** A disk that does not answer is waited for once: each further write would only take a thread from the server. */
  private async inTime(line: Line): Promise<void> {
    if (this.hanging !== null) throw new Error('the disk of the journal has not answered yet');
    const writing = this.write(line).finally(() => (this.hanging = null));
    this.hanging = writing;
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error('the disk of the journal does not answer'));
      }, PATIENCE_MS);
    });
    await Promise.race([writing, over]).finally(() => {
      clearTimeout(timer);
    });
  }

  private async write(line: Line): Promise<void> {
    this.part ??= await this.beginPart(line.at);
    const { file, key, path, number } = this.part;
    await file.appendFile(`${closed(line, key)}${LF}`);
    await file.datasync();
    // What is written to a file that was removed is accepted, and lost.
    if ((await stat(path)).ino !== number) throw new Error(`${path} is another file now`);
  }

  /** The folder is not made: where the disk is absent, it would be one on the disk of the data. */
  private async beginPart(at: string): Promise<Part> {
    const path = join(this.folder, partName(at));
    const file = await open(path, 'wx', 0o600);
    try {
      const key = randomBytes(32);
      await file.appendFile(`${Buffer.from(await this.lock.close(key)).toString('base64')}${LF}`);
      return { path, file, number: (await file.stat()).ino, key };
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    }
  }
}

/** Played is what a journal added to a copy, and what it could not. */
export interface Played {
  readonly transactions: number;
  /** Null: nothing later is in the journal. */
  readonly gap: {
    /** The last moment that the copy knows; empty where it was made without a journal. */
    readonly from: string;
    /** From when on the journal has something again, which follows nothing. */
    readonly until: string;
    /** How many transactions that are. */
    readonly left: number;
    /** It is the start of a server, after which nothing follows what was before. */
    readonly byStart: boolean;
  } | null;
  /** How many parts were closed for other keys. */
  readonly shut: number;
}

/** playOn makes the changes that follow the state of a copy, one transaction after the other, and says what it has of later ones. */
export async function playOn(
  copy: BetterSqlite3.Database,
  folder: string,
  lock: Pick<JournalLock, 'open'>,
): Promise<Played> {
  const { following, shut } = await readParts(folder, lock);
  const digest = copy.prepare<[], string>('SELECT digest FROM journal').pluck();
  let transactions = 0;
  for (let line = following.get(digest.get() ?? ''); line; line = following.get(digest.get() ?? '')) {
    play(copy, line);
    transactions += 1;
  }
  return { transactions, gap: gapAfter(digest.get() ?? '', following), shut };
}

/** readParts reads the lines by the state that they follow, and counts the parts that were closed for other keys. */
export async function readParts(
  folder: string,
  lock: Pick<JournalLock, 'open'>,
): Promise<{ readonly following: ReadonlyMap<string, Line>; readonly shut: number }> {
  const following = new Map<string, Line>();
  let shut = 0;
  for (const name of partsIn(folder)) {
    const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').split(LF).slice(0, -1);
    const key = await lock.open(Buffer.from(head, 'base64')).catch(() => null);
    if (key === null && lines.length > 0) shut += 1;
    if (key === null) continue;
    // Of two that follow one state the later was committed: the earlier never was answered.
    for (const text of lines) {
      const line = opened(text, key);
      if (line !== null) following.set(line.after, line);
    }
  }
  return { following, shut };
}

function play(copy: BetterSqlite3.Database, line: Line): void {
  copy.transaction(() => {
    for (const { sql, values } of line.changes) {
      const statement = copy.prepare(sql);
      const bound = values.map((value) => (isBytes(value) ? Buffer.from(value.base64, 'base64') : value));
      if (statement.reader) statement.all(...bound);
      else statement.run(...bound);
    }
    copy.prepare(`${STEP} = ?`).run(stateAfter(line));
  })();
}

function gapAfter(reached: string, following: ReadonlyMap<string, Line>): Played['gap'] {
  const from = instantOf(reached);
  const later = [...following.values()].filter(({ at }) => at > from);
  const [first] = later.toSorted((one, other) => (one.at < other.at ? -1 : 1));
  if (first === undefined) return null;
  return {
    from,
    until: instantOf(first.after),
    left: later.length,
    byStart: first.after.includes(BEGUN),
  };
}

function kept(value: Value): Kept {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

function isBytes(value: Kept): value is { readonly base64: string } {
  return typeof value === 'object' && value !== null;
}

function partsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(END))
    .sort();
}

function partName(at: string): string {
  return `azukari-${at.replaceAll(/[-:.]/g, '')}${END}`;
}

/** A state says when it came about, and by a hash out of what: what follows another history follows nothing here. */
function stateAfter(line: Line): string {
  const { after, at, changes } = line;
  return `${at} ${createHash('sha256')
    .update(JSON.stringify([after, at, changes]))
    .digest('hex')}`;
}

function instantOf(state: string): string {
  return state.includes(' ') ? state.slice(0, state.indexOf(' ')) : '';
}

function now(): string {
  return new Date().toISOString();
}

function closed(line: Line, key: Uint8Array): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  const text = Buffer.concat([cipher.update(JSON.stringify(line)), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64');
}

/** A line that was torn, or is another's, says nothing. */
function opened(text: string, key: Uint8Array): Line | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < NONCE + TAG) return null;
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  cipher.setAuthTag(bytes.subarray(-TAG));
  try {
    const json = Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]).toString();
    return JSON.parse(json) as Line;
  } catch {
    return null;
  }
}
