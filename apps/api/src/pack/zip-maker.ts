import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type { PackPiece } from './hand-over.ts';

/** A worker that says nothing for so long is no longer working. */
const LONGEST_SILENCE_MS = 120_000;
/** Who takes nothing for so long has gone to sleep, and others wait. */
const LONGEST_PAUSE_MS = 30_000;
/** Who takes a little again and again keeps others waiting as well: a pack of a million entries is taken in this time at 4 Mbit/s. */
const LONGEST_TURN_MS = 600_000;

/** NotTaken is why a pack broke off whose receiver took nothing, or too little: its turn is over. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** Progress is how much of a pack is done, of how much. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/**
 * ZipMaker makes packs outside of the server's thread, one after the other, each with a read-only connection of its own. It reads on
 * only as fast as the receiver takes: nothing of a million entries is kept here. What is not made to its end breaks off; a ZIP that
 * breaks off has no directory and opens nowhere.
 */
export abstract class ZipMaker<Order extends object> implements OnApplicationShutdown {
  private last: Promise<void> = Promise.resolve();
  private readonly working = new Set<Worker>();
  private readonly making = new Map<Uuid, Progress>();
  private closed = false;

  /** The file of the worker, and how much memory it may take. */
  protected abstract readonly worker: URL;
  protected abstract readonly largestHeapMb: number;

  /** amountOf is how much there is to do for an order. */
  protected abstract amountOf(order: Order): number;

  /** progress is that of the pack that this person is waiting for. */
  progress(staffId: Uuid): Progress | null {
    return this.making.get(staffId) ?? null;
  }

  /** make answers the ZIP as it comes, when its turn has come. Destroying it takes the order back. */
  make(staffId: Uuid, order: Order): Readable {
    let owed: (() => void)[] = [];
    let pause: NodeJS.Timeout | undefined;
    const zip = new Readable({
      read: () => {
        clearTimeout(pause);
        for (const pay of owed.splice(0)) pay();
      },
    });
    // Who reads it hears of the error; nobody may be reading yet.
    zip.on('error', () => undefined);
    const progress = { done: 0, of: this.amountOf(order) };
    this.making.set(staffId, progress);
    zip.once('close', () => {
      clearTimeout(pause);
      owed = [];
      if (this.making.get(staffId) === progress) this.making.delete(staffId);
    });
    const take = (worker: Worker, { bytes, done }: PackPiece): void => {
      progress.done = done;
      if (bytes.length === 0) return;
      const pay = (): void => {
        worker.postMessage('more');
      };
      if (zip.push(bytes)) pay();
      else if (owed.push(pay) === 1)
        pause = setTimeout(() => zip.destroy(new NotTaken('nothing was taken')), LONGEST_PAUSE_MS);
    };
    this.last = this.last
      .then(() => this.draw(order, zip, take))
      .catch((error: unknown) => {
        zip.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    return zip;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.working].map((worker) => worker.terminate()));
  }

  private async draw(order: Order, zip: Readable, take: (worker: Worker, piece: PackPiece) => void): Promise<void> {
    if (zip.destroyed) return;
    if (this.closed) throw new Error('the server is closing');
    const worker = new Worker(this.worker, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: this.largestHeapMb },
    });
    this.working.add(worker);
    const stop = (): void => void worker.terminate();
    const timer = setTimeout(stop, LONGEST_SILENCE_MS);
    const turn = setTimeout(() => zip.destroy(new NotTaken('too little was taken')), LONGEST_TURN_MS);
    worker.on('message', (piece: PackPiece) => {
      timer.refresh();
      take(worker, piece);
    });
    zip.once('close', stop);
    try {
      const [status] = (await once(worker, 'exit')) as [number];
      if (status !== 0) throw new Error('the worker ended without a pack');
      zip.push(null);
    } finally {
      clearTimeout(timer);
      clearTimeout(turn);
      zip.off('close', stop);
      this.working.delete(worker);
    }
  }
}
