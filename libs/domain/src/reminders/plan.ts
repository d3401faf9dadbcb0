import type { Uuid } from '../instant.ts';
import { dueLines } from './due.ts';
import type { DueLine, ReminderCase, ReminderFacts, ReminderLine } from './due.ts';
import { lineKey, linesStillDue, mayBeRewritten, wroteOn } from './notice.ts';
import type { Notice, NoticeDraft } from './notice.ts';

/** NoticePlan is what is to be written down in one transaction. */
export interface NoticePlan {
  readonly drafts: readonly NoticeDraft[];
  /** Notices of which no line is true any more; they are cancelled as `untrue`. */
  readonly untrue: readonly Uuid[];
  /** Lines that are due to somebody who was written to today: their deadlines are to be looked at again tomorrow. */
  readonly tomorrow: readonly ReminderLine[];
}

/** All that concerns one person by one channel. */
interface Group {
  readonly to: NoticeDraft['to'];
  readonly fresh: ReminderLine[];
  readonly open: Notice[];
}

/**
 * planNotices puts what is due now into one notice for each person. What waits for her already is written again with today's
 * truth, never beside the new one; and a mail waits until tomorrow when one went to her today. `notices` are at least those
 * that may be rewritten, those under way, and the mails of today; `look` may leave out deadlines whose `nextLookOn` is to come.
 */
export function planNotices(
  facts: ReminderFacts,
  notices: readonly Notice[],
  look: Iterable<ReminderCase> = facts.cases.values(),
): NoticePlan {
  const busy = new Set(notices.filter((notice) => wroteOn(notice, facts.today)).map(({ to }) => to.person));
  const due: DueLine[] = [];
  const tomorrow: ReminderLine[] = [];
  for (const one of look)
    for (const { line, recipient } of dueLines(one, facts))
      if (recipient.channel === 'mail' && busy.has(recipient.person)) tomorrow.push(line);
      else due.push({ line, recipient });
  return { ...planOf(facts, notices, due), tomorrow };
}

/**
 * recheckNotices takes out of notices what is no longer true, and adds nothing: in the transaction of a death, a return, a
 * withdrawn consent. `facts` need only know what these notices are about.
 */
export function recheckNotices(facts: ReminderFacts, notices: readonly Notice[]): NoticePlan {
  return { ...planOf(facts, notices, []), tomorrow: [] };
}

function planOf(
  facts: ReminderFacts,
  notices: readonly Notice[],
  due: readonly DueLine[],
): Pick<NoticePlan, 'drafts' | 'untrue'> {
  const drafts: NoticeDraft[] = [];
  const untrue: Uuid[] = [];
  for (const group of grouped(notices.filter(mayBeRewritten), due)) {
    const draft = rewritten(group, facts);
    if (draft === null) continue;
    if (draft.lines.length > 0) drafts.push(draft);
    else untrue.push(...draft.replaces);
  }
  return { drafts, untrue };
}

function grouped(open: readonly Notice[], due: readonly DueLine[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  const groupOf = ({ person, channel, language }: NoticeDraft['to']): Group => {
    const key = `${channel}/${person}`;
    const group = groups.get(key) ?? { to: { person, channel, language }, fresh: [], open: [] };
    groups.set(key, group);
    return group;
  };
  for (const { line, recipient } of due) groupOf(recipient).fresh.push(line);
  for (const notice of open) groupOf(notice.to).open.push(notice);
  return groups.values();
}

/** rewritten is the one notice of a group with what is true today, or null when what is written down says just that. */
function rewritten({ to, fresh, open }: Group, facts: ReminderFacts): NoticeDraft | null {
  const waiting = open.flatMap((notice) => linesStillDue(notice, facts));
  if (open.length <= 1 && fresh.length === 0 && waiting.length === (open[0]?.lines.length ?? 0)) return null;
  const lines = new Map([...waiting, ...fresh].map((line) => [lineKey(line), line]));
  return {
    to,
    on: facts.today,
    lines: [...lines.values()].sort((a, b) => (a.deadline.date < b.deadline.date ? -1 : 1)),
    replaces: open.map(({ id }) => id),
  };
}
