import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { faultsIn } from './record.ts';
import type { Acknowledged } from './record.ts';

const DIST = join(import.meta.dirname, '../../apps/api/dist/backup');
const MAKER = join(import.meta.dirname, 'backup-maker.mjs');
const APPENDER = join(import.meta.dirname, 'appender.mjs');
const CALLS = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate'] as const;
const ERRORS = ['EIO', 'ENOSPC'] as const;
/** A record grows; a fresh one keeps the look at it short. */
const ROUNDS_A_RECORD = 50;
const FIRST_UNITS = 30;
const UNITS = 6;
const TORN_BYTES = 8_192;
const TEAR_EVERY = 61;

/** HAS_STRACE says whether system calls can be made to fail here. */
export const HAS_STRACE = spawnSync('strace', ['-V']).status === 0;

/** Toll is what one kind of fault was let do, and what it has broken, in words. */
export interface Toll {
  readonly runs: number;
  readonly acknowledged: number;
  /** Runs in which a write was refused: the others never came so far. */
  readonly refused: number;
  readonly faults: readonly string[];
}

interface Ended {
  readonly acknowledged: Acknowledged;
  readonly refused: boolean;
}

/** Injection is one system call on the files of the database that fails once. */
export interface Injection {
  readonly call: string;
  readonly error: string;
  readonly when: number;
}

/** FaultRange is a folder with records that are appended to by processes of their own, which do not come to a good end. */
export class FaultRange {
  private readonly room = mkdtempSync(join(tmpdir(), 'azukari-faults-'));
  /** The folder of the record that every other begins with. */
  readonly template = join(this.room, 'template');
  private readonly place = join(this.room, 'place');

  /** open makes the record that every other begins with. */
  static async open(): Promise<FaultRange> {
    const range = new FaultRange();
    await appended(process.execPath, [APPENDER, range.template, String(FIRST_UNITS)]);
    return range;
  }

  /** kills ends an appender with SIGKILL so often, spread over its first moments of work, the same in every run. */
  async kills(rounds: number, told: (round: number) => void = () => undefined): Promise<Toll> {
    const ends: Ended[] = [];
    const faults: string[] = [];
    let known = new Map<number, string>();
    for (let n = 0; n < rounds; n++) {
      if (n % ROUNDS_A_RECORD === 0) {
        this.anew();
        known = new Map();
      }
      const end = await appended(process.execPath, [APPENDER, this.place], (line, child) => {
        if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), (n * 37) % 160);
      });
      for (const [seq, hash] of end.acknowledged) known.set(seq, hash);
      ends.push(end);
      faults.push(...faultsIn(this.place, known).map((fault) => `round ${String(n)}: ${fault}`));
      told(n + 1);
    }
    return tollOf(ends, faults);
  }

  /** injections are all that can fail once while a few units are appended. */
  injections(): readonly Injection[] {
    this.anew();
    const list = join(this.room, 'calls');
    spawnSync('strace', ['-o', list, ...this.strace([`trace=${CALLS.join(',')}`])]);
    const lines = readFileSync(list, 'utf8').split('\n');
    return CALLS.flatMap((call) => {
      const times = lines.filter((line) => line.startsWith(`${call}(`)).length;
      return ERRORS.flatMap((error) => Array.from({ length: times }, (_, n) => ({ call, error, when: n + 1 })));
    });
  }

  /** inject lets each of them fail, in a fresh record each. */
  async inject(injections: readonly Injection[]): Promise<Toll> {
    const ends: Ended[] = [];
    const faults: string[] = [];
    for (const { call, error, when } of injections) {
      this.anew();
      const inject = `inject=${call}:error=${error}:when=${String(when)}`;
      const end = await appended('strace', ['-o', '/dev/null', ...this.strace([`trace=${call}`, inject])]);
      ends.push(end);
      faults.push(
        ...faultsIn(this.place, end.acknowledged).map((fault) => `${call} ${String(when)} ${error}: ${fault}`),
      );
    }
    return tollOf(ends, faults);
  }

  /**
   * backups kills who makes a backup so often, spread over its whole work; what has a name then opens and is whole, nothing else stands
   * there as one, and the next is made.
   */
  async backups(rounds: number): Promise<Toll> {
    this.anew();
    const target = join(this.room, 'made.age');
    const faults: string[] = [];
    let named = 0;
    const whole = await this.makeBackup(target, null);
    if (whole === null) return { runs: 0, acknowledged: 0, refused: 0, faults: ['no backup is made at all'] };
    for (let n = 0; n < rounds; n++) {
      rmSync(target, { force: true });
      await this.makeBackup(target, (n * whole) / rounds);
      if (existsSync(target)) named += 1;
      const opened = !existsSync(target) || (await this.isWhole(target));
      if (!opened) faults.push(`round ${String(n)}: what has the name of a backup is none`);
      faults.push(...faultsIn(this.place, new Map()).map((fault) => `round ${String(n)}: ${fault}`));
    }
    rmSync(target, { force: true });
    if ((await this.makeBackup(target, null)) === null || !(await this.isWhole(target)))
      faults.push('after that no backup is made');
    return { runs: rounds, acknowledged: named + 1, refused: rounds - named, faults };
  }

  /** How many milliseconds it took; null: it did not come to its end, or was killed after so many. */
  private async makeBackup(target: string, killedAfter: number | null): Promise<number | null> {
    rmSync(`${target}.partial`, { force: true });
    const child = spawn(process.execPath, [MAKER, this.place, target], { stdio: ['ignore', 'pipe', 'ignore'] });
    let began = 0;
    let took: number | null = null;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') began = performance.now();
      if (line === 'ready' && killedAfter !== null) setTimeout(() => child.kill('SIGKILL'), killedAfter);
      if (line.startsWith('made')) took = performance.now() - began;
    });
    await new Promise((resolve) => child.once('close', resolve));
    return took;
  }

  private async isWhole(backup: string): Promise<boolean> {
    const folder = join(this.room, 'opened');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const { openArchive } = (await import(join(DIST, 'archive.js'))) as {
      readonly openArchive: (path: string, secret: string, folder: string) => Promise<void>;
    };
    const drill = readFileSync(join(this.place, 'backup-keys', 'drill.key'), 'utf8').trim();
    return openArchive(backup, drill, folder).then(
      () => faultsIn(folder, new Map()).length === 0,
      () => false,
    );
  }

  /** tears cuts a write-ahead log off at many places, as a power cut may; only the newest entries may be gone. */
  async tears(): Promise<Toll> {
    this.anew();
    const end = await appended(process.execPath, [APPENDER, this.place], (line, child) => {
      if (line.startsWith(`${String(2 * FIRST_UNITS)} `)) child.kill('SIGKILL');
    });
    const cut = join(this.room, 'cut');
    cpSync(this.place, cut, { recursive: true });
    const { size } = statSync(walOf(cut));
    const faults: string[] = [];
    let runs = 0;
    for (let at = size; at > Math.max(0, size - TORN_BYTES); at -= TEAR_EVERY, runs++) {
      this.anew(cut);
      truncateSync(walOf(this.place), at);
      faults.push(...faultsIn(this.place, new Map()).map((fault) => `torn at ${String(at)}: ${fault}`));
    }
    return { runs, acknowledged: end.acknowledged.size, refused: 0, faults };
  }

  close(): void {
    rmSync(this.room, { recursive: true, force: true });
  }

  private anew(from = this.template): void {
    rmSync(this.place, { recursive: true, force: true });
    cpSync(from, this.place, { recursive: true });
  }

  private strace(expressions: readonly string[]): readonly string[] {
    const file = join(this.place, 'azukari.sqlite');
    const how = expressions.flatMap((expression) => ['-e', expression]);
    const watched = ['-qq', '-P', file, '-P', walOf(this.place)];
    return [...watched, ...how, process.execPath, APPENDER, this.place, String(UNITS)];
  }
}

const walOf = (folder: string): string => join(folder, 'azukari.sqlite-wal');

function tollOf(ends: readonly Ended[], faults: readonly string[]): Toll {
  return {
    runs: ends.length,
    acknowledged: ends.reduce((sum, end) => sum + end.acknowledged.size, 0),
    refused: ends.filter(({ refused }) => refused).length,
    faults,
  };
}

/** appended is what an appender was answered until its end; `each` hears every line of it. */
function appended(
  command: string,
  args: readonly string[],
  each: (line: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const acknowledged = new Map<number, string>();
  let refused = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [seq, hash] = line.split(' ');
    if (seq === 'refused') refused = true;
    else if (hash !== undefined) acknowledged.set(Number(seq), hash);
    each(line, child);
  });
  return new Promise((resolve) => {
    child.once('close', () => {
      resolve({ acknowledged, refused });
    });
  });
}
