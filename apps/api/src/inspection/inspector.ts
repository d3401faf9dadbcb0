import { extname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ZipMaker } from '../pack/pack.making.ts';
import { PERCENT } from './files.ts';
import type { InspectionOrder } from './order.ts';

const LARGEST_HEAP_MB = 512;

/** Inspector makes the packs for a 運営指導. */
@Injectable()
export class Inspector extends ZipMaker<InspectionOrder> {
  /** The worker stands beside this file: compiled beside compiled, TypeScript (whose types Node strips) beside TypeScript. */
  protected readonly worker = new URL(`./inspection-worker${extname(import.meta.url)}`, import.meta.url);
  protected readonly largestHeapMb = LARGEST_HEAP_MB;

  protected amountOf(): number {
    return PERCENT;
  }
}
