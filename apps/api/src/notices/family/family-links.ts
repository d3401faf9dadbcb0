import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dayInTokyo, deadlineKey, recipientNow } from '@azukari/domain';
import type { FamilyAnswer, Instant, ReminderFacts, ReminderLine, Uuid } from '@azukari/domain';
import type { Statements } from '../../database/statements.ts';
import { hashOf } from '../../session/token.ts';
import { Composer } from '../composer.ts';
import { readNotices } from '../notice-rows.ts';
import type { StoredNotice } from '../notice-rows.ts';
import { answersTo } from '../notices.words.ts';
import type { NoticeWords } from '../notices.words.ts';
import { reminderFacts } from '../reminder-facts.ts';
import type { Said } from './family-page.ts';

/** Link is what a living link opens. */
export interface Link {
  readonly notice: StoredNotice;
  /** Who got the link, as the house knows her now. */
  readonly reader: { readonly id: Uuid; readonly name: string };
  readonly words: NoticeWords;
  /** What she answered, or what was entered for her; null: nothing yet. */
  readonly said: Said | null;
  /** What she can still answer; nothing once that is decided, or over. */
  readonly answers: readonly FamilyAnswer[];
  /** A form is good for one answer: with each answer it is another. Nobody makes it without the link. */
  readonly nonce: string;
}

/** FamilyLinks open a notice by the token of its link, and know when a link is dead. */
@Injectable()
export class FamilyLinks {
  constructor(private readonly composer: Composer) {}

  /** isKnown says whether a token was given to somebody and is not over yet: one look at an index. */
  async isKnown(sql: Statements, token: string, now: Instant): Promise<boolean> {
    const row = await sql.get('SELECT 1 AS known FROM notice WHERE link_hash = ? AND link_until > ?', [
      hashOf(token),
      now,
    ]);
    return row !== undefined;
  }

  /** facilityOf is whose a token is; null when it is nobody's. */
  async facilityOf(sql: Statements, token: string, now: Instant): Promise<Uuid | null> {
    return (await this.noticeOf(sql, token, now))?.facilityId ?? null;
  }

  /**
   * open is what a link opens, or null: unknown, expired, called back, a contact who is no longer who she was or may not be told
   * any more, and after a death.
   */
  async open(sql: Statements, token: string, now: Instant): Promise<Link | null> {
    const notice = await this.noticeOf(sql, token, now);
    if (notice?.contactId == null || notice.lines.length === 0) return null;
    const residentIds = [...new Set(notice.lines.map(({ deadline }) => deadline.residentId))];
    const today = dayInTokyo(now);
    // Whether mails can be sent just now says nothing of one that was.
    const facts = await reminderFacts(sql, { facilityId: notice.facilityId, today, residentIds, mails: true });
    if (!notice.lines.every((line) => mayRead(line, notice, facts))) return null;
    const lines = notice.lines.filter(({ deadline }) => facts.cases.get(deadlineKey(deadline))?.closed === null);
    const given = await saidOf(sql, notice.id);
    const said = given.findLast(({ answer }) => answer !== 'noted') ?? given.at(-1) ?? null;
    const shown = { ...notice, on: today, lines: said === null || said.answer === 'noted' ? lines : notice.lines };
    const { email, ...words } = await this.composer.wordsOf(sql, shown, {
      answerUrl: null,
      checkpoint: null,
      guided: true,
    });
    return {
      notice,
      reader: { id: notice.contactId, name: await nameOf(sql, notice.contactId) },
      words,
      said,
      answers: answersLeft(words, said),
      nonce: createHash('sha256')
        .update(`azukari family answer\n${token}\n${String(given.length)}`)
        .digest('base64url'),
    };
  }

  private async noticeOf(sql: Statements, token: string, now: Instant): Promise<StoredNotice | undefined> {
    const [notice] = await readNotices(sql, 'link_hash = ? AND link_until > ?', [hashOf(token), now]);
    return notice;
  }
}

/** Who had only read it can still decide; what was decided is changed by telephone. */
function answersLeft(words: NoticeWords, said: Said | null): readonly FamilyAnswer[] {
  if (words.lines.length === 0 || (said !== null && said.answer !== 'noted')) return [];
  return answersTo(words).filter((answer) => answer !== said?.answer);
}

function mayRead({ deadline, contactId }: ReminderLine, { to }: StoredNotice, { residents }: ReminderFacts): boolean {
  const resident = residents.get(deadline.residentId);
  if (resident === undefined || resident.stopped || contactId === null) return false;
  return recipientNow(resident.contacts, contactId)?.person === to.person;
}

async function nameOf(sql: Statements, contactId: Uuid): Promise<string> {
  const row = await sql.get<{ name: string }>('SELECT name FROM contact WHERE id = ?', [contactId]);
  return sql.sealed.open('contact.name', contactId, row?.name ?? null) ?? '';
}

function saidOf(sql: Statements, noticeId: Uuid): Promise<Said[]> {
  return sql.all<Said>(
    'SELECT answer, planned_on AS "plannedOn" FROM notice_answer WHERE notice_id = ? ORDER BY given_at, id',
    [noticeId],
  );
}
