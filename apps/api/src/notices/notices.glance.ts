import { Injectable } from '@nestjs/common';
import type { AnswerOf, readBoard } from '@azukari/contract';
import { millisecondsOf } from '@azukari/domain';
import type { CalendarDay, Instant, ItemKind, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { sealed } from '../database/sealed.ts';
import { LEFT_TO_DO } from './notice-rows.ts';
import { Machine } from './notices.machine.ts';

type Glance = AnswerOf<typeof readBoard>['notices'];

interface PickUpRow {
  readonly answerId: Uuid;
  readonly plannedOn: CalendarDay;
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
    const { state, hold, lastAcceptedAt, acceptedToday, failed, pending } = await this.machine.read(facilityId);
    const told = { state, hold, lastAcceptedAt, acceptedToday, failed, pending };
    const glance = { ...told, tasks: await this.tasks(facilityId), pickUps: await this.pickUps(facilityId) };
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

  /** Who comes on which day for what; what has left the house for good meanwhile is not waited for. */
  private async pickUps(facilityId: Uuid): Promise<Glance['pickUps']> {
    const rows = await this.database.reads.sql.all<PickUpRow>(
      `SELECT notice_answer.id AS "answerId", planned_on AS "plannedOn", item.id AS "itemId", item.kind AS kind, item.label AS label,
         resident.id AS "residentId", resident.name AS name, resident.kana AS kana, resident.room AS room
       FROM notice_answer
       JOIN notice_line ON notice_line.notice_id = notice_answer.notice_id
       JOIN item ON item.id = notice_line.item_id AND item.place <> 'ended'
       JOIN resident ON resident.id = notice_line.resident_id AND (leave_reason IS NULL OR leave_reason <> 'died')
       WHERE notice_answer.facility_id = ? AND task = 'prepare-pick-up' AND task_closed_on IS NULL AND planned_on IS NOT NULL
       ORDER BY planned_on, notice_answer.id, n LIMIT ${String(MOST_ITEMS)}`,
      [facilityId],
    );
    return [...Map.groupBy(rows, ({ answerId, residentId }) => `${answerId}/${residentId}`).values()].flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { plannedOn, residentId: id, name, kana, room } = first;
      const items = new Map(own.map(({ itemId, kind, label }) => [itemId, { id: itemId, kind, label }]));
      return {
        plannedOn,
        resident: { id, name: sealed.open(name), kana: sealed.open(kana), room: sealed.open(room) },
        items: [...items.values()].map((item) => ({ ...item, label: item.label && sealed.open(item.label) })),
      };
    });
  }
}
