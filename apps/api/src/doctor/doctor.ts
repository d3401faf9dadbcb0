import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantAt } from '@azukari/domain';
import type { Config } from '../config.ts';
import { openReader } from '../database/reader.ts';
import type { Computer } from './computer.ts';
import { lookAtFiles } from './files.ts';
import type { Finding } from './finding.ts';
import * as house from './house.ts';
import { lookAtRecord } from './record.ts';
import { lookAtSystem } from './system.ts';

/** Visit is how thoroughly the doctor looks, and at what. */
export interface Visit {
  readonly computer: Computer;
  /** Works every entry out anew. */
  readonly all: boolean;
  readonly nowMs: number;
}

/** examine looks at everything that the server stands on; it changes nothing, and whether the server runs is one of the findings. */
export async function examine(config: Config, visit: Visit): Promise<readonly Finding[]> {
  const now = instantAt(visit.nowMs);
  const around = [
    ...house.lookAtNightLists(config),
    house.lookAtCertificate(config, now),
    await house.lookAtMail(config),
    await house.lookAtServer(config),
    ...(await lookAtSystem(config.dataFolder, visit.computer)),
  ];
  if (!house.hasBegun(config)) return [{ kind: 'not-begun', folder: config.dataFolder }, ...around];
  const files = lookAtFiles(config, visit.computer.platform);
  const inside = files.some(({ kind }) => kind === 'keys-missing') ? [] : await lookInside(config, visit);
  return [...files, house.lookAtDisk(config), ...inside, ...around];
}

async function lookInside(config: Config, { computer, all, nowMs }: Visit): Promise<readonly Finding[]> {
  const now = instantAt(nowMs);
  try {
    const reader = await openReader(config);
    try {
      return [
        await lookAtDatabase(config),
        await house.lookAtClock(await house.newestEntryAt(reader.sql), now, computer),
        await lookAtRecord(reader.sql, config, { all }),
        await house.lookAtBackups(reader.sql, config, now),
      ];
    } finally {
      await reader.close();
    }
  } catch (error) {
    return [{ kind: 'database-unreadable', why: house.whyOf(error) }];
  }
}

async function lookAtDatabase({ database }: Config): Promise<Finding> {
  if (database.kind === 'postgres') return { kind: 'postgres' };
  const folder = mkdtempSync(join(tmpdir(), 'azukari-doctor-'));
  try {
    return await house.lookAtSqlite(database.file, join(folder, 'trial.sqlite'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
