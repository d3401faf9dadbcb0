export * from './access/door.ts';
export * from './access/may.ts';
export * from './access/self-appointment.ts';
export * from './agreement/coverage.ts';
export * from './agreement/envelopes.ts';
export * from './agreement/review.ts';
export * from './backups/retention.ts';
export * from './backups/standing.ts';
export * from './counts/close.ts';
export * from './counts/compare.ts';
export * from './counts/confirm.ts';
export * from './counts/count.ts';
export * from './counts/drop.ts';
export * from './counts/due.ts';
export * from './counts/enter.ts';
export * from './counts/listed.ts';
export * from './counts/recount.ts';
export * from './counts/refuse-stage.ts';
export * from './counts/settle.ts';
export * from './counts/start.ts';
export * from './counts/take-over.ts';
export * from './custody/agree.ts';
export * from './custody/amend.ts';
export * from './custody/assign.ts';
export * from './custody/cancel.ts';
export * from './custody/change.ts';
export * from './custody/check-in.ts';
export * from './custody/check-out.ts';
export * from './custody/contact-meant.ts';
export * from './custody/come-back.ts';
export * from './custody/custody.ts';
export * from './custody/dispute.ts';
export { notAhead } from './custody/draft.ts';
export * from './custody/describe.ts';
export * from './custody/enter-late.ts';
export * from './custody/enter-sheet.ts';
export * from './custody/fold.ts';
export * from './custody/found.ts';
export * from './custody/hand-over.ts';
export * from './custody/history.ts';
export * from './custody/hold-temporarily.ts';
export * from './custody/move.ts';
export * from './custody/open-envelope.ts';
export * from './custody/pass-on.ts';
export { Replay } from './custody/replay.ts';
export * from './custody/receive-envelope.ts';
export * from './custody/report-missing.ts';
export * from './custody/review-emergency.ts';
export * from './custody/search.ts';
export type * from './custody/situation.ts';
export * from './custody/swap-papers.ts';
export * from './custody/steps-until.ts';
export * from './custody/take-in.ts';
export * from './custody/whereabouts.ts';
export * from './decision.ts';
export * from './erasures/erasure.ts';
export * from './expiry/bringing.ts';
export { addMonths, type MonthDay } from './expiry/calendar.ts';
export { windowOpens } from './expiry/card.ts';
export * from './expiry/certificate.ts';
export { DATED_KINDS, DEADLINE_KINDS, NOT_ASKED, type Checked, type Checks, type Deadline } from './expiry/deadline.ts';
export type { DeadlineKind, ItemFacts, ResidentFacts } from './expiry/deadline.ts';
export { deadlinesOf, UNDATED_KINDS } from './expiry/deadlines-of.ts';
export * from './expiry/errands.ts';
export { ANSWERS, CHECKS, type Answer, type Check, type RuleFacts } from './expiry/facts.ts';
export { daysLeft, REASON_CODES, VALUES } from './expiry/finding.ts';
export type { Finding, ReasonCode, Value } from './expiry/finding.ts';
export { mynaUsable, type MynaFacts } from './expiry/grace.ts';
export * from './expiry/house-duties.ts';
export * from './expiry/presence.ts';
export * from './expiry/insurer.ts';
export * from './expiry/preview.ts';
export { ruleOn, RULES } from './expiry/rule-book.ts';
export type { Rule, RuleVersion } from './expiry/rule-book.ts';
export * from './expiry/rule-ids.ts';
export * from './expiry/sensible.ts';
export * from './expiry/settings.ts';
export * from './expiry/standing.ts';
export * from './expiry/swap.ts';
export { insurerTypeOf, rankDocuments } from './expiry/what-to-bring.ts';
export { askFamilyFrom } from './expiry/yearly.ts';
export * from './import/columns.ts';
export * from './import/kind-named.ts';
export * from './import/list-grid.ts';
export * from './import/written-day.ts';
export * from './inspection/inspection.ts';
export * from './instant.ts';
export * from './item.ts';
export * from './keys/hand-over-key.ts';
export * from './keys/key.ts';
export { anchorCode, readAnchorCode } from './ledger/anchor-code.ts';
export { base64, fromBase64, hex } from './ledger/base64.ts';
export { equalBytes, HASH_SIZE, type Sha256 } from './ledger/bytes.ts';
export * from './ledger/checkpoint.ts';
export * from './ledger/entry-types.ts';
export * from './ledger/frontier.ts';
export * from './ledger/gap.ts';
export { jcs, parseStrict } from './ledger/jcs.ts';
export * from './ledger/leaf.ts';
export * from './ledger/note.ts';
export * from './ledger/pack.ts';
export * from './ledger/private-fields.ts';
export * from './ledger/receipt.ts';
export * from './ledger/sequence.ts';
export * from './ledger/tlog-proof.ts';
export * from './ledger/tree.ts';
export { fromUtf8, utf8 } from './ledger/utf8.ts';
export * from './leaving/leaving.ts';
export * from './pictures/hours-of-week.ts';
export * from './pictures/late-returns.ts';
export * from './pictures/outings.ts';
export * from './pictures/stretches.ts';
export * from './practice/course.ts';
export * from './reconciliations/confirm.ts';
export * from './reconciliations/correct.ts';
export * from './reconciliations/drop.ts';
export * from './reconciliations/finish.ts';
export * from './reconciliations/join.ts';
export * from './reconciliations/reconciliation.ts';
export * from './reconciliations/refuse-stage.ts';
export * from './reconciliations/seen.ts';
export * from './reconciliations/start.ts';
export * from './losses/loss.ts';
export * from './losses/losses-of.ts';
export * from './losses/note-loss.ts';
export * from './refusal.ts';
export * from './regulation/regulation.ts';
export {
  ANSWER_EFFECTS,
  ANSWER_TASKS,
  CLOSE_REASONS,
  FAMILY_ANSWERS,
  answersAbout,
  asksForDay,
  closedByAnswer,
  latestPlan,
  pausedUntil,
  planProblem,
  type AnswerEffect,
  type AnswerTask,
  type CloseReason,
  type FamilyAnswer,
  type GivenAnswer,
  type PlanProblem,
} from './reminders/answer.ts';
export * from './reminders/delivery.ts';
export * from './reminders/due.ts';
export * from './reminders/families.ts';
export * from './reminders/holds.ts';
export * from './reminders/mail-address.ts';
export * from './reminders/notice.ts';
export * from './reminders/plan.ts';
export * from './reminders/recipient.ts';
export { inSendWindow, nextSendTime } from './reminders/send-window.ts';
export * from './reminders/settings.ts';
export * from './reminders/smtp.ts';
export { currentThreshold, nextThreshold } from './reminders/threshold.ts';
export * from './reminders/wording.ts';
export { forbidden } from './secrets/forbidden.ts';
export { hasPersonalNumberCheckDigit } from './secrets/personal-number.ts';
export * from './text/day-readings.ts';
export * from './text/hepburn.ts';
export { hiragana, KANA_ROWS, kanaRow, normalised, type KanaRow } from './text/kana.ts';
export { matchesName, type Named } from './text/matches-name.ts';
export * from './views/exceptions.ts';
export * from './views/quarter.ts';
export * from './views/review-views.ts';
export * from './work-lists/applications.ts';
export * from './work-lists/birthdays.ts';
export * from './work-lists/deadline-lists.ts';
export * from './work-lists/moving-in.ts';
