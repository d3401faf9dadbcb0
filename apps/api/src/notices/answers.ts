import { Injectable } from '@nestjs/common';
import { ANSWER_EFFECTS, dayInTokyo, deliveryOf, latestPlan, planProblem } from '@azukari/domain';
import type { FamilyAnswer, Instant, Uuid } from '@azukari/domain';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author, Entry } from '../ledger/ledger.ts';
import { NoticeBook } from './notice-book.ts';
import { writeProgress } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';

/** Given is what a family answers; the day is the one on which she means to go. */
export interface Given {
  readonly answer: FamilyAnswer;
  readonly plannedOn: string | null;
  readonly way: 'link' | 'staff';
}

/** Answers writes down what families answer, by their page or through the staff. */
@Injectable()
export class Answers {
  constructor(
    private readonly ledger: Ledger,
    private readonly book: NoticeBook,
  ) {}

  /** give records an answer to a notice, with what it leaves for the staff to do. */
  async give(
    tx: Tx,
    { author, now }: { readonly author: Author; readonly now: Instant },
    notice: StoredNotice,
    { answer, plannedOn, way }: Given,
  ): Promise<readonly Entry[]> {
    const { id, facilityId, contactId: contact } = notice;
    const { task } = ANSWER_EFFECTS[answer];
    const today = dayInTokyo(now);
    if (planProblem({ answer, plannedOn }, today) !== null)
      throw new Refused({ kind: 'planned-day-unfit', from: today, to: latestPlan(today) });
    const values = [crypto.randomUUID(), facilityId, id, contact, answer, today, now, plannedOn, way, task];
    await tx.sql.run(
      `INSERT INTO notice_answer (id, facility_id, notice_id, contact_id, answer, on_day, given_at, planned_on, way, task)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      values,
    );
    // Who answers has heard, but of a letter only the post says that it was posted.
    if (deliveryOf(notice) !== null) await this.book.happen(tx, notice, { kind: 'acknowledged' }, { now });
    else if (notice.progress.state === 'open' && notice.to.channel !== 'letter')
      await writeProgress(tx.sql, id, { state: 'done', on: today }, now);
    const entries = await this.book.entriesAbout(tx, notice, (_, said) =>
      houseEntry('notice.answered', { notice: id, contact, answer, plannedOn, way }, said),
    );
    return this.ledger.append(tx, author, entries);
  }

  /** settle closes what an answer has left to do. */
  async settle(
    tx: Tx,
    { author, now }: { readonly author: Author; readonly now: Instant },
    notice: StoredNotice,
    answerId: Uuid,
  ): Promise<readonly Entry[]> {
    const row = await tx.sql.get<{ task: 'prepare-pick-up' | 'arrange-certificate' | 'consult' | 'call-back' | null }>(
      'SELECT task FROM notice_answer WHERE id = ? AND task_closed_on IS NULL',
      [answerId],
    );
    const task = row?.task;
    if (!task) return [];
    await tx.sql.run('UPDATE notice_answer SET task_closed_on = ? WHERE id = ?', [dayInTokyo(now), answerId]);
    const entries = await this.book.entriesAbout(tx, notice, (_, said) =>
      houseEntry('answer.settled', { notice: notice.id, task }, said),
    );
    return this.ledger.append(tx, author, entries);
  }
}
