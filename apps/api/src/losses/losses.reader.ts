import { Injectable } from '@nestjs/common';
import { dayInTokyo, effectiveAt, expressUntil, isCustodyEntry, liveSteps, lossesOf, stepsNow } from '@azukari/domain';
import type { CustodyEntry, HistoryEntry, Instant, Loss, PrivateFields, Uuid } from '@azukari/domain';
import type { lossAnswer } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { historyOf } from '../items/item-cache.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemView } from '../items/item-views.ts';
import { readHead } from '../ledger/ledger.ts';
import { toldEntries, wordsOf } from '../ledger/told-entries.ts';
import type { Words } from '../ledger/told-entries.ts';
import type { SignedIn } from '../session/signed-in.ts';

/** LossView is a loss as the API answers it. */
export type LossView = z.output<typeof lossAnswer>;

/** Movement is where an item was before it was missed, as its entry says. */
export interface Movement {
  readonly entry: CustodyEntry;
  readonly words: PrivateFields;
}

/** KnownLoss is a loss with the last movements before it. */
export interface KnownLoss {
  readonly view: LossView;
  readonly movements: readonly Movement[];
}

const LAST_MOVEMENTS = 3;

/** LossesReader reads losses from the record, with the names of those who did something about them. */
@Injectable()
export class LossesReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** open are the losses of items that nobody has found and nobody has closed, the newest first. */
  async open(by: SignedIn): Promise<readonly KnownLoss[]> {
    const missing = await this.database.reads.sql.all<{ id: Uuid }>(
      "SELECT id FROM item WHERE facility_id = ? AND place = 'missing'",
      [by.facilityId],
    );
    const losses = await this.of(
      by,
      missing.map(({ id }) => id),
    );
    return losses.filter(({ view }) => view.ending === null);
  }

  /** all are the losses ever reported and not taken back, the newest first. */
  async all(by: SignedIn): Promise<readonly KnownLoss[]> {
    const reported = await toldEntries(this.database.reads.sql, by.facilityId, ['item.reported-missing']);
    return this.of(by, [...new Set(reported.flatMap(({ item }) => item ?? []))]);
  }

  /** of are the losses of these items, the newest first. */
  async of(by: SignedIn, itemIds: readonly Uuid[]): Promise<readonly KnownLoss[]> {
    if (itemIds.length === 0) return [];
    const { sql } = this.database.reads;
    const head = await readHead(sql, by.facilityId, 'custody');
    if (!head) throw new Error(`facility ${by.facilityId} has no custody log`);
    const items = await readItems(
      { sql, by, today: dayInTokyo(this.clock.now()) },
      `item.id IN (${places(itemIds.length)})`,
      itemIds,
    );
    const losses: KnownLoss[] = [];
    for (const item of items) losses.push(...(await lossesKnown(sql, head.id, item)));
    return losses.sort((a, b) => b.view.seq - a.view.seq);
  }
}

async function lossesKnown(sql: Statements, log: number, item: ItemView): Promise<KnownLoss[]> {
  const history = await historyOf(sql, log, item.id);
  const losses = lossesOf(history);
  if (losses.length === 0) return [];
  const words = await wordsOf(sql, log, history);
  return losses.map((loss) => ({
    view: viewOf(item, loss, { history, words }),
    movements: before(loss.of, history, words),
  }));
}

/** What happened to the item last, before anybody looked for it. */
function before(seq: number, history: readonly HistoryEntry[], words: Words): readonly Movement[] {
  return liveSteps(history)
    .map(({ entry }) => entry)
    .filter((entry) => entry.seq < seq && entry.type !== 'item.search-started' && isCustodyEntry(entry))
    .slice(-LAST_MOVEMENTS)
    .map((entry) => ({ entry, words: words.get(entry.seq) ?? {} }));
}

interface Record {
  readonly history: readonly HistoryEntry[];
  readonly words: Words;
}

function viewOf(item: ItemView, loss: Loss, { history, words }: Record): LossView {
  const said = (seq: number | null): PrivateFields => (seq === null ? {} : (words.get(seq) ?? {}));
  const recordedAt = (seq: number): Instant => history.find((entry) => entry.seq === seq)?.recordedAt ?? '';
  const described = said(loss.describedBy);
  const explained = loss.explainedBy;
  const { ending } = loss;
  return {
    seq: loss.of,
    item,
    noticedAt: loss.noticedAt,
    noticedBy: described.name ?? null,
    reportedAt: loss.reportedAt,
    reportedBy: said(loss.of).actorName ?? '',
    reportNote: said(loss.of).note ?? null,
    place: loss.place,
    bedridden: loss.bedridden,
    note: described.note ?? null,
    steps: stepsNow(item.kind, loss).map(({ noted, ...step }) => ({
      ...step,
      noted: noted && {
        answer: noted.answer,
        at: noted.at,
        by: said(noted.seq).name ?? null,
        note: said(noted.seq).note ?? null,
        recordedBy: said(noted.seq).actorName ?? '',
        recordedAt: recordedAt(noted.seq),
      },
    })),
    expressUntil: expressUntil(item.kind, loss),
    explained:
      explained === null
        ? null
        : {
            cause: said(explained).reason ?? null,
            prevention: said(explained).text ?? null,
            by: said(explained).actorName ?? '',
            at: recordedAt(explained),
          },
    ending: ending && {
      as: ending.as,
      at: ending.at,
      by: said(ending.seq).actorName ?? '',
      note: said(ending.seq).note ?? null,
    },
  };
}

/** lastAt is the moment of the newest movement, where there is one. */
export function lastAt(movements: readonly Movement[]): Instant | null {
  const last = movements.at(-1);
  return last ? effectiveAt(last.entry) : null;
}
