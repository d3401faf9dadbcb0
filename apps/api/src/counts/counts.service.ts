import { Injectable } from '@nestjs/common';
import {
  closeCount,
  confirmCount,
  dropCount,
  enterCount,
  enterList,
  lookFor,
  recount,
  refuseListStart,
  refuseStage,
  settleDifference,
  startCount,
  takeOver,
} from '@azukari/domain';
import type { Entered, Joining, Second, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { accepted, Refused } from '../http/refused.ts';
import { keepCustody } from '../items/item-cache.ts';
import { forgetOpenings, placeOf, storageAt } from '../items/openings.ts';
import { gather, ownStorage } from '../items/situations.ts';
import { withNames } from '../items/with-names.ts';
import { Commands } from '../ledger/commands.ts';
import type { Done } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger, lockHead } from '../ledger/ledger.ts';
import type { Author } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import {
  beginAnew,
  countOf,
  deleteCount,
  differencesOf,
  expectedOf,
  insertCount,
  insertDifferences,
  openCount,
} from './count-rows.ts';
import { ownCount, readCountRows, readPolicy } from './count-rows.ts';
import type { CountRow, NewCount } from './count-rows.ts';
import { CountsReader, shortCandidates } from './counts-reader.ts';
import { allIn, lyingIn, readDrawers } from './drawers.ts';
import { forgetListed, keepLooks, leftIn, listOf } from './listed-rows.ts';

type Answer = AnswerOf<typeof contract.startCount>;
type Work = (tx: Tx, author: Author, row: CountRow) => Promise<Done['entries']>;

/** CountsService is 交代時の点検: one method a verb. The domain decides; what a count says of an item goes by custody's own verbs. */
@Injectable()
export class CountsService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly reader: CountsReader,
  ) {}

  start(by: SignedIn, body: BodyOf<typeof contract.startCount>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'startCount', body },
      async (tx, author) => {
        const { facilityId, staffId } = by;
        const { drawerId: drawer } = body;
        const open = await openCount(tx.sql, facilityId, drawer);
        accepted(startCount(open && countOf(open), by));
        if (body.listed) await refuseUnlessListed(tx.sql, facilityId, drawer);
        return this.begin(tx, author, { facilityId, staffId, drawer, listed: body.listed });
      },
      async ({ sql }, receipt, subject) => ({ receipt, count: await this.reader.read(sql, by, subject ?? '') }),
    );
  }

  /** join begins a count for a 照合, if `judge` lets it: it is handed the count of the drawer that is open, and the one that was made for it. */
  join(
    by: SignedIn,
    reconciliationId: Uuid,
    body: BodyOf<typeof contract.joinCount>,
    judge: (tx: Tx, of: Joining) => Promise<void>,
  ): Promise<Answer> {
    return this.commands.once(
      { by, route: 'joinCount', body: withId(reconciliationId, body) },
      async (tx, author) => {
        const { facilityId, staffId } = by;
        const { drawerId: drawer } = body;
        const open = await openCount(tx.sql, facilityId, drawer);
        const of = [placeOf(drawer), reconciliationId];
        const [counted] = await readCountRows(tx.sql, facilityId, 'place = ? AND reconciliation_id = ?', of);
        await judge(tx, { open: open && countOf(open), counted: counted ? countOf(counted) : null });
        return this.begin(tx, author, { facilityId, staffId, drawer, reconciliationId });
      },
      async ({ sql }, receipt, subject) => ({ receipt, count: await this.reader.read(sql, by, subject ?? '') }),
    );
  }

  private async begin(
    tx: Tx,
    author: Author,
    of: Pick<NewCount, 'facilityId' | 'staffId' | 'drawer' | 'reconciliationId' | 'listed'>,
  ): Promise<Done> {
    const { facilityId, drawer, reconciliationId: reconciliation = null } = of;
    const drawers = await readDrawers(tx.sql, facilityId);
    if (!drawers.countable().includes(drawer)) throw new Refused({ kind: 'not-found' });
    const id = crypto.randomUUID();
    const entries = await this.ledger.append(tx, author, [
      houseEntry('count.started', { count: id, drawer }),
      ...(reconciliation === null ? [] : [houseEntry('reconciliation.joined', { reconciliation, count: id })]),
    ]);
    const [begun] = entries;
    if (!begun) throw new Error('a count without an entry');
    const { seq: startedSeq, recordedAt: startedAt } = begun;
    const expected = await (of.listed === true ? allIn : lyingIn)(tx.sql, facilityId, drawers, drawer);
    await insertCount(tx.sql, { ...of, id, startedAt, startedSeq }, expected);
    return { entries, subject: id };
  }

  enter(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.enterCount>): Promise<Answer> {
    return this.about(by, id, { route: 'enterCount', body }, async (tx, author, row) => {
      const { sql } = tx;
      const drawers = await readDrawers(sql, by.facilityId);
      const seen = body.seen.map(({ storageId, ...rest }) => ({ storage: storageId, ...rest }));
      for (const { storage } of seen) drawers.refuseUnknown(storage);
      const entered = accepted(
        enterCount(seen, {
          count: countOf(row),
          actor: by,
          policy: await readPolicy(sql, by.facilityId),
          before: await expectedOf(sql, id),
          now: await lyingIn(sql, by.facilityId, drawers, storageAt(row.place)),
        }),
      );
      return this.keepEntered(tx, author, { by, row, entered });
    });
  }

  /** look takes down what somebody says of items of the list while she goes through the drawer. */
  look(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.lookForListed>): Promise<Answer> {
    return this.about(by, id, { route: 'lookForListed', body }, async (tx, author, row) => {
      const looked = accepted(lookFor(body, await listOf(tx.sql, id), { count: countOf(row), actor: by }));
      await keepLooks(tx.sql, id, body);
      return this.ledger.append(
        tx,
        author,
        looked.map(({ storage: place, there, missing }) =>
          houseEntry('count.looked', { count: id, place, there, missing }),
        ),
      );
    });
  }

  enterList(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.enterList>): Promise<Answer> {
    return this.about(by, id, { route: 'enterList', body }, async (tx, author, row) => {
      const { sql } = tx;
      const drawers = await readDrawers(sql, by.facilityId);
      const now = await allIn(sql, by.facilityId, drawers, storageAt(row.place));
      const policy = await readPolicy(sql, by.facilityId);
      const entered = accepted(enterList(await listOf(sql, id), { count: countOf(row), actor: by, policy, now }));
      return this.keepEntered(tx, author, { by, row, entered });
    });
  }

  private async keepEntered(
    tx: Tx,
    author: Author,
    { by, row, entered }: { readonly by: SignedIn; readonly row: CountRow; readonly entered: Entered },
  ): Promise<Done['entries']> {
    const { sql } = tx;
    const { id } = row;
    const { expected, seen, differences, closes } = entered;
    await sql.run(`UPDATE blind_count SET stage = 'entered', expected = ?, seen = ? WHERE id = ?`, [
      expected,
      seen,
      id,
    ]);
    await insertDifferences(sql, id, differences);
    if (closes !== null) await this.end(tx, by, row, closes);
    const short = differences.filter(({ side }) => side === 'short').length;
    const surplus = differences.length - short;
    return this.ledger.append(tx, author, [
      houseEntry('count.entered', { count: id, expected, seen, short, surplus }),
      ...(closes === null ? [] : [houseEntry('count.closed', { count: id, second: closes })]),
    ]);
  }

  recount(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.recount>): Promise<Answer> {
    return this.about(by, id, { route: 'recount', body }, async (tx, author, row) => {
      accepted(recount(countOf(row), await differencesOf(tx.sql, id), by));
      await beginAnew(tx.sql, id);
      return this.ledger.append(tx, author, [houseEntry('count.recounted', { count: id })]);
    });
  }

  settle(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.settleDifference>): Promise<Answer> {
    return this.about(by, id, { route: 'settleDifference', body }, async (tx, author, row) => {
      const { sql } = tx;
      const { difference: n, as, itemId } = body;
      const all = await differencesOf(sql, id);
      const difference = all.find((one) => one.n === n);
      const situation = await gather(sql, by, this.clock.now(), itemId === null ? [] : [itemId]);
      await ownStorage(tx, by, body.storageId);
      if (!difference) throw new Refused(refuseStage(row, 'entered') ?? { kind: 'not-found' });
      const candidates = await shortCandidates(sql, id, difference, all);
      const drafts = accepted(settleDifference(body, { count: countOf(row), difference, candidates, situation }));
      const entries = await this.ledger.append(tx, author, [
        houseEntry('count.settled', { count: id, difference: n, as, of: itemId }),
        ...withNames(drafts, situation),
      ]);
      const head = await lockHead(tx, by.facilityId, 'custody');
      if (drafts.length > 0) await keepCustody(sql, head.id, entries, situation.items);
      await sql.run(
        'UPDATE count_difference SET settled_as = ?, item_id = ?, settled_by = ?, settled_at = ? WHERE count_id = ? AND n = ?',
        [as, itemId, by.staffId, this.clock.now(), id, n],
      );
      return entries;
    });
  }

  close(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.closeCount>): Promise<Answer> {
    return this.about(by, id, { route: 'closeCount', body }, async (tx, author, row) => {
      const policy = await readPolicy(tx.sql, by.facilityId);
      const differences = await differencesOf(tx.sql, id);
      const second = accepted(closeCount(countOf(row), differences, { actor: by, policy }));
      await this.end(tx, by, row, second);
      return this.ledger.append(tx, author, [houseEntry('count.closed', { count: id, second })]);
    });
  }

  takeOver(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.takeOverCount>): Promise<Answer> {
    return this.about(by, id, { route: 'takeOverCount', body }, async (tx, author, row) => {
      const { countedBy } = accepted(takeOver(countOf(row), by));
      await tx.sql.run('UPDATE blind_count SET owner_id = ?, counted_by = ? WHERE id = ?', [by.staffId, countedBy, id]);
      return this.ledger.append(tx, author, [houseEntry('count.taken-over', { count: id })]);
    });
  }

  drop(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.dropCount>): Promise<AnswerOf<typeof contract.dropCount>> {
    return this.commands.about(
      { by, id, route: 'dropCount', body },
      ({ sql }) => ownCount(sql, by.facilityId, id),
      async (tx, author, row) => {
        accepted(dropCount(countOf(row), by));
        if (row.listed === 1) await refuseAfterLooks(tx.sql, row);
        await deleteCount(tx.sql, id);
        return this.ledger.append(tx, author, [houseEntry('count.dropped', { count: id })]);
      },
      (_, receipt) => ({ receipt }),
    );
  }

  confirm(by: SignedIn, body: BodyOf<typeof contract.confirmCounts>): Promise<AnswerOf<typeof contract.confirmCounts>> {
    return this.commands.once(
      { by, route: 'confirmCounts', body },
      async (tx, author) => {
        for (const id of body.countIds) {
          accepted(confirmCount(countOf(await ownCount(tx.sql, by.facilityId, id)), by));
          await tx.sql.run(`UPDATE blind_count SET stage = 'closed', second_id = ? WHERE id = ?`, [by.staffId, id]);
        }
        const drafts = body.countIds.map((count) => houseEntry('count.confirmed', { count }));
        return { entries: await this.ledger.append(tx, author, drafts) };
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
      ({ sql }) => ownCount(sql, by.facilityId, id),
      work,
      async ({ sql }, receipt) => ({ receipt, count: await this.reader.read(sql, by, id) }),
    );
  }

  private async end({ sql }: Tx, by: SignedIn, row: CountRow, second: Second): Promise<void> {
    await sql.run('UPDATE blind_count SET stage = ?, closed_at = ?, second_id = ? WHERE id = ?', [
      second === 'awaited' ? 'awaited' : 'closed',
      this.clock.now(),
      second === 'present' ? by.staffId : null,
      row.id,
    ]);
    if (row.listed === 1) await forgetListed(sql, row.id);
    const drawers = await readDrawers(sql, by.facilityId);
    await forgetOpenings(sql, by.facilityId, drawers.placesOf(storageAt(row.place)), row.startedSeq);
  }
}

async function refuseUnlessListed(sql: Statements, facilityId: Uuid, drawer: Uuid | null): Promise<void> {
  const left = await leftIn(sql, facilityId, await readDrawers(sql, facilityId));
  const no = refuseListStart(left.get(drawer) ?? 0);
  if (no) throw new Refused(no);
}

/** What was said of a list is said; only a count of which nothing was said leaves none. */
async function refuseAfterLooks(sql: Statements, { id, stage }: CountRow): Promise<void> {
  const said = (await listOf(sql, id)).some(({ there }) => there !== null);
  if (said) throw new Refused({ kind: 'count-stage', countId: id, stage });
}
