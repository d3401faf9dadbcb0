import { Injectable } from '@nestjs/common';
import { COUNTED_KINDS, dayInTokyo, forgottenSince } from '@azukari/domain';
import type { ItemKind, Uuid } from '@azukari/domain';
import type { AnswerOf, readCount, readCounts, readOpening } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { readItems } from '../items/item-views.ts';
import { placeOf, storageAt } from '../items/openings.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { differencesOf, ownCount, readCountRows, readPolicy } from './count-rows.ts';
import type { CountRow, KeptDifference } from './count-rows.ts';
import { drawerStates } from './counts.glance.ts';
import { allIn, readDrawers } from './drawers.ts';
import type { Drawers } from './drawers.ts';
import { leftIn, listOf } from './listed-rows.ts';

type Counts = AnswerOf<typeof readCounts>;
type Answer = AnswerOf<typeof readCount>;

const RECENT = 20;
const MOST_CANDIDATES = 30;

/** CountsReader answers counts. While somebody counts, it says nothing of what should be there. */
@Injectable()
export class CountsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({ facilityId }: SignedIn): Promise<Counts> {
    const { sql } = this.database.reads;
    const now = this.clock.now();
    const policy = await readPolicy(sql, facilityId);
    const drawers = await readDrawers(sql, facilityId);
    const states = await drawerStates(sql, { facilityId, now, policy, drawers });
    const open = await readCountRows(sql, facilityId, `stage IN ('counting', 'entered')`);
    const awaited = await readCountRows(
      sql,
      facilityId,
      `stage = 'awaited' AND reconciliation_id IS NULL ORDER BY closed_at, id`,
    );
    const recent = await readCountRows(
      sql,
      facilityId,
      `closed_at IS NOT NULL ORDER BY closed_at DESC, blind_count.id LIMIT ?`,
      [RECENT],
    );
    const told = (row: CountRow) => ({
      id: row.id,
      drawer: drawers.named(storageAt(row.place)),
      countedBy: { id: row.countedBy, name: row.countedName },
      closedAt: row.closedAt ?? '',
      differences: row.differences,
    });
    return {
      policy: { ...policy, shifts: [...policy.shifts] },
      drawers: states.map(({ drawer, openedAt, countedAt, due }) => ({
        ...drawers.named(drawer),
        openedAt,
        countedAt,
        why: due?.why ?? null,
        skipped: due?.skipped ?? false,
        open: openIn(open, drawer),
      })),
      awaited: awaited.map((row) => ({ ...told(row), late: forgottenSince(row.closedAt ?? '', now, policy) })),
      recent: recent.map((row) => ({
        ...told(row),
        expected: row.expected ?? 0,
        seen: row.seen ?? 0,
        second: secondOf(row),
      })),
    };
  }

  one(by: SignedIn, id: Uuid): Promise<Answer> {
    return this.read(this.database.reads.sql, by, id);
  }

  /** read answers one count, also within a command that has just changed it. */
  async read(sql: Statements, by: SignedIn, id: Uuid): Promise<Answer> {
    const row = await ownCount(sql, by.facilityId, id);
    const drawers = await readDrawers(sql, by.facilityId);
    const drawer = storageAt(row.place);
    return {
      id,
      drawer: drawers.named(drawer),
      stage: row.stage,
      countedBy: { id: row.countedBy, name: row.countedName },
      owner: { id: row.ownerId, name: row.ownerName },
      second: secondOf(row),
      startedAt: row.startedAt,
      closedAt: row.closedAt,
      recounted: row.recounted === 1,
      listed: row.listed === 1,
      reconciliationId: row.reconciliationId,
      places: drawers
        .within(drawer)
        .filter(({ retired }) => retired === 0)
        .map(({ id: place, kind, label }) => ({ id: place, kind, label })),
      kinds: await kindsKept(sql, by.facilityId),
      expected: row.expected,
      seen: row.seen,
      differences: await this.differences(sql, by, { row, drawers }),
      list: row.listed === 1 && row.stage === 'counting' ? await this.listed(sql, by, { row, drawers }) : null,
    };
  }

  /** The list with what was said of it so far, and what came into the drawer while somebody looked. */
  private async listed(
    sql: Statements,
    by: SignedIn,
    { row, drawers }: { readonly row: CountRow; readonly drawers: Drawers },
  ): Promise<Answer['list']> {
    const list = await listOf(sql, row.id);
    const now = await allIn(sql, by.facilityId, drawers, storageAt(row.place));
    const said = new Map(list.map(({ itemId, there }) => [itemId, there]));
    const ids = now.map(({ itemId }) => itemId);
    const source = { sql, by, today: dayInTokyo(this.clock.now()) };
    const items = ids.length === 0 ? [] : await readItems(source, `item.id IN (${places(ids.length)})`, ids);
    return {
      items: items.flatMap((item) => {
        const there = said.get(item.id);
        return there === undefined ? [] : [{ item, there }];
      }),
      added: items.filter(({ id }) => !said.has(id)),
    };
  }

  /** opening is 開始時の棚卸し: which drawers hold what a list brought and nobody has looked for, and what waits for a second person. */
  async opening({ facilityId }: SignedIn): Promise<AnswerOf<typeof readOpening>> {
    const { sql } = this.database.reads;
    const drawers = await readDrawers(sql, facilityId);
    const left = await leftIn(sql, facilityId, drawers);
    const rows = await readCountRows(sql, facilityId, `listed = 1 ORDER BY started_seq`);
    const told: AnswerOf<typeof readOpening>['drawers'] = [];
    for (const drawer of drawers.countable()) {
      const of = rows.filter(({ place }) => place === placeOf(drawer));
      const open = of.find(({ stage }) => stage === 'counting' || stage === 'entered');
      if (!open && of.length === 0 && (left.get(drawer) ?? 0) === 0) continue;
      const list = open ? await listOf(sql, open.id) : [];
      const closed = of.filter(({ closedAt }) => closedAt !== null);
      told.push({
        ...drawers.named(drawer),
        left: left.get(drawer) ?? 0,
        looked: list.filter(({ there }) => there !== null).length,
        open: openIn(rows, drawer),
        seen: closed.reduce((sum, { seen }) => sum + (seen ?? 0), 0),
        differences: closed.reduce((sum, { differences }) => sum + differences, 0),
        awaited: of.flatMap(({ id, stage, countedBy, countedName }) =>
          stage === 'awaited' ? [{ id, countedBy: { id: countedBy, name: countedName } }] : [],
        ),
      });
    }
    return { drawers: told };
  }

  private async differences(
    sql: Statements,
    by: SignedIn,
    { row, drawers }: { readonly row: CountRow; readonly drawers: Drawers },
  ): Promise<Answer['differences']> {
    const kept = await differencesOf(sql, row.id);
    const source = { sql, by, today: dayInTokyo(this.clock.now()) };
    const named = [...new Set(kept.flatMap(({ itemId }) => itemId ?? []))];
    const items = named.length === 0 ? [] : await readItems(source, `item.id IN (${places(named.length)})`, named);
    const answers: Answer['differences'] = [];
    for (const difference of kept) {
      const { n, side, kind, settledAs, by: settledBy, at } = difference;
      const settled =
        settledAs === null || settledBy === null || at === null
          ? null
          : { as: settledAs, item: items.find(({ id }) => id === difference.itemId) ?? null, by: settledBy, at };
      const candidates =
        settled === null && row.stage === 'entered'
          ? await readItems(source, ...(await candidatesFor(sql, row.id, difference, kept)))
          : [];
      answers.push({ n, side, kind, place: drawers.named(difference.storage), settled, candidates: [...candidates] });
    }
    return answers;
  }
}

function openIn(open: readonly CountRow[], drawer: Uuid | null): Counts['drawers'][number]['open'] {
  const row = open.find(({ place, closedAt }) => place === placeOf(drawer) && closedAt === null);
  return row
    ? { id: row.id, stage: row.stage, owner: { id: row.ownerId, name: row.ownerName }, startedAt: row.startedAt }
    : null;
}

function secondOf({ secondId, secondName }: CountRow): { readonly id: Uuid; readonly name: string } | null {
  return secondId === null ? null : { id: secondId, name: secondName ?? '' };
}

/** The kinds that a facility keeps or has kept, whatever the drawer: nobody learns from them what lies where. */
async function kindsKept(sql: Statements, facilityId: Uuid): Promise<ItemKind[]> {
  const rows = await sql.all<{ kind: ItemKind }>('SELECT DISTINCT kind FROM item WHERE facility_id = ?', [facilityId]);
  return COUNTED_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
}

/** shortCandidates are what was expected in a place, of a kind, and no answer has named yet. */
export async function shortCandidates(
  sql: Statements,
  countId: Uuid,
  { storage, kind }: KeptDifference,
  all: readonly KeptDifference[],
): Promise<readonly Uuid[]> {
  const named = new Set(all.map(({ itemId }) => itemId));
  // Of a list it was said which one was not there.
  return (await listOf(sql, countId))
    .filter(({ there }) => there !== true)
    .filter((lying) => lying.storage === storage && lying.kind === kind && !named.has(lying.itemId))
    .map(({ itemId }) => itemId);
}

type Query = [where: string, values: (string | number)[]];

/** What was expected there; or what is recorded elsewhere, first what is missed in another place of this drawer, or is out and belongs there. */
async function candidatesFor(
  sql: Statements,
  countId: Uuid,
  difference: KeptDifference,
  all: readonly KeptDifference[],
): Promise<Query> {
  const { side, storage, kind } = difference;
  const place = placeOf(storage);
  if (side === 'short') {
    const ids = await shortCandidates(sql, countId, difference, all);
    return ids.length === 0 ? ['1 = 0', []] : [`item.id IN (${places(ids.length)}) ORDER BY item.id`, [...ids]];
  }
  return [
    `item.kind = ? AND NOT EXISTS (SELECT 1 FROM count_expected WHERE count_id = ? AND item_id = item.id AND count_expected.place = ?)
       AND NOT EXISTS (SELECT 1 FROM count_difference WHERE count_id = ? AND count_difference.item_id = item.id AND settled_as = 'found')
     ORDER BY CASE WHEN EXISTS (SELECT 1 FROM count_expected JOIN count_difference ON count_difference.count_id = count_expected.count_id
         AND side = 'short' AND count_difference.place = count_expected.place AND count_difference.kind = count_expected.kind
         WHERE count_expected.count_id = ? AND count_expected.item_id = item.id) THEN -1
       WHEN item.place = 'out' AND COALESCE(storage_id, 'none') = ? THEN 0 WHEN item.place = 'out' THEN 1
       WHEN item.place = 'missing' THEN 2 WHEN item.place = 'stored' THEN 3 ELSE 4 END, item.last_at DESC, item.id
     LIMIT ${String(MOST_CANDIDATES)}`,
    [kind, countId, place, countId, countId, place],
  ];
}
