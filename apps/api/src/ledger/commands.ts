import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { jcs } from '@azukari/domain';
import type { CalendarDay, Draft, Instant, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { by as byIndex } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { LEVEL_TODAY } from '../session/level-today.ts';
import { refuseUnless } from '../session/signed-in.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { authorOf } from './author.ts';
import { Keys } from './keys.ts';
import { lockHead } from './ledger.ts';
import type { Author, Entry } from './ledger.ts';

/** Receipt is what an acknowledged command answers, however often it is sent. */
export interface Receipt {
  readonly commandId: Uuid;
  readonly entries: { readonly seq: number; readonly itemId: Uuid | null }[];
  readonly recordedAt: Instant;
  readonly by: { readonly id: Uuid; readonly name: string } | null;
}

/** Done is what a command's work leaves: its entries, and the id of the row it was about. */
export interface Done {
  readonly entries: readonly Entry[];
  readonly subject?: Uuid | null;
}

interface Order {
  readonly by: SignedIn;
  readonly route: string;
  readonly body: { readonly commandId: Uuid };
}

interface Remembered {
  readonly mac: Uint8Array | null;
  readonly route: string;
  readonly log: number;
  readonly first_seq: number;
  readonly subject: Uuid | null;
  readonly facility_id: Uuid;
}

/** Follower does what follows from the entries of a command. */
export type Follower = (tx: Tx, facilityId: Uuid, drafts: readonly Draft[]) => Promise<void>;

/** Commands makes every mutation safe to send again: the same command answers its first receipt, another body is refused. */
@Injectable()
export class Commands {
  private readonly followers: Follower[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  /** afterEach has something done in the same transaction, after the entries of every command. */
  afterEach(follow: Follower): void {
    this.followers.push(follow);
  }

  /** follow does what follows from entries; a command that makes some in another home's record as well says so itself. */
  async follow(tx: Tx, facilityId: Uuid, drafts: readonly Draft[]): Promise<void> {
    for (const follow of this.followers) await follow(tx, facilityId, drafts);
  }

  /** once does the work in one unit of work, or answers with what it did before. Refusals are not remembered. */
  once<T>(
    order: Order,
    work: (tx: Tx, author: Author) => Promise<Done>,
    answer: (tx: Tx, receipt: Receipt, subject: Uuid | null, again: boolean) => Promise<T> | T,
  ): Promise<T> {
    const mac = this.keys.commandMac(jcs(JSON.parse(JSON.stringify([order.route, order.body]))));
    return this.database.writes.run(async (tx) => {
      const id = order.body.commandId;
      // The head's lock comes first: what is read after it is what this command will follow, also beside another server.
      const head = await lockHead(tx, order.by.facilityId, 'custody');
      await judgeAgain(tx.sql, order.by, this.clock.today());
      const earlier = await tx.sql.get<Remembered>(
        'SELECT body_mac AS mac, route, log, first_seq, subject, facility_id FROM command WHERE id = ?',
        [id],
      );
      if (earlier) {
        const same =
          earlier.facility_id === order.by.facilityId && earlier.mac !== null && timingSafeEqual(earlier.mac, mac);
        if (!same) throw new Refused({ kind: 'command-reused' });
        return answer(tx, await receiptOf(tx.sql, earlier.log, id), earlier.subject, true);
      }
      const done = await work(tx, authorOf(order.by, this.clock, id));
      const [first] = done.entries;
      if (!first) throw new Error('a command makes at least one entry');
      const drafts = done.entries.map(({ draft }) => draft);
      await this.follow(tx, order.by.facilityId, drafts);
      await tx.sql.run(
        `INSERT INTO command (id, facility_id, route, body_mac, log, first_seq, subject)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [id, order.by.facilityId, order.route, mac, head.id, first.seq, done.subject ?? null],
      );
      const receipt: Receipt = {
        commandId: id,
        entries: done.entries.map(({ seq, draft }) => ({ seq, itemId: draft.item })),
        recordedAt: first.recordedAt,
        by: { id: order.by.staffId, name: order.by.name },
      };
      return answer(tx, receipt, done.subject ?? null, false);
    });
  }

  /** about is `once` for what is done to one thing of this facility: it is read in the same transaction, and refused where it is not found. */
  about<Row, T>(
    { id, ...order }: Order & { readonly id: Uuid },
    find: (tx: Tx, id: Uuid) => Promise<Row>,
    work: (tx: Tx, author: Author, row: Row) => Promise<Done['entries']>,
    answer: (tx: Tx, receipt: Receipt) => Promise<T> | T,
  ): Promise<T> {
    return this.once(
      { ...order, body: withId(id, order.body) },
      async (tx, author) => ({ entries: await work(tx, author, await find(tx, id)), subject: id }),
      answer,
    );
  }

  /** read gives the receipt of a command of this facility. */
  async read(facilityId: Uuid, id: Uuid): Promise<Receipt> {
    const { sql } = this.database.reads;
    const row = await sql.get<{ log: number }>('SELECT log FROM command WHERE id = ? AND facility_id = ?', [
      id,
      facilityId,
    ]);
    if (!row) throw new Refused({ kind: 'not-found' });
    return receiptOf(sql, row.log, id);
  }
}

/**
 * Who may was judged before the turn came; a person who left or lost what it takes meanwhile does nothing more. For who still may,
 * the role and the level of now are those by which the rest of the request is judged.
 */
async function judgeAgain(sql: Statements, by: SignedIn, today: CalendarDay): Promise<void> {
  const now = await sql.get<Pick<SignedIn, 'role' | 'level'>>(
    `SELECT role, ${LEVEL_TODAY} AS level FROM session JOIN staff ON staff.id = session.staff_id
     WHERE token_hash = ? AND staff.id = ? AND left_on IS NULL`,
    [today, today, by.tokenHash, by.staffId],
  );
  if (!now) throw new Refused({ kind: 'not-signed-in' });
  Object.assign(by, now);
  refuseUnless(by, by.access);
}

async function receiptOf(sql: Statements, log: number, id: Uuid): Promise<Receipt> {
  const leaves = await sql.all<{ seq: number; item: Uuid | null; at: Instant; actor: string; name: string | null }>(
    `SELECT leaf.seq AS seq, leaf.item AS item, leaf.recorded_at AS at, leaf.actor AS actor, field.value AS name
     FROM log_leaf leaf ${byIndex(sql, 'log_leaf_command')} LEFT JOIN private_field field ON field.log = leaf.log AND field.seq = leaf.seq AND field.field = 'actorName'
     WHERE leaf.log = ? AND leaf.command = ? ORDER BY leaf.part`,
    [log, id],
  );
  const [first] = leaves;
  if (!first) throw new Error(`command ${id} has no entries`);
  return {
    commandId: id,
    entries: leaves.map(({ seq, item }) => ({ seq, itemId: item })),
    recordedAt: first.at,
    by: first.actor.startsWith('staff:')
      ? {
          id: first.actor.slice('staff:'.length),
          name: sql.sealed.open('private_field.value', [log, first.seq, 'actorName'], first.name) ?? '',
        }
      : null,
  };
}
