import { nextAttemptAt } from '@azukari/domain';
import type {
  CalendarDay,
  Channel,
  Delivery,
  Instant,
  Notice,
  ReminderDeadline,
  StaffTask,
  Uuid,
} from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements, Value } from '../database/statements.ts';
import { oneLine } from './words/notice-words.ts';

/** StoredNotice is a notice as it lies in the outbox. */
export interface StoredNotice extends Notice {
  readonly facilityId: Uuid;
  /** To whom it goes, by the contact under which she was chosen; null is the office. */
  readonly contactId: Uuid | null;
  readonly madeAt: Instant;
  readonly settledAt: Instant | null;
  readonly replyCode: string | null;
}

interface Row {
  readonly id: Uuid;
  readonly facility_id: Uuid;
  readonly contact_id: Uuid | null;
  readonly person: string;
  readonly channel: Channel;
  readonly language: string | null;
  readonly made_on: CalendarDay;
  readonly progress: string;
  readonly made_at: Instant;
  readonly settled_at: Instant | null;
  readonly reply_code: string | null;
}

interface LineRow {
  readonly notice_id: Uuid;
  readonly item_id: Uuid;
  readonly resident_id: Uuid;
  readonly contact_id: Uuid | null;
  readonly kind: ReminderDeadline['kind'];
  readonly date: CalendarDay;
  readonly threshold: CalendarDay;
}

/**
 * LEFT_TO_DO says of a row of `notice_answer` that it leaves the staff something to do: nothing after a death, and nothing is got
 * ready that is not here any more.
 */
export const LEFT_TO_DO = `task IS NOT NULL AND task_closed_on IS NULL AND EXISTS (
  SELECT 1 FROM notice_line
  JOIN item ON item.id = notice_line.item_id AND (item.place <> 'ended' OR task <> 'prepare-pick-up')
  JOIN resident ON resident.id = notice_line.resident_id AND notices_stopped = 0
  WHERE notice_line.notice_id = notice_answer.notice_id)`;

/** Between two of these others have their turn, and no statement has more places than a database takes. */
const AT_ONCE = 500;

/** readNotices reads notices with their lines; `where` speaks of the table `notice`, and may order and limit. */
export async function readNotices(sql: Statements, where: string, values: readonly Value[]): Promise<StoredNotice[]> {
  const rows = await sql.all<Row>(
    `SELECT id, facility_id, contact_id, person, channel, language, made_on, progress, made_at, settled_at, reply_code
     FROM notice WHERE ${where}`,
    values,
  );
  const lines = new Map<Uuid, LineRow[]>();
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const ids = rows.slice(at, at + AT_ONCE).map(({ id }) => id);
    const found = await sql.all<LineRow>(
      `SELECT notice_id, item_id, resident_id, contact_id, kind, date, threshold FROM notice_line
       WHERE notice_id IN (${places(ids.length)}) ORDER BY notice_id, n`,
      ids,
    );
    for (const line of found) lines.set(line.notice_id, [...(lines.get(line.notice_id) ?? []), line]);
  }
  return rows.map((row) => ({
    id: row.id,
    facilityId: row.facility_id,
    contactId: row.contact_id,
    to: { person: sql.sealed.open('notice.person', row.id, row.person), channel: row.channel, language: row.language },
    on: row.made_on,
    lines: (lines.get(row.id) ?? []).map(({ item_id, resident_id, contact_id, kind, date, threshold }) => ({
      deadline: { itemId: item_id, residentId: resident_id, kind, date },
      contactId: contact_id,
      threshold,
    })),
    progress: JSON.parse(row.progress) as Delivery | StaffTask,
    madeAt: row.made_at,
    settledAt: row.settled_at,
    replyCode: row.reply_code,
  }));
}

/** insertNotice writes a notice down; from then on only its progress changes. */
export async function insertNotice(sql: Statements, notice: StoredNotice): Promise<void> {
  const { id, facilityId, to, lines, progress } = notice;
  await sql.run(
    `INSERT INTO notice (id, facility_id, contact_id, person, channel, language, made_on, state, due_at, progress, may_have_left_at, failing_since, reply_code, made_at)
     VALUES (${places(14)})`,
    [
      id,
      facilityId,
      notice.contactId,
      sql.sealed.close('notice.person', id, to.person),
      to.channel,
      to.language,
      notice.on,
      stateSeen(progress),
      dueAt(progress),
      JSON.stringify(progress),
      ...ofDelivery(progress),
      notice.replyCode,
      notice.madeAt,
    ],
  );
  for (const [n, { deadline, contactId, threshold }] of lines.entries())
    await sql.run(
      `INSERT INTO notice_line (notice_id, facility_id, n, item_id, resident_id, contact_id, kind, date, threshold)
       VALUES (${places(9)})`,
      [id, facilityId, n, deadline.itemId, deadline.residentId, contactId, deadline.kind, deadline.date, threshold],
    );
}

/** writeProgress changes what has become of a notice. What is settled keeps not its text; an answer does not change when it was sent. */
export async function writeProgress(
  sql: Statements,
  id: Uuid,
  progress: Notice['progress'],
  now: Instant,
): Promise<void> {
  const due = dueAt(progress);
  const settled = due === null && progress.state !== 'open';
  const since = progress.state === 'acknowledged' ? 'COALESCE(settled_at, ?)' : '?';
  await sql.run(
    `UPDATE notice SET state = ?, due_at = ?, progress = ?, may_have_left_at = ?, failing_since = ?, settled_at = ${since}${settled ? ', bytes = NULL' : ''}${endsLink(progress) ? ', link_hash = NULL' : ''}
     WHERE id = ?`,
    [stateSeen(progress), due, JSON.stringify(progress), ...ofDelivery(progress), settled ? now : null, id],
  );
}

/** A server may say whatever it likes, and at any length. */
const LONGEST_HEARD = 300;

/** keepHeard writes down what a mail server said no with; null where it said nothing, or took the mail. */
export async function keepHeard(sql: Statements, id: Uuid, said: string | null): Promise<void> {
  const kept = said === null ? null : [...oneLine(said)].slice(0, LONGEST_HEARD).join('');
  await sql.run('UPDATE notice SET heard = ? WHERE id = ?', [sql.sealed.close('notice.heard', id, kept), id]);
}

/** readHeard is what was said last; null where nothing was. */
export async function readHeard(sql: Statements, id: Uuid): Promise<string | null> {
  const row = await sql.get<{ heard: string | null }>('SELECT heard FROM notice WHERE id = ?', [id]);
  return sql.sealed.open('notice.heard', id, row?.heard ?? null);
}

/** stateSeen is what a person is told has become of a notice: what somebody decided not to tell was not done, nor taken back. */
export function stateSeen(progress: Notice['progress']): Notice['progress']['state'] | 'withheld' {
  return progress.state === 'cancelled' && 'cause' in progress && progress.cause === 'withheld'
    ? 'withheld'
    : progress.state;
}

/** What a statement asks of a mail, beside where it stands. */
function ofDelivery(progress: Notice['progress']): readonly (Instant | null)[] {
  return 'attempts' in progress ? [progress.mayHaveLeftAt, progress.failingSince] : [null, null];
}

/** When the machinery has something to do with it; null when it has not. */
function dueAt(progress: Notice['progress']): Instant | null {
  if (!('attempts' in progress)) return null;
  return progress.state === 'sending' ? progress.leaseUntil : nextAttemptAt(progress);
}

/** Of what surely never arrived, or was called back, no link is left. */
function endsLink({ state }: Notice['progress']): boolean {
  return state === 'cancelled' || state === 'dead';
}

/** residentsOf are all whom the lines of some notices are about. */
export function residentsOf(notices: readonly Pick<StoredNotice, 'lines'>[]): readonly Uuid[] {
  return [...new Set(notices.flatMap(({ lines }) => lines.map(({ deadline }) => deadline.residentId)))];
}
