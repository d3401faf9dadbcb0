import { Injectable } from '@nestjs/common';
import type { AnswerOf, readBoard } from '@azukari/contract';
import { millisecondsOf } from '@azukari/domain';
import type { AnswerTask, CalendarDay, HandOverRule, Instant, ItemKind, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { residentOf } from '../database/people.ts';
import { LEFT_TO_DO } from './notice-rows.ts';
import { Machine } from './notices.machine.ts';

type Glance = AnswerOf<typeof readBoard>['notices'];

interface AnswerRow {
  readonly id: Uuid;
  readonly task: AnswerTask;
  readonly on: CalendarDay;
  readonly plannedOn: CalendarDay | null;
  readonly contactId: Uuid | null;
  readonly handOver: HandOverRule | null;
  readonly itemId: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly residentId: Uuid;
  readonly name: string;
  readonly kana: string;
  readonly room: string;
}

/** What no entry tells of, such as that the machinery has stopped, is seen after so long: every tablet asks every four seconds. */
const FRESH_MS = 20_000;
const MOST_ITEMS = 100;

/** NoticesGlance is what 今日 says of the notices, read anew after every entry. */
@Injectable()
export class NoticesGlance {
  private readonly seen = new Map<Uuid, { readonly size: number; readonly at: Instant; readonly glance: Glance }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly machine: Machine,
  ) {}

  /** read answers as of a size of the record, which every answer of a family and everything that is done makes grow. */
  async read(facilityId: Uuid, size: number): Promise<Glance> {
    const now = this.clock.now();
    const seen = this.seen.get(facilityId);
    // A demo's clock also goes back.
    if (seen?.size === size && Math.abs(millisecondsOf(now) - millisecondsOf(seen.at)) < FRESH_MS) return seen.glance;
    const { missing, ...machine } = await this.machine.read(facilityId);
    const glance = { ...machine, tasks: await this.tasks(facilityId), answers: await this.answers(facilityId) };
    this.seen.set(facilityId, { size, at: now, glance });
    return glance;
  }

  private async tasks(facilityId: Uuid): Promise<number> {
    const row = await this.database.reads.sql.get<{ n: number }>(
      `SELECT (SELECT COUNT(*) FROM notice WHERE facility_id = ? AND state = 'open')
         + (SELECT COUNT(*) FROM notice_answer WHERE facility_id = ? AND ${LEFT_TO_DO}) AS n`,
      [facilityId, facilityId],
    );
    return row?.n ?? 0;
  }

  /** What families have answered and nobody has seen to. For what has left the house for good nobody comes any more. */
  private async answers(facilityId: Uuid): Promise<Glance['answers']> {
    const { sql } = this.database.reads;
    const rows = await sql.all<AnswerRow>(
      `SELECT notice_answer.id AS id, task, on_day AS "on", planned_on AS "plannedOn",
         notice.contact_id AS "contactId", contact.hand_over AS "handOver", item.id AS "itemId", item.kind AS kind,
         item.label AS label, resident.id AS "residentId", resident.name AS name, resident.kana AS kana, resident.room AS room
       FROM notice_answer
       JOIN notice ON notice.id = notice_answer.notice_id
       LEFT JOIN contact ON contact.id = notice.contact_id AND contact.removed_at IS NULL
       JOIN notice_line ON notice_line.notice_id = notice_answer.notice_id
       JOIN item ON item.id = notice_line.item_id AND (item.place <> 'ended' OR task <> 'prepare-pick-up')
       JOIN resident ON resident.id = notice_line.resident_id AND notices_stopped = 0
       WHERE notice_answer.facility_id = ? AND ${LEFT_TO_DO}
       ORDER BY COALESCE(planned_on, on_day), notice_answer.id, n LIMIT ${String(MOST_ITEMS)}`,
      [facilityId],
    );
    return [...Map.groupBy(rows, ({ id, residentId }) => `${id}/${residentId}`).values()].flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { id, task, on, plannedOn, contactId, handOver, residentId } = first;
      const items = new Map(own.map(({ itemId, kind, label }) => [itemId, { id: itemId, kind, label }]));
      return {
        id,
        task,
        on,
        plannedOn,
        contactId,
        handOver,
        resident: residentOf(sql.sealed, residentId, first),
        items: [...items.values()].map((item) => ({
          ...item,
          label: sql.sealed.open('item.label', item.id, item.label),
        })),
      };
    });
  }
}
