import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { openReader } from '../database/reader.ts';
import type { Readable } from '../database/reader.ts';
import { handOver } from './hand-over.ts';
import { filesOf } from './pack-files.ts';
import type { LogToPack } from './pack-files.ts';
import { zipOf } from './zip.ts';

/** PackOrder is what the worker is started with. */
export interface PackOrder extends Readable {
  /** When it was ordered, in milliseconds: the time of its files. */
  readonly at: number;
  /** The files that say what it is, with their text. */
  readonly texts: readonly (readonly [name: string, text: string])[];
  readonly logs: readonly LogToPack[];
}

/** Each entry is in two files: its text, and its private fields. */
const FILES_OF_ENTRY = 2;

// Whoever stands at the safe goes first. Only on Linux is this the priority of the thread; elsewhere it would be the server's.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const order = workerData as PackOrder;
const { at, texts, logs } = order;
const port = parentPort as MessagePort;
let written = 0;

const reader = await openReader(order);
const zip = zipOf(
  [
    ...texts.map(([name, text]) => ({ name, content: () => [text] })),
    ...logs.flatMap((log) => filesOf(reader.sql, log, (entries) => (written += entries))),
  ],
  new Date(at),
);

await handOver(zip, port, () => Math.floor(written / FILES_OF_ENTRY));
await reader.close();
port.close();
