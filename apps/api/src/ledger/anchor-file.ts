import { constants, createReadStream } from 'node:fs';
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { jcs, parseStrict } from '@azukari/domain';
import type { LogName } from '@azukari/domain';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { anchorOf } from './kept-outside.ts';
import type { AnchorNote } from './kept-outside.ts';
import { endIn, endLine, isNote } from './stretch-end.ts';
import type { KeptLine, StretchEnd } from './stretch-end.ts';

/** AnchorFileState is how it stands with the file on the second disk: not asked for, kept, not there, not to be written, or cut short. */
export type AnchorFileState = 'off' | 'ok' | 'missing' | 'failing' | 'cut';

/** What was written there last: the file reached so far, and ended with this line. */
interface Written {
  readonly size: number;
  readonly line: string;
}

const LF = '\n';
/** Says which file was begun, so that an empty mount point is not taken for a new disk, and how far it was written. */
const BEGUN = 'anchor-file';

/**
 * AnchorFile is a file on a second disk to which every signed checkpoint is appended, a JSON string in a line, and flushed. What it
 * holds is read at the start; it may be on a disk that takes no other change than what is added at the end. A line that is a JSON object
 * says that a person gave up what stands before it of a log, in which entry, and up to which checkpoint: a new stretch begins.
 */
@Injectable()
export class AnchorFile {
  private readonly logger = new Logger(AnchorFile.name);
  private readonly path: string | null;
  private readonly begun: string;
  private turn: Promise<unknown> = Promise.resolve();
  /** What the file has of each log; null until it was read, and again after it failed. */
  private known: Map<LogName, KeptLine[]> | null = null;
  private now: AnchorFileState;
  /** It has less than was written there: nothing is added any more, so that nobody takes the rest for the whole. */
  private cut = false;

  constructor(@Inject(CONFIG) config: Config) {
    this.path = config.anchorFile;
    this.begun = join(config.anchorsFolder, BEGUN);
    this.now = this.path === null ? 'off' : 'ok';
  }

  /** state is how the file stood when it was last read or written. */
  get state(): AnchorFileState {
    return this.now;
  }

  /** kept is what the file has of a log, in the order of its lines; whose signature it is was not looked at. The same list while it is the same file. */
  async kept(log: LogName): Promise<readonly KeptLine[]> {
    return (await this.inTurn(async (path) => (await this.read(path)).get(log))) ?? [];
  }

  /**
   * keep appends a checkpoint, unless it is the last one of its log there, in one write with the ends of stretches before it; a disk that
   * takes nothing stops nobody, and is told.
   */
  async keep(anchor: AnchorNote, ended: readonly StretchEnd[] = []): Promise<void> {
    await this.inTurn(async (path) => {
      const known = await this.read(path);
      const there = known.get(anchor.log) ?? [];
      const ends = ended.filter(({ body }) => !there.some((line) => !isNote(line) && line.body === body));
      const last = there.at(-1);
      if (last !== undefined && isNote(last) && last.note === anchor.note && ends.length === 0) return;
      const written = await this.written(path);
      this.cut ||= written !== null && !(await reaches(path, written));
      if (this.cut) return;
      const line = jcs(anchor.note);
      const before = ends.map((end) => `${jcs(endLine(end))}${LF}`).join('');
      const size = await append(path, `${before}${line}${LF}`, written !== null);
      await writeFile(`${this.begun}.new`, [path, size, line].join(LF), { flush: true });
      await rename(`${this.begun}.new`, this.begun);
      for (const one of [...ends, anchor]) remember(known, one);
    });
  }

  private async inTurn<T>(work: (path: string) => Promise<T>): Promise<T | null> {
    const { path } = this;
    if (path === null) return null;
    const mine = this.turn.then(async () => {
      try {
        const done = await work(path);
        this.became(this.cut ? 'cut' : 'ok');
        return done;
      } catch (error) {
        // The outcome is counted: whatever the disk says, cards move on, and 今日 and the health tell it.
        this.known = null;
        this.became(codeOf(error) === 'ENOENT' ? 'missing' : 'failing', error);
        return null;
      }
    });
    this.turn = mine;
    return mine;
  }

  private became(state: AnchorFileState, error?: unknown): void {
    if (state !== this.now && state !== 'ok') this.logger.error(`${this.path ?? ''}: ${codeOf(error) ?? state}`, error);
    this.now = state;
  }

  private async read(path: string): Promise<Map<LogName, KeptLine[]>> {
    if (this.known !== null) return this.known;
    const known = new Map<LogName, KeptLine[]>();
    const written = await this.written(path);
    const there = await stat(path).catch((error: unknown) => {
      // Only a file that was never begun may be missing.
      if (codeOf(error) !== 'ENOENT' || written !== null) throw error;
      return null;
    });
    this.cut = written !== null && !(await reaches(path, written));
    if (there?.isFile() === true) {
      const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
      for await (const line of lines) {
        const kept = keptIn(line);
        if (kept !== null) remember(known, kept);
      }
    }
    this.known = known;
    return known;
  }

  /** Null for a file that was never begun; one that an earlier version began has something at least. */
  private async written(path: string): Promise<Written | null> {
    const [of, size = '1', line = ''] = (await readFile(this.begun, 'utf8').catch(() => '')).split(LF);
    return of === path ? { size: Number(size), line } : null;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

/** What was written last still stands where it stood; what somebody else added after it says nothing. */
async function reaches(path: string, { size, line }: Written): Promise<boolean> {
  const expected = Buffer.from(line === '' ? '' : `${line}${LF}`);
  const file = await open(path, constants.O_RDONLY);
  try {
    if ((await file.stat()).size < size) return false;
    const found = Buffer.alloc(expected.length);
    await file.read({ buffer: found, position: size - expected.length });
    return found.equals(expected);
  } finally {
    await file.close();
  }
}

/** A line that was torn by a failing disk, or that somebody else wrote, is no checkpoint and says nothing. */
function keptIn(line: string): KeptLine | null {
  const said = parseStrict(line);
  return typeof said === 'string' ? anchorOf(said) : endIn(said);
}

function remember(known: Map<LogName, KeptLine[]>, kept: KeptLine): void {
  const others = known.get(kept.log);
  if (others === undefined) known.set(kept.log, [kept]);
  else others.push(kept);
}

/** A file that was begun is never made anew; after a line that was torn the next begins on its own. Answers how far the file reaches now. */
async function append(path: string, line: string, begun: boolean): Promise<number> {
  const { O_RDWR, O_APPEND, O_CREAT } = constants;
  const file = await open(path, O_RDWR | O_APPEND | (begun ? 0 : O_CREAT), 0o644);
  try {
    await file.appendFile((await endsTorn(file)) ? `${LF}${line}` : line);
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

async function endsTorn(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
  return buffer.toString() !== LF;
}
