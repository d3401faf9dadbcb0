import { on } from 'node:events';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { PrintJob } from './paper/sheet.ts';
import { fontFiles } from './paper/typeface.ts';
import type { WorkOrder } from './render-worker.ts';

/** The worker stands beside this file: compiled beside compiled, TypeScript (whose types Node strips) beside TypeScript. */
const WORKER = new URL(`./render-worker${extname(import.meta.url)}`, import.meta.url);
/** A year's book of one month after the other takes some seconds a piece, on a slow machine. */
const LONGEST_SILENCE_MS = 120_000;
const LARGEST_HEAP_MB = 512;
/** Papers come together: at an outing, at an agreement. */
const LONGEST_REST_MS = 60_000;
/** From so many papers, or lines of a book, a job is long. */
const LONG_SHEETS = 20;
const LONG_ROWS = 500;

/**
 * Printer draws forms outside the server's thread and hands them over piece by piece: one long job at a time, and beside it one
 * short one, so that a slip at night does not wait for the papers of the whole house. A long job has a worker of its own, which
 * ends with it: its memory comes back. A short one leaves its worker to the next of its kind for a minute, with the code and nothing of the paper.
 */
@Injectable()
export class Printer implements OnApplicationShutdown {
  private readonly last = { short: Promise.resolve(), long: Promise.resolve() };
  private readonly workers = new Set<Worker>();
  private resting: Worker | null = null;
  private bedtime: NodeJS.Timeout | undefined;
  private closed = false;

  /** print answers the PDF as it comes, when its turn has come. Destroying it takes the job back: nobody waits for it any more. */
  print(job: PrintJob): Readable {
    const pdf = new Readable({ read: () => undefined });
    // Who reads it hears of the error; nobody may be reading yet.
    pdf.on('error', () => undefined);
    const lane = isLong(job) ? 'long' : 'short';
    this.last[lane] = this.last[lane]
      .then(() => this.draw(job, pdf, lane))
      .catch((error: unknown) => {
        pdf.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    return pdf;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.bedtime);
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private async draw(job: PrintJob, pdf: Readable, lane: keyof typeof this.last): Promise<void> {
    if (pdf.destroyed) return;
    if (this.closed) throw new Error('the printer is closed');
    const worker = lane === 'long' ? this.hired() : this.woken();
    const stop = (): void => void worker.terminate();
    const timer = setTimeout(stop, LONGEST_SILENCE_MS);
    pdf.once('close', stop);
    try {
      for await (const bytes of pieces(worker, { job, face: fontFiles() })) {
        timer.refresh();
        pdf.push(bytes);
      }
      pdf.off('close', stop);
      pdf.push(null);
      if (lane === 'long') stop();
      else this.rest(worker);
    } finally {
      clearTimeout(timer);
      pdf.off('close', stop);
    }
  }

  private hired(): Worker {
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB } });
    this.workers.add(worker);
    // Whoever waits for its paper hears of an error too.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      this.workers.delete(worker);
      if (this.resting === worker) this.resting = null;
    });
    return worker;
  }

  private woken(): Worker {
    const worker = this.resting ?? this.hired();
    clearTimeout(this.bedtime);
    this.resting = null;
    worker.ref();
    return worker;
  }

  private rest(worker: Worker): void {
    if (!this.workers.has(worker) || this.closed) return;
    this.resting = worker;
    this.bedtime = setTimeout(() => {
      // Nobody is given a worker that is about to end.
      this.resting = null;
      void worker.terminate();
    }, LONGEST_REST_MS).unref();
    worker.unref();
  }
}

/** pieces hands an order to a worker and answers the bytes of its paper as they come. */
async function* pieces(worker: Worker, order: WorkOrder): AsyncGenerator<Uint8Array> {
  const stopped = new AbortController();
  const stop = (): void => stopped.abort(new Error('the print worker ended without a paper'));
  worker.once('exit', stop);
  try {
    const messages = on(worker, 'message', { signal: stopped.signal }) as AsyncIterable<[Uint8Array | null]>;
    worker.postMessage(order);
    for await (const [bytes] of messages) {
      if (bytes === null) return;
      yield bytes;
    }
  } finally {
    worker.off('exit', stop);
  }
}

function isLong(job: PrintJob): boolean {
  if (job.form === 'F3') return (job.book?.rows.length ?? 0) > LONG_ROWS;
  if (job.form === 'receipt') return false;
  if ('month' in job) return job.month.items.length > LONG_ROWS;
  if ('carried' in job) return job.carried.length > LONG_SHEETS;
  if ('slips' in job) return job.slips.length > LONG_SHEETS;
  if ('supports' in job) return job.supports.length > LONG_SHEETS;
  if ('losses' in job) return job.losses.length > LONG_SHEETS;
  if (job.form === 'F21') return job.labels.labels.length > LONG_ROWS;
  if (job.form === 'F16') return job.night.rows.length > LONG_ROWS;
  if (job.form === 'F4' || job.form === 'F15' || job.form === 'F22' || job.form === 'F23') return false;
  return ('letters' in job ? job.letters : job.sheets).length > LONG_SHEETS;
}
