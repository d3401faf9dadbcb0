import { Injectable } from '@nestjs/common';
import { stepsUntil } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import type { AnswerOf, readCustodyAt } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import { breathe } from '../event-loop.ts';
import { historyOf } from '../items/item-cache.ts';
import { custodyOf, readItems } from '../items/item-views.ts';
import type { ItemView } from '../items/item-views.ts';
import { outNames } from '../items/out-names.ts';
import { readHead } from '../ledger/ledger.ts';
import { numbersWithin } from '../ledger/period.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof readCustodyAt>;

const CHUNK = 400;

/** CustodyAtService tells what was out at a moment. An item of which nothing was written since is where it was then. */
@Injectable()
export class CustodyAtService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(by: SignedIn, asked: Instant): Promise<Answer> {
    const now = this.clock.now();
    const at = asked < now ? asked : now;
    const { sql } = this.database.reads;
    const head = await readHead(sql, by.facilityId, 'custody');
    if (!head) throw new Error(`facility ${by.facilityId} has no custody log`);
    const { first } = await numbersWithin(sql, head, { from: at });
    const written = await sql.all<{ item: Uuid }>(
      'SELECT DISTINCT item FROM log_leaf WHERE log = ? AND seq >= ? AND item IS NOT NULL',
      [head.id, first],
    );
    const since = new Set(written.map(({ item }) => item));
    const source = { sql, by, today: this.clock.today() };
    const untouched = (await readItems(source, "place = 'out'", [])).filter(({ id }) => !since.has(id));
    const folded = new Map<Uuid, ItemView['custody']>();
    for (const id of since) {
      await breathe();
      const custody = await this.heldThen(head.id, id, at);
      if (custody) folded.set(id, custody);
    }
    const ids = [...folded.keys()];
    const then: ItemView[] = [];
    for (let from = 0; from < ids.length; from += CHUNK) {
      const some = ids.slice(from, from + CHUNK);
      then.push(...(await readItems(source, `item.id IN (${places(some.length)})`, some)));
    }
    const out = [...untouched, ...then].map(({ id, kind, label, resident, custody }) => ({
      id,
      kind,
      label,
      resident,
      custody: folded.get(id) ?? custody,
    }));
    return { at, out: out.sort((one, other) => (one.custody.since < other.custody.since ? -1 : 1)) };
  }

  /** The custody of an item that was out then; null when it was not. */
  private async heldThen(log: number, itemId: Uuid, at: Instant): Promise<ItemView['custody'] | null> {
    const { sql } = this.database.reads;
    const history = await historyOf(sql, log, itemId);
    const steps = stepsUntil(history, at);
    const state = steps.at(-1)?.state;
    if (state?.custody.at !== 'out') return null;
    const { holderName, destination } = await outNames({ sql, log, history }, steps);
    return custodyOf(state, holderName, destination);
  }
}
