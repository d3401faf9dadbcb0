import { Injectable } from '@nestjs/common';
import type { AnswerOf, checkAnchor, readAnchors } from '@azukari/contract';
import { anchorCode, equalBytes, frontierPositions, frontierRoot, loadFrontier } from '@azukari/domain';
import { parseCheckpointBody, parseNote, readAnchorCode } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import type { SignedCheckpoint } from './checkpoints.ts';
import { sha256 } from './crypto.ts';
import { explanationsOf } from './explanations.ts';
import type { Explanation } from './explanations.ts';
import { Keys } from './keys.ts';
import { readHead } from './ledger.ts';
import type { Head } from './ledger.ts';
import { nodeReader } from './nodes.ts';

type Listed = AnswerOf<typeof readAnchors>;
type Checked = AnswerOf<typeof checkAnchor>;
type Kind = Listed['anchors'][number]['kind'];

/** Kept is a checkpoint that left the house: by which way, and what it was. */
export interface Kept extends Pick<SignedCheckpoint, 'size' | 'code'> {
  readonly kind: Kind;
  readonly ref: string;
  readonly at: Instant;
}

const SHOWN = 20;
const SLICE = 1_000;

/** keepAnchor notes that a checkpoint of the custody log went out; once for each state and way. */
export async function keepAnchor(sql: Statements, facilityId: Uuid, kept: Kept): Promise<void> {
  const { kind, size, code, ref, at } = kept;
  await sql.run(
    `INSERT INTO log_anchor (id, log, size, code, kind, ref, at)
     SELECT ?, log.id, ?, ?, ?, ?, ? FROM log WHERE facility_id = ? AND log.kind = 'custody'
       AND NOT EXISTS (SELECT 1 FROM log_anchor WHERE log_anchor.log = log.id AND size = ? AND log_anchor.kind = ?)`,
    [crypto.randomUUID(), size, code, kind, ref, at, facilityId, size, kind],
  );
}

/** Anchors are the checkpoints that left the house: what is older than the newest of them nobody here can change unseen. */
@Injectable()
export class Anchors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  async keep(facilityId: Uuid, kind: Kind, { size, code }: SignedCheckpoint, ref: string): Promise<void> {
    const kept = { kind, size, code, ref, at: this.clock.now() };
    await this.database.writes.run((tx) => keepAnchor(tx.sql, facilityId, kept));
  }

  async list(facilityId: Uuid): Promise<Listed> {
    const { sql } = this.database.reads;
    const head = await this.headOf(facilityId);
    const anchors = await sql.all<Listed['anchors'][number]>(
      `SELECT kind, size, code, at FROM log_anchor WHERE log = ? ORDER BY size DESC, at DESC LIMIT ${String(SHOWN)}`,
      [head.id],
    );
    return { size: head.size, anchors };
  }

  /** check believes what somebody kept, and looks whether this record was ever in that state, or gave it up. */
  async check(facilityId: Uuid, kept: string): Promise<Checked> {
    const head = await this.headOf(facilityId);
    const code = readAnchorCode(kept);
    if (code !== null) return this.checkCode(head, code);
    const text = parseNote(`${kept.replaceAll('\r', '').trim()}\n`)?.text;
    const checkpoint = text === undefined ? null : parseCheckpointBody(text);
    if (checkpoint === null) return said('unreadable');
    if (checkpoint.log !== head.name) return said('other-record', { by: 'checkpoint' });
    const { size, root } = checkpoint;
    const beyond = size > head.size;
    if (!beyond && equalBytes(await this.rootAt(head, size), root)) return this.fits(head, 'checkpoint', size);
    const givenUpBy = await this.givenUpBy(head, ({ from, size: lost }) => from < size && size <= lost);
    return said(beyond ? 'beyond' : 'differs', { by: 'checkpoint', size, givenUpBy });
  }

  /** A code says nothing of its size: the checkpoints that were signed are asked one after the other, then those that were given up. */
  private async checkCode(head: Head, code: string): Promise<Checked> {
    const { sql } = this.database.reads;
    for (let below = head.size + 1; ;) {
      const rows = await sql.all<{ size: number; note: string }>(
        'SELECT size, note FROM log_checkpoint WHERE log = ? AND size < ? ORDER BY size DESC LIMIT ?',
        [head.id, below, SLICE],
      );
      for (const { size, note } of rows) {
        const text = parseNote(note)?.text;
        const checkpoint = text === undefined ? null : parseCheckpointBody(text);
        if (text === undefined || checkpoint === null || anchorCode(text, sha256) !== code) continue;
        const same = equalBytes(await this.rootAt(head, size), checkpoint.root);
        return same ? this.fits(head, 'code', size) : said('differs', { by: 'code', size });
      }
      const last = rows.at(-1);
      if (last !== undefined && rows.length === SLICE) {
        below = last.size;
        continue;
      }
      const givenUpBy = await this.givenUpBy(head, ({ body }) => anchorCode(body, sha256) === code);
      return said('unknown', { by: 'code', givenUpBy });
    }
  }

  private async givenUpBy(head: Head, isMeant: (explanation: Explanation) => boolean): Promise<number | null> {
    return (await explanationsOf(this.database.reads.sql, head, this.keys)).findLast(isMeant)?.entry ?? null;
  }

  private async fits(head: Head, by: 'checkpoint' | 'code', size: number): Promise<Checked> {
    const row = await this.database.reads.sql.get<{ at: Instant }>(
      'SELECT recorded_at AS at FROM log_leaf WHERE log = ? AND seq = ?',
      [head.id, size - 1],
    );
    return said('fits', { by, size, recordedAt: row?.at ?? null });
  }

  private async rootAt(head: Head, size: number): Promise<Uint8Array> {
    const read = await nodeReader(this.database.reads.sql, head.id, frontierPositions(size));
    return frontierRoot(loadFrontier(size, read), sha256);
  }

  private async headOf(facilityId: Uuid): Promise<Head> {
    const head = await readHead(this.database.reads.sql, facilityId, 'custody');
    if (!head) throw new Error(`facility ${facilityId} has no custody log`);
    return head;
  }
}

function said(outcome: Checked['outcome'], more: Partial<Checked> = {}): Checked {
  return { outcome, by: null, size: null, recordedAt: null, givenUpBy: null, ...more };
}
