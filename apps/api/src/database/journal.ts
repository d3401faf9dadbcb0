import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
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
  private part: { readonly file: FileHandle; readonly key: Uint8Array } | null = null;
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
    handle.prepare(`${STEP} = ?`).run(randomBytes(32).toString('hex'));
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
    const line: Line = { after, changes };
    handle.prepare(`${STEP} = ?`).run(digestOf(line));
    try {
      this.part ??= await this.beginPart();
      await this.part.file.appendFile(`${closed(line, this.part.key)}${LF}`);
      await this.part.file.datasync();
      this.failing = false;
    } catch {
      // The outcome is counted: cards move on, a backup is made as soon as it can be, and 今日 tells it.
      this.failing = true;
      this.broken = true;
      await this.endPart();
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

  private async beginPart(): Promise<NonNullable<Journal['part']>> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(join(this.folder, partName(new Date().toISOString())), 'wx', 0o600);
    const key = randomBytes(32);
    await file.appendFile(`${Buffer.from(await this.lock.close(key)).toString('base64')}${LF}`);
    return { file, key };
  }
}

/** playOn makes the changes that follow the state of a copy, one transaction after the other, and answers how many there were. */
export async function playOn(
  copy: BetterSqlite3.Database,
  folder: string,
  lock: Pick<JournalLock, 'open'>,
): Promise<number> {
  const following = new Map<string, Line>();
  for (const name of partsIn(folder)) {
    const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').split(LF).slice(0, -1);
    const key = await lock.open(Buffer.from(head, 'base64')).catch(() => null);
    // Of two that follow one state the later was committed: the earlier never was answered.
    if (key === null) continue;
    for (const text of lines) {
      const line = opened(text, key);
      if (line !== null) following.set(line.after, line);
    }
  }
  const digest = copy.prepare<[], string>('SELECT digest FROM journal').pluck();
  let played = 0;
  for (let line = following.get(digest.get() ?? ''); line; line = following.get(digest.get() ?? '')) {
    const { changes } = line;
    const next = digestOf(line);
    copy.transaction(() => {
      for (const { sql, values } of changes) {
        const statement = copy.prepare(sql);
        const bound = values.map((value) => (isBytes(value) ? Buffer.from(value.base64, 'base64') : value));
        if (statement.reader) statement.all(...bound);
        else statement.run(...bound);
      }
      copy.prepare(`${STEP} = ?`).run(next);
    })();
    played += 1;
  }
  return played;
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

function digestOf({ after, changes }: Line): string {
  return createHash('sha256')
    .update(JSON.stringify([after, changes]))
    .digest('hex');
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
