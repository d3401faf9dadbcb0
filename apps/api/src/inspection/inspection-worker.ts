import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { openReader } from '../database/reader.ts';
import { handOver, zipOf } from '../pack/pack.making.ts';
import type { PackPiece } from '../pack/pack.making.ts';
import { filesOf, gather } from './files.ts';
import type { InspectionOrder } from './order.ts';
import { sightOf } from './sight.ts';

// Whoever stands at the safe goes first. Only on Linux is this the priority of the thread; elsewhere it would be the server's.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const order = workerData as InspectionOrder;
const port = parentPort as MessagePort;

let done = 0;
const reached = (percent: number): void => {
  done = Math.floor(percent);
  const piece: PackPiece = { bytes: new Uint8Array(), done };
  port.postMessage(piece);
};

const reader = await openReader(order);
const chapters = await gather(await sightOf(reader.sql, order), order, reached);
await reader.close();
await handOver(zipOf(filesOf(chapters, order, reached), new Date(order.now)), port, () => done);
port.close();
