import { deadlineKey, triedOn } from '@azukari/domain';
import type { AnswerTask, FamilyAnswer, ItemKind, OfficeReason, Uuid } from '@azukari/domain';
import type { noticeAnswer } from '@azukari/contract';
import type { z } from 'zod';
import { places } from '../database/statements.ts';
import { residentOf } from '../database/people.ts';
import type { Sealed } from '../database/sealed.ts';
import type { Statements } from '../database/statements.ts';
import { stateSeen } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';

/** NoticeView is a notice as the contract shows it. */
export type NoticeView = z.output<typeof noticeAnswer>;

interface ContactRow {
  readonly id: Uuid;
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
}

interface ItemRow {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
}

interface ResidentRow {
  readonly id: Uuid;
  readonly name: string;
  readonly kana: string;
  readonly room: string;
}

interface AnswerRow {
  readonly id: Uuid;
  readonly noticeId: Uuid;
  readonly answer: FamilyAnswer;
  readonly on: string;
  readonly plannedOn: string | null;
  readonly way: 'link' | 'staff';
  readonly task: AnswerTask | null;
  readonly taskClosedOn: string | null;
}

/** Seen is what is shown of notices: why the office has its open tasks, and to who keeps notices how to reach people. */
export interface Seen {
  readonly reasons: ReadonlyMap<string, OfficeReason>;
  readonly keeps: boolean;
}

/** viewNotices gathers the people and items that notices speak of. */
export async function viewNotices(
  sql: Statements,
  notices: readonly StoredNotice[],
  { reasons, keeps }: Seen,
): Promise<NoticeView[]> {
  if (notices.length === 0) return [];
  const deadlines = notices.flatMap(({ lines }) => lines.map(({ deadline }) => deadline));
  const contacts = await byId<ContactRow>(
    sql,
    'id, name, relation, phone FROM contact',
    notices.flatMap(({ contactId }) => contactId ?? []),
  );
  const items = await byId<ItemRow>(
    sql,
    'id, kind, label FROM item',
    deadlines.map(({ itemId }) => itemId),
  );
  const residents = await byId<ResidentRow>(
    sql,
    'id, name, kana, room FROM resident',
    deadlines.map(({ residentId }) => residentId),
  );
  const answers = Map.groupBy(
    await answersTo(
      sql,
      notices.map(({ id }) => id),
    ),
    ({ noticeId }) => noticeId,
  );
  return notices.map(({ id, to, progress, on, settledAt, contactId, lines, replyCode }) => {
    const contact = contacts.get(contactId ?? '');
    return {
      id,
      channel: to.channel,
      state: stateSeen(progress),
      madeOn: on,
      settledAt,
      attempts: 'attempts' in progress ? progress.attempts : 0,
      triedOn: triedOn(progress),
      contact: contact ? contactSeen(sql.sealed, contact, keeps) : null,
      lines: lines.flatMap(({ deadline, contactId: told }) => {
        const { itemId, residentId, kind, date } = deadline;
        const item = items.get(itemId);
        const resident = residents.get(residentId);
        if (!item || !resident) return [];
        return {
          itemId,
          itemKind: item.kind,
          label: sql.sealed.open('item.label', itemId, item.label),
          resident: residentOf(sql.sealed, residentId, resident),
          kind: kind as NoticeView['lines'][number]['kind'],
          date,
          why: told === null ? (reasons.get(deadlineKey(deadline)) ?? null) : null,
        };
      }),
      replyCode: keeps ? replyCode : null,
      answers: (answers.get(id) ?? []).map(({ noticeId, ...answer }) => answer),
    };
  });
}

function contactSeen(sealed: Sealed, { id, name, relation, phone }: ContactRow, keeps: boolean): NoticeView['contact'] {
  return {
    id,
    name: sealed.open('contact.name', id, name),
    relation: sealed.open('contact.relation', id, relation),
    phone: keeps ? sealed.open('contact.phone', id, phone) : '',
  };
}

async function byId<R extends { readonly id: Uuid }>(
  sql: Statements,
  columns: string,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, R>> {
  const all = [...new Set(ids)];
  if (all.length === 0) return new Map();
  const rows = await sql.all<R>(`SELECT ${columns} WHERE id IN (${places(all.length)})`, all);
  return new Map(rows.map((row) => [row.id, row]));
}

function answersTo(sql: Statements, ids: readonly Uuid[]): Promise<AnswerRow[]> {
  return sql.all<AnswerRow>(
    `SELECT id, notice_id AS "noticeId", answer, on_day AS "on", planned_on AS "plannedOn", way, task, task_closed_on AS "taskClosedOn"
     FROM notice_answer WHERE notice_id IN (${places(ids.length)}) ORDER BY given_at, id`,
    ids,
  );
}
