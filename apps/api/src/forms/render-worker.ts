import { parentPort, workerData } from 'node:worker_threads';
import { papersOf } from './paper/document.ts';
import { Press } from './paper/press.ts';
import type { Typeface } from './paper/typeface.ts';
import type { PrintJob } from './paper/sheet.ts';

/** WorkOrder is what the worker is started with. */
export interface WorkOrder {
  readonly job: PrintJob;
  readonly face: Typeface;
}

const { job, face } = workerData as WorkOrder;
const press = new Press(job, face);
const handOver = (bytes: Uint8Array<ArrayBuffer>): void => parentPort?.postMessage(bytes, [bytes.buffer]);
for (const paper of papersOf(job)) handOver(press.draw(paper));
handOver(await press.finish());
