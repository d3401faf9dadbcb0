import { extname } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { PackOrder } from './pack-worker.ts';
import { ZipMaker } from './zip-maker.ts';

const LARGEST_HEAP_MB = 96;

/** Packer makes packs of the record; nothing of a million entries is kept here. */
@Injectable()
export class Packer extends ZipMaker<PackOrder> {
  /** The worker stands beside this file: compiled beside compiled, TypeScript (whose types Node strips) beside TypeScript. */
  protected readonly worker = new URL(`./pack-worker${extname(import.meta.url)}`, import.meta.url);
  protected readonly largestHeapMb = LARGEST_HEAP_MB;

  protected amountOf({ logs }: PackOrder): number {
    return logs.reduce((sum, { from, to }) => sum + to - from, 0);
  }
}
