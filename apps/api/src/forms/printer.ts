import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { PrintJob } from './paper/sheet.ts';
import type { WorkOrder } from './render-worker.ts';

/** The worker stands beside this file: compiled beside compiled, TypeScript (whose types Node strips) beside TypeScript. */
const WORKER = new URL(`./render-worker${extname(import.meta.url)}`, import.meta.url);
const LONGEST_RENDER_MS = 180_000;
const LARGEST_HEAP_MB = 1024;

/**
 * Printer draws forms outside the server's thread, one at a time: a book of thousands of lines takes seconds and hundreds
 * of megabytes. Each job has a worker of its own, which ends with it, so that its memory comes back and nothing of one
 * facility's paper is left for the next.
 */
@Injectable()
export class Printer implements OnApplicationShutdown {
  private last: Promise<unknown> = Promise.resolve();
  private working: Worker | null = null;
  private closed = false;

  /** print answers the PDF when its turn has come. */
  print(job: PrintJob): Promise<Buffer> {
    const turn = this.last.then(() => this.render(job));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.working?.terminate();
  }

  private async render(job: PrintJob): Promise<Buffer> {
    if (this.closed) throw new Error('the printer is closed');
    const worker = new Worker(WORKER, {
      workerData: { job, fonts: fontFiles() } satisfies WorkOrder,
      resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
    });
    this.working = worker;
    const timer = setTimeout(() => void worker.terminate(), LONGEST_RENDER_MS);
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => {
          resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        });
        worker.once('error', reject);
        worker.once('exit', () => {
          reject(new Error('the print worker ended without a paper'));
        });
      });
    } finally {
      clearTimeout(timer);
      this.working = null;
      await worker.terminate();
    }
  }
}

function fontFiles(): WorkOrder['fonts'] {
  const { resolve } = createRequire(import.meta.url);
  const file = (name: string): string => resolve(`@expo-google-fonts/noto-sans-jp/${name}.ttf`);
  return { normal: file('400Regular/NotoSansJP_400Regular'), bold: file('700Bold/NotoSansJP_700Bold') };
}
