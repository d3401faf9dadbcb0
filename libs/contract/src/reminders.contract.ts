import {
  ANSWER_TASKS,
  ANSWER_WAYS,
  AUDIENCES,
  CHANNELS,
  DEADLINE_KINDS,
  DELIVERY_STATES,
  FAMILY_ANSWERS,
  FAMILY_KINDS,
  HOLDS,
  isFamilyKind,
  ITEM_KINDS,
  NOTICE_LANGUAGES,
  NOTICE_OUTCOMES,
  OFFICE_REASONS,
  WORDING_PARTS,
  WORDING_TIMES,
  asksForDay,
  wordingProblem,
} from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, freeText, instant, limit, mailAddress, requiredText, uuid, version } from './fields.ts';

/** NOTICE_STATES are those of a mail on its way, of what a person of the house does, and what somebody decided not to tell. */
export const NOTICE_STATES = [...DELIVERY_STATES, 'open', 'done', 'withheld'] as const;

/**
 * machineAnswer says whether the machinery is alive for a facility. `resting` is the night, in which families are not written to;
 * `holding` waits for a person: for one of the facility, or, where the clock is wrong, for one of any on the server. `pending` mails wait to be sent, `failed` are those of the last 30 days that did not arrive or may not have.
 */
export const machineAnswer = z.object({
  state: z.enum(['off', 'working', 'resting', 'holding', 'stopped']),
  hold: z.enum(HOLDS).nullable(),
  /** What is missing to word a mail, by its field, such as `signer.name`. */
  missing: z.array(z.string()),
  lastRunAt: instant.nullable(),
  lastAcceptedAt: instant.nullable(),
  acceptedToday: z.int(),
  pending: z.int(),
  failed: z.int(),
  /** The next day on which somebody is to be told of a date. */
  nextDueOn: day.nullable(),
});

/** noticeAnswer is all that one person is told on one day. */
export const noticeAnswer = z.object({
  id: uuid,
  channel: z.enum(CHANNELS),
  state: z.enum(NOTICE_STATES),
  madeOn: day,
  /** When it was sent, done or given up, which an answer does not change; null while it waits. */
  settledAt: instant.nullable(),
  attempts: z.int(),
  /** The first day on which she was called and not reached, while that is so. */
  triedOn: day.nullable(),
  /** The telephone number is empty for who keeps no notices: it is there to be called. */
  contact: z.object({ id: uuid, name: z.string(), relation: z.string(), phone: z.string() }).nullable(),
  lines: z.array(
    z.object({
      itemId: uuid,
      itemKind: z.enum(ITEM_KINDS),
      label: z.string().nullable(),
      resident: z.object({ id: uuid, name: z.string(), kana: z.string(), room: z.string() }),
      kind: z.enum(DEADLINE_KINDS),
      date: day,
      /** Why an open task of the office is the office's to see to; null of all else. */
      why: z.enum(OFFICE_REASONS).nullable(),
    }),
  ),
  /** Null where there is none, and for who keeps no notices. */
  replyCode: z.string().nullable(),
  answers: z.array(
    z.object({
      id: uuid,
      answer: z.enum(FAMILY_ANSWERS),
      on: day,
      plannedOn: day.nullable(),
      way: z.enum(ANSWER_WAYS),
      task: z.enum(ANSWER_TASKS).nullable(),
      taskClosedOn: day.nullable(),
    }),
  ),
});

/** listReminders is the page お知らせ: what people of the house have to do, and what was sent, newest first. */
export const listReminders = endpoint({
  method: 'GET',
  path: '/api/reminders',
  access: 'see-profile',
  query: z.strictObject({ limit }),
  answer: z.object({
    machine: machineAnswer,
    /** Letters to print, calls to make, matters for the office, and what answers have left to do. */
    tasks: z.array(noticeAnswer),
    notices: z.array(noticeAnswer),
    /** When 家族報告書 was last printed for everybody, and from when it is to be again (V18). */
    familyReports: z.object({ lastOn: day.nullable(), dueOn: day }),
    /** Who is told by mail and has had no ご家族向け案内 yet. */
    guidesDue: z.array(
      z.object({
        contact: z.object({ id: uuid, name: z.string() }),
        resident: z.object({ id: uuid, name: z.string(), kana: z.string(), room: z.string() }),
      }),
    ),
  }),
});

const acknowledged = z.object({ notice: noticeAnswer });

/** acknowledgeReminder says that a letter was posted, a call was made, or nobody could be reached, which leaves it open. */
export const acknowledgeReminder = endpoint({
  method: 'POST',
  path: '/api/reminders/:id/acknowledge',
  access: 'keep-notices',
  body: z.strictObject({ commandId, outcome: z.enum(NOTICE_OUTCOMES) }),
  answer: acknowledged,
});

/** withholdReminder decides that what waits is not told. */
export const withholdReminder = endpoint({
  method: 'POST',
  path: '/api/reminders/:id/withholding',
  access: 'keep-notices',
  body: z.strictObject({ commandId }),
  answer: acknowledged,
});

/** bounceReminder says that a mail which had been accepted came back: somebody telephones, and its address is not used again. */
export const bounceReminder = endpoint({
  method: 'POST',
  path: '/api/reminders/:id/bounce',
  access: 'keep-notices',
  body: z.strictObject({ commandId }),
  answer: acknowledged,
});

/** answerReminder enters what a family has told a member of the staff; the day on which she goes belongs to `self-renewal` alone. */
export const answerReminder = endpoint({
  method: 'POST',
  path: '/api/reminders/:id/answers',
  access: 'keep-notices',
  body: z
    .strictObject({ commandId, answer: z.enum(FAMILY_ANSWERS), plannedOn: day.nullable().default(null) })
    .refine(({ answer, plannedOn }) => asksForDay(answer) === (plannedOn !== null), {
      error: 'day',
      path: ['plannedOn'],
    }),
  answer: acknowledged,
});

/** settleAnswer closes what an answer has left to do. */
export const settleAnswer = endpoint({
  method: 'POST',
  path: '/api/reminders/answers/:id/settlement',
  access: 'keep-notices',
  body: z.strictObject({ commandId }),
  answer: acknowledged,
});

/** findReminder finds a notice by the reply code that stands on it. */
export const findReminder = endpoint({
  method: 'GET',
  path: '/api/reminders/by-code',
  access: 'keep-notices',
  query: z.strictObject({ code: freeText(12) }),
  answer: acknowledged,
});

/** resumeReminders says that a person has looked: the server's clock is right, or what waits in her facility may be sent. */
export const resumeReminders = endpoint({
  method: 'POST',
  path: '/api/reminders/resumption',
  access: 'appoint',
  body: z.strictObject({ commandId, hold: z.enum(HOLDS) }),
  answer: z.object({ machine: machineAnswer }),
});

/** testReminders sends one mail to oneself on the way that all others go. */
export const testReminders = endpoint({
  method: 'POST',
  path: '/api/reminders/test',
  access: 'keep-settings',
  body: z.strictObject({ commandId, to: mailAddress() }),
  answer: z.object({ id: uuid }),
});

/** readTest says how far the mail to oneself has come; `heard` is what the mail server last said no with. */
export const readTest = endpoint({
  method: 'GET',
  path: '/api/reminders/test/:id',
  access: 'keep-settings',
  answer: z.object({ state: z.enum(DELIVERY_STATES), attempts: z.int(), heard: z.string().nullable() }),
});

const settings = {
  signer: freeText(40),
  title: freeText(40),
  hours: freeText(60),
};

const stepsAnswer = z.object({
  daysBefore: z.array(z.int()),
  thenEveryMonths: z.int().nullable(),
  audience: z.enum(AUDIENCES),
});

/** noticeSettings are who signs, when the telephone is answered, and by which steps people are told of each kind of date. */
export const noticeSettings = z.object({
  signer: z.string(),
  title: z.string(),
  hours: z.string(),
  steps: z.array(
    stepsAnswer.extend({
      kind: z.enum(DEADLINE_KINDS),
      /** Whether the facility has chosen it, or it is the book's. */
      own: z.boolean(),
      book: stepsAnswer,
    }),
  ),
  /** Whether mails can be sent at all, from which address, and where families reach their page; null: not set up. */
  mailFrom: z.string().nullable(),
  familyUrl: z.string().nullable(),
  version: z.int(),
});

export const readNoticeSettings = endpoint({
  method: 'GET',
  path: '/api/reminders/settings',
  access: 'read-settings',
  answer: noticeSettings,
});

/** changeNoticeSettings; a kind that is not named in `steps` follows the book. */
export const changeNoticeSettings = endpoint({
  method: 'PATCH',
  path: '/api/reminders/settings',
  access: 'keep-settings',
  fresh: true,
  body: z.strictObject({
    commandId,
    version,
    signer: requiredText(40),
    title: settings.title,
    hours: settings.hours,
    steps: z
      .array(
        z
          .strictObject({
            kind: z.enum(DEADLINE_KINDS),
            daysBefore: z.array(z.int().min(0).max(366)).max(10),
            thenEveryMonths: z.int().min(1).max(12).nullable(),
            audience: z.enum(AUDIENCES),
          })
          // What only the house has to see to has no words for families.
          .refine(({ kind, audience }) => audience === 'office' || isFamilyKind(kind), {
            error: 'office-only',
            path: ['audience'],
          }),
      )
      .max(DEADLINE_KINDS.length)
      .refine((steps) => new Set(steps.map(({ kind }) => kind)).size === steps.length, { error: 'twice' }),
  }),
  answer: noticeSettings,
});

const LONGEST_PART = 300;
const part = freeText(LONGEST_PART);
const partsAnswer = z.object({ todo: z.string(), bring: z.string(), who: z.string(), missed: z.string() });
const ownWords = {
  kind: z.enum(FAMILY_KINDS),
  language: z.enum(NOTICE_LANGUAGES),
  when: z.enum(WORDING_TIMES),
  todo: part,
  bring: part,
  who: part,
  missed: part,
};

/** What could not be filled in at sending is refused here, with the part in which it stands. */
function refuseHoles(words: z.output<z.ZodObject<typeof ownWords>>, context: z.RefinementCtx): void {
  for (const name of WORDING_PARTS) {
    const problem = wordingProblem(words[name], words.kind);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem, path: [name] });
  }
}

const noticeWords = z.object({
  words: z.array(
    z.object({
      kind: z.enum(FAMILY_KINDS),
      language: z.enum(NOTICE_LANGUAGES),
      when: z.enum(WORDING_TIMES),
      /** What can stand in braces. */
      fields: z.array(z.string()),
      /** An empty part is said as in the book; null: all of them. */
      own: partsAnswer.nullable(),
      book: partsAnswer,
    }),
  ),
  version: z.int(),
});

/** readNoticeWords are the words of each kind of date in each language, up to the day and after it: the book's, and what the facility says instead. */
export const readNoticeWords = endpoint({
  method: 'GET',
  path: '/api/reminders/settings/words',
  access: 'read-settings',
  answer: noticeWords,
});

/** changeNoticeWords sets the facility's own words for one kind of date in one language at a time; an empty part follows the book. */
export const changeNoticeWords = endpoint({
  method: 'PATCH',
  path: '/api/reminders/settings/words',
  access: 'keep-settings',
  fresh: true,
  body: z.strictObject({ commandId, version, ...ownWords }).superRefine(refuseHoles),
  answer: noticeWords,
});

/** previewNoticeWords is a notice about nobody with these words, as a mail and as the rows of a letter. It keeps nothing. */
export const previewNoticeWords = endpoint({
  method: 'POST',
  path: '/api/reminders/settings/words/preview',
  access: 'read-settings',
  body: z.strictObject(ownWords).superRefine(refuseHoles),
  answer: z.object({
    subject: z.string(),
    text: z.string(),
    letter: z.array(z.object({ name: z.string(), text: z.string() })),
  }),
});
