import { join } from 'node:path';
import type { Config } from '../config.ts';

const MINUTE_MS = 60_000;

/** MOST_HOUSES at once: each takes some megabytes of memory and of the disk. */
export const MOST_HOUSES = 4;
/** A practice house ends when nobody has done anything in it for so long, and in any case after `LONGEST_MS`. */
export const IDLE_MS = 30 * MINUTE_MS;
export const LONGEST_MS = 120 * MINUTE_MS;

/** practiceFolder is where the practice houses of a server lie; whatever is in it at a start was left behind by a power cut. */
export function practiceFolder({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'practice');
}

/**
 * practiceConfig is that of a house in a folder of its own: no mail, no families, no backup, no list for the night, and nothing that wakes by
 * itself. Each setting is said here, so that a new one does not compile before somebody has decided what practice does with it.
 */
export function practiceConfig(real: Config, folder: string): Config {
  return {
    webFolder: real.webFolder,
    verifyPage: real.verifyPage,
    host: '127.0.0.1',
    nightLists: null,
    tabletIdleMs: IDLE_MS,
    url: null,
    tls: null,
    port: 0,
    dataFolder: folder,
    keysFolder: join(folder, 'keys'),
    anchorsFolder: join(folder, 'anchors'),
    anchorFile: null,
    backup: {
      folder: join(folder, 'backups'),
      own: true,
      everyMs: LONGEST_MS,
      keysFolder: join(folder, 'backup-keys'),
      journal: null,
      scratch: join(folder, 'backup-scratch'),
    },
    database: { kind: 'sqlite', file: join(folder, 'azukari.sqlite') },
    mail: null,
    wakes: false,
    family: null,
    demo: false,
    demandsFactor: false,
    demoDays: 0,
    demoInbox: null,
    headOffice: [],
    idleMs: IDLE_MS,
    absoluteMs: LONGEST_MS,
    metricsPort: null,
    logFolder: null,
    logLevel: 'silent',
  };
}
