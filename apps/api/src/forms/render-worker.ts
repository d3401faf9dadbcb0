import { parentPort } from 'node:worker_threads';
import { papersOf } from './paper/document.ts';
import { Press } from './paper/press.ts';
import type { Typeface } from './paper/typeface.ts';
import type { PrintJob } from './paper/sheet.ts';

/** WorkOrder is one job for the worker; it answers with the bytes of the paper, piece by piece, and null at its end. */
export interface WorkOrder {
  readonly job: PrintJob;
  readonly face: Typeface;
}

const handOver = (bytes: Uint8Array<ArrayBuffer>): void => parentPort?.postMessage(bytes, [bytes.buffer]);

async function draw({ job, face }: WorkOrder): Promise<void> {
  const press = new Press(job, face);
  for (const paper of papersOf(job)) handOver(press.draw(paper));
  handOver(await press.finish());
  parentPort?.postMessage(null);
}

// What fails here ends this worker, and the printer hears of it.
parentPort?.on('message', (order: WorkOrder) => void draw(order));
