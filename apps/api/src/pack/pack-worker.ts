import { once } from 'node:events';
import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Config } from '../config.ts';
import { openReader } from '../database/reader.ts';
import { filesOf } from './pack-files.ts';
import type { LogToPack } from './pack-files.ts';
import { zipOf } from './zip.ts';

/** PackOrder is what the worker is started with. */
export interface PackOrder {
  readonly database: Config['database'];
  /** When it was ordered, in milliseconds: the time of its files. */
  readonly at: number;
  /** The files that say what it is, with their text. */
  readonly texts: readonly (readonly [name: string, text: string])[];
  readonly logs: readonly LogToPack[];
}

/** PackPiece is what the worker hands over: bytes of the ZIP, and how many entries are in it by then. */
export interface PackPiece {
  readonly bytes: Uint8Array;
  readonly done: number;
}

/** PIECES_AHEAD is how many pieces may be on their way before the reader has asked for more. */
export const PIECES_AHEAD = 4;
const PIECE_BYTES = 262_144;
/** Each entry is in two files: its text, and its private fields. */
const FILES_OF_ENTRY = 2;

// Whoever stands at the safe goes first. Only on Linux is this the priority of the thread; elsewhere it would be the server's.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const { database, at, texts, logs } = workerData as PackOrder;
const port = parentPort as MessagePort;
let written = 0;
let wanted = PIECES_AHEAD;
port.on('message', () => wanted++);

const reader = await openReader(database);
const zip = zipOf(
  [
    ...texts.map(([name, text]) => ({ name, content: () => [text] })),
    ...logs.flatMap((log) => filesOf(reader.sql, log, (entries) => (written += entries))),
  ],
  new Date(at),
);

let waiting: Uint8Array[] = [];
let size = 0;
for await (const bytes of zip as AsyncIterable<Uint8Array>) {
  waiting.push(bytes);
  size += bytes.length;
  if (size >= PIECE_BYTES) await handOver();
}
await handOver();
await reader.close();
port.close();

async function handOver(): Promise<void> {
  // A buffer of its own: those of streams share one with others, and what is handed over is gone here.
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const part of waiting) {
    bytes.set(part, end);
    end += part.length;
  }
  waiting = [];
  size = 0;
  while (wanted === 0) await once(port, 'message');
  wanted--;
  const piece: PackPiece = { bytes, done: Math.floor(written / FILES_OF_ENTRY) };
  port.postMessage(piece, [bytes.buffer]);
}
