import { defaultReminders, kindSettings } from '@azukari/domain';
import type { CalendarDay, DeadlineKind, KindSettings, OwnWords, ReminderSettings, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';

/** OwnSteps are what a facility has chosen for one kind of date instead of the book's. */
export interface OwnSteps extends Omit<KindSettings, 'wording'> {
  readonly kind: DeadlineKind;
}

/** NoticeSettings are a facility's own choices; version 0 has chosen nothing yet. */
export interface NoticeSettings {
  readonly signer: string;
  readonly title: string;
  readonly hours: string;
  readonly steps: readonly OwnSteps[];
  readonly words: readonly OwnWords[];
  readonly version: number;
}

const NOTHING_CHOSEN: NoticeSettings = {
  signer: '',
  title: '',
  hours: '平日9時〜17時',
  steps: [],
  words: [],
  version: 0,
};

/** readNoticeSettings reads what a facility has chosen. */
export async function readNoticeSettings(sql: Statements, facilityId: Uuid): Promise<NoticeSettings> {
  const row = await sql.get<Record<'signer' | 'title' | 'hours' | 'steps' | 'words', string> & { version: number }>(
    'SELECT signer, title, hours, steps, words, version FROM notice_settings WHERE facility_id = ?',
    [facilityId],
  );
  if (!row) return NOTHING_CHOSEN;
  const steps = JSON.parse(row.steps) as OwnSteps[];
  return {
    ...row,
    signer: sql.sealed.open('notice_settings.signer', facilityId, row.signer),
    steps,
    words: readWords(row.words),
  };
}

/** What was written before words had a time is said up to the day, as it was meant. */
function readWords(written: string): readonly OwnWords[] {
  const words = JSON.parse(written) as (Omit<OwnWords, 'when'> & Partial<OwnWords>)[];
  return words.map((own) => ({ when: 'before', ...own }));
}

/** writeNoticeSettings keeps them; `version` is the new one. */
export async function writeNoticeSettings(sql: Statements, facilityId: Uuid, given: NoticeSettings): Promise<void> {
  const { signer, title, hours, steps, words, version } = given;
  const lists = [JSON.stringify(steps), JSON.stringify(words)];
  const values = [
    sql.sealed.close('notice_settings.signer', facilityId, signer),
    title,
    hours,
    ...lists,
    version,
    facilityId,
  ];
  await sql.run(
    version === 1
      ? 'INSERT INTO notice_settings (signer, title, hours, steps, words, version, facility_id) VALUES (?, ?, ?, ?, ?, ?, ?)'
      : 'UPDATE notice_settings SET signer = ?, title = ?, hours = ?, steps = ?, words = ?, version = ? WHERE facility_id = ?',
    values,
  );
}

/** readSteps are the steps by kind as they hold on a day: the facility's own, and the book's for the rest. */
export async function readSteps(sql: Statements, facilityId: Uuid, on: CalendarDay): Promise<ReminderSettings> {
  const { steps } = await readNoticeSettings(sql, facilityId);
  const book = defaultReminders(on);
  const own = steps.map(
    ({ kind, ...chosen }) => [kind, { ...chosen, wording: kindSettings(book, kind).wording }] as const,
  );
  return { ...book, byKind: new Map([...book.byKind, ...own]) };
}
