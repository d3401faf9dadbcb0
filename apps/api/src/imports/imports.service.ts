import { Injectable } from '@nestjs/common';
import { addDays, holdTemporarily, isForbiddenTitle, may } from '@azukari/domain';
import type { Action, Draft, Uuid } from '@azukari/domain';
import type { AnswerOf, BodyOf, importList, readImport } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Reads } from '../database/database.ts';
import { ContactRow, ResidentRow, StorageRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { noteListed } from '../counts/counts.rows.ts';
import { breathe } from '../event-loop.ts';
import { Malformed } from '../http/parse.ts';
import { accepted, Refused } from '../http/refused.ts';
import { insertItem } from '../items/item-cache.ts';
import { Commands } from '../ledger/commands.ts';
import type { Done } from '../ledger/commands.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { contactRows, residentRow, rowEntries } from './list-entries.ts';
import { planOf } from './list-plan.ts';
import type { Known, Plan } from './list-plan.ts';
import { readRows } from './list-rows.ts';
import type { ListedRow } from './list-rows.ts';

type Body = BodyOf<typeof importList>;
type Answer = AnswerOf<typeof importList>;
type Progress = AnswerOf<typeof readImport>['progress'];

/** Sixty agreements are not signed in a week: what comes with a list has a month until it is agreed, given back or delivered. */
export const DAYS_TO_AGREE = 30;
const ROWS_AT_ONCE = 100;
const MOST_PROBLEMS = 5_000;

/** ImportsService takes a whole list over: one command, all of it or none, and nothing twice. */
@Injectable()
export class ImportsService {
  private readonly running = new Map<Uuid, { readonly facilityId: Uuid; done: number; readonly total: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  async run(by: SignedIn, body: Body): Promise<Answer> {
    const named = body.titles.findIndex((title) => isForbiddenTitle(title));
    if (named !== -1) throw new Malformed([{ path: `titles.${String(named)}`, code: 'forbidden-column' }]);
    // Reading takes long and needs nobody's lock; who is here already is looked up under it.
    const rows = await readRows(body, this.clock.today());
    if (body.dryRun) return answerOf(planOf(rows, await knownHere(this.database.reads, by.facilityId)), 0);
    try {
      return await this.write(by, body, rows);
    } catch (error) {
      if (error instanceof NothingNew) return answerOf(error.plan, 0);
      throw error;
    } finally {
      this.running.delete(body.commandId);
    }
  }

  /** progress is how many entries of an import that is being written are. */
  progress(by: SignedIn, id: Uuid): Progress {
    const running = this.running.get(id);
    return running?.facilityId === by.facilityId ? { id, done: running.done, total: running.total } : null;
  }

  private write(by: SignedIn, body: Body, rows: readonly ListedRow[]): Promise<Answer> {
    let planned: Plan | undefined;
    return this.commands.once(
      { by, route: 'importList', body },
      async (tx, author) => {
        planned = planOf(rows.map(untouched), await knownHere(tx, by.facilityId));
        return this.carryOut(tx, { by, author, plan: planned });
      },
      // Sent again, what it made is here; the receipt says how much that was.
      async (tx, { entries }) =>
        answerOf(planned ?? planOf(rows.map(untouched), await knownHere(tx, by.facilityId)), entries.length),
    );
  }

  private async carryOut(
    tx: Tx,
    { by, author, plan }: { readonly by: SignedIn; readonly author: Author; readonly plan: Plan },
  ): Promise<Done> {
    const wrong = new Set(plan.problems.map(({ line }) => line)).size;
    if (wrong > 0) throw new Refused({ kind: 'row-errors', count: wrong });
    refuseUnlessAll(by, plan);
    const house = rowEntries(plan);
    if (house.length === 1 && plan.items.length === 0) throw new NothingNew(plan);
    const contacts = await contactRows(tx, by.facilityId, plan.contacts);
    await this.insertRows(tx, by.facilityId, plan, contacts);
    const drafts = [...house, ...contacts.map(({ draft }) => draft), ...this.holds(by, plan)];
    const progress = { facilityId: by.facilityId, done: 0, total: drafts.length };
    this.running.set(author.command, progress);
    const noted = (): void => {
      progress.done += 1;
    };
    const entries = await this.ledger.append(tx, { ...author, noted }, drafts);
    for (const [n, entry] of entries.slice(drafts.length - plan.items.length).entries()) {
      await breathe();
      await insertItem(tx.sql, entry, { facilityId: by.facilityId, label: plan.items[n]?.label ?? null });
      await noteListed(tx.sql, by.facilityId, entry.draft.item ?? '');
    }
    return { entries };
  }

  private async insertRows(
    tx: Tx,
    facilityId: Uuid,
    plan: Plan,
    contacts: readonly { readonly row: ContactRow }[],
  ): Promise<void> {
    let position = (await tx.rows.maximum(StorageRow, 'position', { facilityId })) ?? 0;
    const storages = plan.storages.map((place) => ({
      ...place,
      facilityId,
      position: ++position,
      retired: 0 as const,
      version: 1,
    }));
    for (const some of chunks(storages)) await tx.rows.insert(StorageRow, some);
    const residents = plan.residents.map((person) => residentRow(facilityId, person));
    for (const some of chunks(residents)) {
      await breathe();
      await tx.rows.insert(ResidentRow, some);
    }
    for (const some of chunks(contacts.map(({ row }) => row))) {
      await breathe();
      await tx.rows.insert(ContactRow, some);
    }
  }

  /** Nobody has signed for what a list brings: it lies in the safe as 一時保管 until an agreement covers it. */
  private holds(by: SignedIn, { items }: Plan): readonly Draft[] {
    const now = this.clock.now();
    const today = this.clock.today();
    return items.flatMap(({ kind, label, printedExpiresOn, certificateExpiresOn, ...item }) => {
      const { residentId, residentName, storageId } = item;
      const verdict = holdTemporarily(
        {
          reason: 'no-agreement',
          resolveBy: addDays(today, DAYS_TO_AGREE),
          storageId,
          description: { printedExpiresOn, certificateExpiresOn, insurerType: null, authMode: null },
          condition: 'good',
          occurredAt: null,
          note: null,
        },
        {
          now,
          today,
          actor: by,
          item: { id: crypto.randomUUID(), kind, residentId, residentLeftOn: null, agreements: [] },
        },
      );
      const words = { residentName, ...(label !== null && { label }) };
      return accepted(verdict).map((draft) => ({ ...draft, private: { ...draft.private, ...words } }));
    });
  }
}

/** Who takes a list over may do each thing that is in it. */
function refuseUnlessAll(by: SignedIn, { contacts, items, storages }: Plan): void {
  const needed: readonly (readonly [Action, number])[] = [
    ['keep-contacts', contacts.length],
    ['hold-temporarily', items.length],
    ['keep-storages', storages.length],
  ];
  const missing = needed.find(([action, count]) => count > 0 && !may(by, action));
  if (missing) throw new Refused({ kind: 'not-allowed', action: missing[0], level: by.level });
}

async function knownHere({ rows, sql }: Reads, facilityId: Uuid): Promise<Known> {
  const residents = await rows.findBy(ResidentRow, { facilityId });
  const contacts = await rows.findBy(ContactRow, { facilityId });
  const items = await sql.all<{
    id: Uuid;
    residentId: Uuid | null;
    kind: Known['items'][number]['kind'];
    label: string | null;
  }>('SELECT id, resident_id AS "residentId", kind, label FROM item WHERE facility_id = ?', [facilityId]);
  return {
    residents: residents.filter(({ name }) => name !== ''),
    contacts: contacts.filter(({ name }) => name !== ''),
    items: items.map((item) => ({ ...item, label: sql.sealed.open('item.label', item.id, item.label) })),
    storages: await rows.findBy(StorageRow, { facilityId, retired: 0 }),
  };
}

/** A plan notes its own problems with a row; who plans again begins with what the row itself had. */
function untouched(row: ListedRow): ListedRow {
  return { ...row, problems: [...row.problems] };
}

function chunks<T>(all: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, n) =>
    all.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE),
  );
}

function answerOf(plan: Plan, written: number): Answer {
  const told = (key: keyof Plan['known']) => ({ fresh: plan[key].length, known: plan.known[key] });
  return {
    residents: told('residents'),
    contacts: told('contacts'),
    items: told('items'),
    storages: told('storages'),
    places: [...plan.paths],
    problems: plan.problems.slice(0, MOST_PROBLEMS),
    written,
  };
}

/** NothingNew unwinds the unit of work when all of the list is here already: there is nothing to record. */
class NothingNew extends Error {
  readonly plan: Plan;

  constructor(plan: Plan) {
    super('nothing new');
    this.plan = plan;
  }
}
