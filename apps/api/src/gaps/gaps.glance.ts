import { Injectable } from '@nestjs/common';
import { may } from '@azukari/domain';
import type { Leaf, Uuid } from '@azukari/domain';
import type { AnswerOf, readBoard, readHealth } from '@azukari/contract';
import { Database } from '../database/database.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { gapLeaves } from '../ledger/explanations.ts';
import { LedgerReader, viewerOf } from '../ledger/ledger-reader.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Explained = AnswerOf<typeof readBoard>['ledger']['gapExplained'];
type Health = AnswerOf<typeof readHealth>['gaps'];

/** GapsGlance tells 今日 and the health what ended a gap of the record, and what nobody else has confirmed. */
@Injectable()
export class GapsGlance {
  private readonly known = new Map<Uuid, { readonly size: number; readonly open: Leaf | null }>();

  constructor(
    private readonly database: Database,
    private readonly checkpoints: Checkpoints,
    private readonly reader: LedgerReader,
  ) {}

  /** read is the newest explanation that nobody else has confirmed; the record is asked once for each of its sizes. */
  async read(by: SignedIn, log: { readonly id: number; readonly size: number }): Promise<Explained> {
    if (!may(by, 'read-settings')) return null;
    const seen = this.known.get(by.facilityId);
    const open = seen?.size === log.size ? seen.open : (unconfirmed(await this.leaves(log.id)).at(-1) ?? null);
    this.known.set(by.facilityId, { size: log.size, open });
    if (open === null) return null;
    const entry = await this.reader.entry(viewerOf(by), open.seq);
    return { seq: open.seq, at: open.recordedAt, by: entry?.actor.name ?? '' };
  }

  /** health counts over all facilities of the server. */
  async health(): Promise<Health> {
    const { sql } = this.database.reads;
    const logs = await sql.all<{ id: number }>("SELECT id FROM log WHERE kind = 'custody'");
    const leaves = await Promise.all(logs.map(({ id }) => this.leaves(id)));
    return {
      open: this.checkpoints.discontinuous.size,
      ended: leaves.flatMap(explanations).length,
      unconfirmed: leaves.flatMap(unconfirmed).length,
    };
  }

  private leaves(log: number): Promise<readonly Leaf[]> {
    return gapLeaves(this.database.reads.sql, log);
  }
}

/** An explanation begins with its first entry. */
function explanations(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(({ type, part }) => type === 'log.gap-explained' && part === 0);
}

function unconfirmed(leaves: readonly Leaf[]): readonly Leaf[] {
  const confirmed = new Set(leaves.flatMap((leaf) => (leaf.type === 'log.gap-confirmed' ? leaf.facts.of : [])));
  return explanations(leaves).filter(({ seq }) => !confirmed.has(seq));
}
