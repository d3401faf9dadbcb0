import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ERASED_KINDS, ERASURE_GROUNDS } from '@azukari/domain';
import * as z from 'zod';
import type { Config } from '../config.ts';
import type { ErasureRow } from './erasure-rows.ts';

const LF = '\n';
const NAME = 'azukari-erasures';

const line = z.object({
  id: z.uuid(),
  facilityId: z.uuid(),
  kind: z.enum(ERASED_KINDS),
  personId: z.uuid(),
  ground: z.enum(ERASURE_GROUNDS),
  askedBy: z.uuid(),
  askedAt: z.iso.datetime(),
  confirmedBy: z.uuid(),
  confirmedAt: z.iso.datetime(),
});

/** Erased is an erasure that was done, as the list outside of the database tells it. */
export type Erased = z.output<typeof line>;

/**
 * ErasedList is what was erased, by ids alone, in two files that no backup holds: beside the database, and beside the backups, which
 * may come back without the rest. A disk that is not there is told what it missed when something is kept again.
 */
export class ErasedList {
  private readonly paths: readonly string[];

  constructor({ anchorsFolder, backup }: Pick<Config, 'anchorsFolder' | 'backup'>) {
    mkdirSync(anchorsFolder, { recursive: true });
    this.paths = [join(anchorsFolder, NAME), join(backup.folder, NAME)];
  }

  /** read is what any of the files knows. */
  read(): readonly Erased[] {
    return [...new Map(this.paths.flatMap((path) => linesIn(path)).map((erased) => [erased.id, erased])).values()];
  }

  /** keep adds to each file what it does not know yet. */
  async keep(rows: readonly ErasureRow[]): Promise<void> {
    const done = [...rows.flatMap((row) => line.safeParse(row).data ?? []), ...this.read()];
    for (const path of this.paths.filter((path) => existsSync(dirname(path)))) await keepIn(path, done);
  }
}

async function keepIn(path: string, done: readonly Erased[]): Promise<void> {
  const known = new Set(linesIn(path).map(({ id }) => id));
  const missing = new Map(done.filter(({ id }) => !known.has(id)).map((erased) => [erased.id, erased]));
  if (missing.size === 0) return;
  const file = await open(path, 'a', 0o600);
  try {
    // A line that was torn stays alone.
    const text = [...missing.values()].map((erased) => `${JSON.stringify(erased)}${LF}`).join('');
    await file.appendFile(`${LF}${text}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What is no line of ours says nothing. */
function linesIn(path: string): readonly Erased[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split(LF)
    .flatMap((text) => line.safeParse(parsed(text)).data ?? []);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
