import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CUSTODY_TYPES } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { Anchors } from '../ledger/anchors.ts';
import { LedgerReader, viewerOf } from '../ledger/ledger-reader.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Printer } from './printer.ts';

/** Receipts are papers about one movement or intake: what was recorded in words, and the proof of it as an attached file. */
@Injectable()
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: LedgerReader,
    private readonly access: AccessLog,
    private readonly anchors: Anchors,
    private readonly printer: Printer,
  ) {}

  /** of answers the PDF of an entry of the custody log; what is no movement has none. */
  async of(by: SignedIn, seq: number): Promise<Readable> {
    const { facilityId } = by;
    const viewer = viewerOf(by);
    const proof = await this.reader.proof(viewer, 'custody', seq);
    const entry = await this.reader.entry(viewer, seq);
    if (entry === null || !CUSTODY_TYPES.some((type) => type === proof.type)) throw new Refused({ kind: 'not-found' });
    if (proof.resident !== null) await this.access.note(by, [proof.resident], 'form');
    await this.anchors.keep(facilityId, 'paper', proof.checkpoint, `receipt of entry ${String(seq)}`);
    const house = await this.database.reads.rows.findOneByOrFail(FacilityRow, { id: facilityId });
    const { name, head, address, phone, residentWord } = house;
    const { note, code, size, at, key } = proof.checkpoint;
    return this.printer.print({
      form: 'receipt',
      issue: {
        facility: { name, head, address, phone, residentWord },
        issuedAt: this.clock.now(),
        issuedBy: by.name,
        seq,
        anchor: { note, code, size, at },
      },
      receipt: {
        seq,
        type: proof.type,
        recordedAt: entry.recordedAt,
        occurredAt: entry.occurredAt,
        actor: entry.actor.name,
        resident: entry.resident?.name ?? null,
        item: entry.item && { kind: entry.item.kind, label: entry.item.label },
        facts: entry.facts,
        words: entry.private,
        corrected: entry.correctedBy.map((one) => one.seq),
        proof: proof.text,
        key,
      },
    });
  }
}
