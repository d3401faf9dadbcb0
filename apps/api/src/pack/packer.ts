import { once } from 'node:events';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type { PackOrder, PackPiece } from './pack-worker.ts';

/** The worker stands beside this file: compiled beside compiled, TypeScript (whose types Node strips) beside TypeScript. */
const WORKER = new URL(`./pack-worker${extname(import.meta.url)}`, import.meta.url);
/** Who takes nothing for so long has gone, and others wait. */
const LONGEST_SILENCE_MS = 120_000;
const LARGEST_HEAP_MB = 64;

/** Progress is how many entries of a pack are written, of how many. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/**
 * Packer makes packs outside of the server's thread, one after the other, each with a read-only connection of its own. It reads on
 * only as fast as the receiver takes: nothing of a million entries is kept here. What is not made to its end breaks off; a ZIP that
 * breaks off has no directory and opens nowhere.
 */
@Injectable()
export class Packer implements OnApplicationShutdown {
  private last: Promise<void> = Promise.resolve();
  private readonly working = new Set<Worker>();
  private readonly making = new Map<Uuid, Progress>();
  private closed = false;

  /** progress is that of the pack that this person is waiting for. */
  progress(staffId: Uuid): Progress | null {
    return this.making.get(staffId) ?? null;
  }

  /** make answers the ZIP as it comes, when its turn has come. Destroying it takes the order back. */
  make(staffId: Uuid, order: PackOrder): Readable {
    let owed: (() => void)[] = [];
    const zip = new Readable({
      read: () => {
        for (const pay of owed.splice(0)) pay();
      },
    });
    // Who reads it hears of the error; nobody may be reading yet.
    zip.on('error', () => undefined);
    const progress = { done: 0, of: order.logs.reduce((sum, { from, to }) => sum + to - from, 0) };
    this.making.set(staffId, progress);
    zip.once('close', () => {
      owed = [];
      if (this.making.get(staffId) === progress) this.making.delete(staffId);
    });
    const take = (worker: Worker, { bytes, done }: PackPiece): void => {
      progress.done = done;
      const pay = (): void => {
        worker.postMessage('more');
      };
      if (zip.push(bytes)) pay();
      else owed.push(pay);
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

  private async draw(order: PackOrder, zip: Readable, take: (worker: Worker, piece: PackPiece) => void): Promise<void> {
    if (zip.destroyed) return;
    if (this.closed) throw new Error('the server is closing');
    const worker = new Worker(WORKER, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
    });
    this.working.add(worker);
    const stop = (): void => void worker.terminate();
    const timer = setTimeout(stop, LONGEST_SILENCE_MS);
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
      zip.off('close', stop);
      this.working.delete(worker);
    }
  }
}
