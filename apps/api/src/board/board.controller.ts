import { Controller, Query } from '@nestjs/common';
import { addDays, instantAt, may, millisecondsOf } from '@azukari/domain';
import { readBoard } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { sealed } from '../database/sealed.ts';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemSource } from '../items/item-views.ts';
import { LedgerCheck } from '../ledger/ledger-check.ts';
import { readHead } from '../ledger/ledger.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';

const REVIEW_WITHIN_MS = 24 * 60 * 60_000;
const SOON_DAYS = 60;
const LONGEST_LIST = 200;

type Board = AnswerOf<typeof readBoard>;

/** BoardController answers 今日. It only reads. */
@Controller()
export class BoardController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly check: LedgerCheck,
  ) {}

  @Handles(readBoard, 'see-board', { quiet: true })
  async read(@By() by: SignedIn, @Query(parse(readBoard.query)) { since }: QueryOf<typeof readBoard>): Promise<Board> {
    const { sql } = this.database.reads;
    const head = await readHead(sql, by.facilityId, 'custody');
    if (!head) throw new Error('no custody log');
    const signed = await sql.get<{ at: string }>(
      'SELECT at FROM log_checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1',
      [head.id],
    );
    const { checkedAt, broken } = this.check.of(by.facilityId);
    const common = {
      revision: head.size,
      now: this.clock.now(),
      ledger: {
        size: head.size,
        checkpointAt: signed?.at ?? null,
        checkedAt,
        broken: may(by, 'read-settings') ? broken : null,
      },
    };
    if (since === head.size)
      return { ...common, unchanged: true, out: [], held: [], missing: [], toReview: [], expiring: [], stored: 0 };
    const today = this.clock.today();
    const source: ItemSource = { sql, by, today };
    const items = (where: string, ...values: string[]) => readItems(source, where, values);
    const stored = await sql.get<{ n: number }>(
      "SELECT COUNT(*) AS n FROM item WHERE facility_id = ? AND place = 'stored'",
      [by.facilityId],
    );
    return {
      ...common,
      unchanged: false,
      out: await items(
        `item.place = 'out' ORDER BY due_back_at IS NULL, due_back_at, item.id LIMIT ${String(LONGEST_LIST)}`,
      ),
      held: await items(
        `item.held = 1 AND item.place = 'stored' ORDER BY last_at, item.id LIMIT ${String(LONGEST_LIST)}`,
      ),
      missing: await items(`item.place = 'missing' ORDER BY last_at, item.id LIMIT ${String(LONGEST_LIST)}`),
      toReview: await this.toReview(source),
      expiring: await items(
        `item.place <> 'ended' AND printed_expires_on <= ? ORDER BY printed_expires_on, item.id LIMIT ${String(LONGEST_LIST)}`,
        addDays(today, SOON_DAYS),
      ),
      stored: stored?.n ?? 0,
    };
  }

  private async toReview(source: ItemSource): Promise<Board['toReview']> {
    const waiting = await source.sql.all<{ seq: number; itemId: string; at: string; by: string }>(
      `SELECT seq, item_id AS "itemId", at, by_name AS "by" FROM emergency WHERE facility_id = ? AND reviewed_seq IS NULL ORDER BY seq LIMIT ${String(LONGEST_LIST)}`,
      [source.by.facilityId],
    );
    if (waiting.length === 0) return [];
    const items = await readItems(
      source,
      `item.id IN (${waiting.map(() => '?').join(', ')})`,
      waiting.map(({ itemId }) => itemId),
    );
    return waiting.flatMap(({ seq, at, by: name, itemId }) => {
      const item = items.find(({ id }) => id === itemId);
      return item
        ? [{ seq, at, by: sealed.open(name), item, reviewBy: instantAt(millisecondsOf(at) + REVIEW_WITHIN_MS) }]
        : [];
    });
  }
}
