import { Injectable } from '@nestjs/common';
import {
  confirmReconciliation,
  correctReconciliation,
  dropReconciliation,
  finishReconciliation,
  joinCount,
  startReconciliation,
} from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { confirmJoined, drawersToCount, joinedCounts } from '../counts/counts.joined.ts';
import { CountsService } from '../counts/counts.service.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { accepted } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import type { Done } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { insertCorrection } from './correction-rows.ts';
import { askedFrom, ownReconciliation, readReconciliationRows, reconciliationOf } from './reconciliation-rows.ts';
import type { ReconciliationRow } from './reconciliation-rows.ts';
import { ReconciliationsReader, handsIn } from './reconciliations-reader.ts';
import { keepSnapshot, totalsOf } from './snapshot.ts';

type Answer = AnswerOf<typeof contract.startReconciliation>;
type Work = (tx: Tx, author: Author, row: ReconciliationRow) => Promise<Done['entries']>;

/** ReconciliationsService is 毎月の照合: one method a verb. What is counted for it goes by the verbs of 点検. */
@Injectable()
export class ReconciliationsService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly counts: CountsService,
    private readonly reader: ReconciliationsReader,
  ) {}

  start(by: SignedIn, body: BodyOf<typeof contract.startReconciliation>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'startReconciliation', body },
      async (tx, author) => {
        const { sql } = tx;
        const { month } = body;
        const { facilityId } = by;
        const [row] = await readReconciliationRows(sql, facilityId, 'month = ?', [month]);
        const from = await askedFrom(sql, facilityId);
        const earlier = row ? reconciliationOf(row) : null;
        accepted(startReconciliation(month, { actor: by, today: this.clock.today(), from, earlier }));
        const id = crypto.randomUUID();
        const entries = await this.ledger.append(tx, author, [
          houseEntry('reconciliation.started', { reconciliation: id, month }),
        ]);
        await sql.run(
          `INSERT INTO reconciliation (id, facility_id, month, stage, started_by, started_at) VALUES (?, ?, ?, 'counting', ?, ?)`,
          [id, facilityId, month, by.staffId, this.clock.now()],
        );
        return { entries, subject: id };
      },
      async ({ sql }, receipt, subject) => ({
        receipt,
        reconciliation: await this.reader.read(sql, by, subject ?? ''),
      }),
    );
  }

  join(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.joinCount>): Promise<AnswerOf<typeof contract.joinCount>> {
    return this.counts.join(by, id, body, async ({ sql }, of) => {
      accepted(joinCount(reconciliationOf(await ownReconciliation(sql, by.facilityId, id)), of, by));
    });
  }

  finish(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.finishReconciliation>): Promise<Answer> {
    return this.about(by, id, { route: 'finishReconciliation', body }, async (tx, author, row) => {
      const { sql } = tx;
      const counts = await joinedCounts(sql, by.facilityId, id);
      const stageOf = (drawer: Uuid | null) => counts.find((count) => count.drawer === drawer)?.stage ?? null;
      const asked = (await drawersToCount(sql, by.facilityId))
        .map(({ id: drawer, optional }) => ({ stage: stageOf(drawer), optional }))
        .filter(({ stage, optional }) => stage !== null || !optional);
      accepted(finishReconciliation(reconciliationOf(row), asked, by));
      await keepSnapshot(sql, { id, facilityId: by.facilityId, month: row.month }, counts);
      const { out, held, missing, ended } = await totalsOf(sql, id);
      const sum = (of: (count: (typeof counts)[number]) => number | null): number =>
        counts.reduce((all, count) => all + (of(count) ?? 0), 0);
      const facts = {
        expected: sum(({ expected }) => expected),
        seen: sum(({ seen }) => seen),
        differences: sum(({ differences }) => differences.length),
      };
      await sql.run(
        `UPDATE reconciliation SET stage = 'awaited', counted_by = ?, counted_at = ?, expected = ?, seen = ?, differences = ? WHERE id = ?`,
        [by.staffId, this.clock.now(), facts.expected, facts.seen, facts.differences, id],
      );
      return this.ledger.append(tx, author, [
        houseEntry('reconciliation.counted', { reconciliation: id, ...facts, out, held, missing, ended }),
      ]);
    });
  }

  confirm(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.confirmReconciliation>): Promise<Answer> {
    return this.about(by, id, { route: 'confirmReconciliation', body }, async (tx, author, row) => {
      const { sql } = tx;
      const counts = await joinedCounts(sql, by.facilityId, id);
      const { daysLate } = accepted(
        confirmReconciliation(reconciliationOf(row), {
          actor: by,
          today: this.clock.today(),
          hands: handsIn(row, counts),
        }),
      );
      const waiting = await confirmJoined(sql, counts, by.staffId);
      await sql.run(
        `UPDATE reconciliation SET stage = 'closed', second_id = ?, closed_at = ?, days_late = ? WHERE id = ?`,
        [by.staffId, this.clock.now(), daysLate, id],
      );
      return this.ledger.append(tx, author, [
        houseEntry('reconciliation.closed', { reconciliation: id, daysLate }),
        ...waiting.map((count) => houseEntry('count.confirmed', { count })),
      ]);
    });
  }

  correct(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.correctReconciliation>): Promise<Answer> {
    return this.about(by, id, { route: 'correctReconciliation', body }, async (tx, author, row) => {
      accepted(correctReconciliation(reconciliationOf(row), by));
      const { reason, explanation } = body;
      const entries = await this.ledger.append(tx, author, [
        houseEntry('reconciliation.corrected', { reconciliation: id, reason }, { private: { reason: explanation } }),
      ]);
      const [entry] = entries;
      if (!entry) throw new Error('a correction without an entry');
      const { seq, recordedAt: at } = entry;
      const own = { id: by.staffId, name: by.name };
      await insertCorrection(tx.sql, id, { seq, at, reason, explanation, by: own });
      return entries;
    });
  }

  drop(
    by: SignedIn,
    id: Uuid,
    body: BodyOf<typeof contract.dropReconciliation>,
  ): Promise<AnswerOf<typeof contract.dropReconciliation>> {
    return this.commands.about(
      { by, id, route: 'dropReconciliation', body },
      ({ sql }) => ownReconciliation(sql, by.facilityId, id),
      async (tx, author, row) => {
        const counts = await joinedCounts(tx.sql, by.facilityId, id);
        accepted(dropReconciliation(reconciliationOf(row), counts.length, by));
        await tx.sql.run('DELETE FROM reconciliation WHERE id = ?', [id]);
        return this.ledger.append(tx, author, [houseEntry('reconciliation.dropped', { reconciliation: id })]);
      },
      (_, receipt) => ({ receipt }),
    );
  }

  private about(
    by: SignedIn,
    id: Uuid,
    { route, body }: { readonly route: string; readonly body: { readonly commandId: Uuid } },
    work: Work,
  ): Promise<Answer> {
    return this.commands.about(
      { by, id, route, body },
      ({ sql }) => ownReconciliation(sql, by.facilityId, id),
      work,
      async ({ sql }, receipt) => ({ receipt, reconciliation: await this.reader.read(sql, by, id) }),
    );
  }
}
