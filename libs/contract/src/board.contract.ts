import {
  ANSWER_TASKS,
  BACKUP_STATES,
  DEADLINE_KINDS,
  HAND_OVER_RULES,
  ITEM_KINDS,
  LOG_KINDS,
  NEAR,
} from '@azukari/domain';
import * as z from 'zod';
import { countsGlance } from './counts.contract.ts';
import { itemAnswer } from './custody.contract.ts';
import { endpoint } from './endpoint.ts';
import { clock, day, instant, uuid } from './fields.ts';
import { keysGlance } from './keys.contract.ts';
import { reconciliationGlance } from './reconciliations.contract.ts';
import { lossSeq } from './losses.contract.ts';
import { machineAnswer } from './reminders.contract.ts';
import { staffGlance } from './staff.contract.ts';
import { viewsGlance } from './views.contract.ts';

/** LONGEST_BOARD_LIST is how many items a list of 今日 shows; its total says when there are more. */
export const LONGEST_BOARD_LIST = 200;

const resident = z.object({ id: uuid, name: z.string(), kana: z.string(), room: z.string() });

/** backupStanding is how it stands with the backups, and when the newest was made that was opened again and checked; `off`: not by this server. */
export const backupStanding = z.object({ state: z.enum(BACKUP_STATES), verifiedAt: instant.nullable() });

/**
 * readBoard is 今日. `revision` names this reading: it grows with every entry, at midnight in Japan, and when a time of return or its
 * grace passes. Send it back as `since`, and a board that still reads the same answers `unchanged`, with empty lists.
 */
export const readBoard = endpoint({
  method: 'GET',
  path: '/api/board',
  access: 'see-board',
  query: z.strictObject({ since: z.coerce.number().int().min(0).optional() }),
  answer: z.object({
    revision: z.int(),
    now: instant,
    unchanged: z.boolean(),
    out: z.array(itemAnswer),
    held: z.array(itemAnswer),
    missing: z.array(itemAnswer),
    /** 紛失 that nobody has closed: since when it is known, and how many steps of its guide are settled. */
    losses: z.array(z.object({ seq: lossSeq, itemId: uuid, noticedAt: instant, settled: z.int(), steps: z.int() })),
    /** 救急 not yet reviewed: the entry, its moment, and its item; `unsigned` was recorded at a tablet by a name alone. */
    toReview: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        by: z.string(),
        unsigned: z.boolean(),
        item: itemAnswer,
        reviewBy: instant,
      }),
    ),
    /** In hospital without a time of return, and nobody has said for a week that they are still there. */
    toLocate: z.array(z.object({ item: itemAnswer, knownAt: instant })),
    /** The dates that are near, have come or have passed, soonest first: what the page 期限 marks so. */
    expiring: z.array(
      z.object({
        kind: z.enum(DEADLINE_KINDS),
        date: day,
        standing: z.enum(NEAR),
        item: z.object({ id: uuid, kind: z.enum(ITEM_KINDS), label: z.string().nullable() }),
        resident: resident.nullable(),
      }),
    ),
    /** How many dates nobody knows. */
    unknownDates: z.int(),
    /** In the safe, taken in under an agreement, and none covers it today. */
    agreementEnded: z.array(itemAnswer),
    /** How many there are of each; a list that is shorter was cut. */
    totals: z.object({
      out: z.int(),
      held: z.int(),
      missing: z.int(),
      toReview: z.int(),
      toLocate: z.int(),
      expiring: z.int(),
      agreementEnded: z.int(),
    }),
    stored: z.int(),
    /** Envelopes that arrived and nobody has opened. */
    envelopes: z.int(),
    /** How the notices stand, in every answer; what no entry tells of, such as a stop, within half a minute. */
    notices: machineAnswer.omit({ missing: true }).extend({
      /** Letters, calls, matters for the office, and what answers have left to do. */
      tasks: z.int(),
      /** What families have answered and nobody has seen to; a day is the one on which they come for it. */
      answers: z.array(
        z.object({
          id: uuid,
          task: z.enum(ANSWER_TASKS),
          on: day,
          plannedOn: day.nullable(),
          /** Who of the family answered. */
          contactId: uuid.nullable(),
          /** What may be handed to her as of now; null when she is not on the list any more. */
          handOver: z.enum(HAND_OVER_RULES).nullable(),
          resident,
          items: z.array(z.object({ id: uuid, kind: z.enum(ITEM_KINDS), label: z.string().nullable() })),
        }),
      ),
    }),
    /** How counting stands, in every answer; a change of shift is seen within half a minute. */
    counts: countsGlance,
    /** 夜間・停電用一覧 is to be printed today, since this time of day; null: it was, or is not asked for. */
    nightList: z.object({ since: clock }).nullable(),
    /** Why tonight's list lies not in the folder that was named for it; told to those who can print it or read the settings. */
    nightFile: z.enum(['folder-missing', 'disk-full', 'failed']).nullable(),
    /** What of other homes is on its way to this one, and what of this one they say has not come, in things. */
    transfers: z.object({ coming: z.int(), notArrived: z.int() }),
    /** Who has which key; null where that is not recorded. */
    keys: keysGlance.nullable(),
    /** The oldest month whose 照合 is open, in every answer. */
    reconciliation: reconciliationGlance,
    /** The review of who looked at whom that waits, to who reviews. */
    views: viewsGlance.nullable(),
    /** What waits for a second person among accounts and appointments, in every answer. */
    staff: staffGlance,
    /** The last day on which browsers believe the server, once it is less than thirty off; told to those who may read the settings. */
    certificateEndsOn: day.nullable(),
    /** How full the disk of the record is; what is low is told to those who may read the settings, what stops everybody to everybody. */
    disk: z.object({ room: z.enum(['low', 'full']), freeMb: z.int() }).nullable(),
    /** How it stands with the backups; told to those who may read the settings. */
    backup: backupStanding.nullable(),
    ledger: z.object({
      size: z.int(),
      checkpointAt: instant.nullable(),
      /** As of when the whole record was read anew and held; null while that is under way, and when it did not. */
      checkedAt: instant.nullable(),
      /** How many entries of what happened were read then. */
      checkedSize: z.int().nullable(),
      /** Until when the record goes, where that lies after now: the clock stands before what was recorded. */
      aheadUntil: instant.nullable(),
      /** The first entry that is no longer as it was recorded; told to those who may read the settings. */
      broken: z.object({ log: z.enum(LOG_KINDS), seq: z.int() }).nullable(),
      /** What is wrong with the checkpoints outside the database; told to the same. */
      outside: z.enum(['discontinuous', 'file-missing', 'file-failing', 'file-cut']).nullable(),
      /** The newest explanation of a gap that no other person has confirmed: its entry, when and by whom; told to the same. */
      gapExplained: z.object({ seq: z.int(), at: instant, by: z.string() }).nullable(),
    }),
  }),
});
