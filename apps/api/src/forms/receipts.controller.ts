import { Controller, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readReceipt } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { seq } from '../http/id.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Receipts } from './receipts.ts';

@Controller()
export class ReceiptsController {
  constructor(private readonly receipts: Receipts) {}

  @Handles(readReceipt)
  async read(
    @By() by: SignedIn,
    @Param('seq', seq) index: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pdf = await this.receipts.of(by, index);
    void reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename="azukari-custody-${String(index)}.pdf"`)
      .header('cache-control', 'no-store');
    return new StreamableFile(pdf);
  }
}
