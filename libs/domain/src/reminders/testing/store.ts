import { dayInTokyo, instantAt } from '../../instant.ts';
import type { CalendarDay, Instant, Uuid } from '../../instant.ts';
import type { CloseReason, GivenAnswer } from '../answer.ts';
import { nextDelivery, queuedDelivery } from '../delivery.ts';
import type { DeliveryEvent } from '../delivery.ts';
import { deadlineKey, nextLookOn } from '../due.ts';
import type { ReminderCase, ReminderDeadline, ReminderFacts, ReminderLine, ResidentToTell } from '../due.ts';
import type { ClockWatch } from '../holds.ts';
import { countsAsTold, deliveryOf, mayBeRewritten, phoneInstead, toldLine } from '../notice.ts';
import type { Notice, NoticeDraft } from '../notice.ts';
import type { NoticePlan } from '../plan.ts';
import type { ReminderContact } from '../recipient.ts';
import type { ReminderSettings } from '../settings.ts';

/** StoredNotice is a row: everything but its progress is written once. */
export interface StoredNotice extends Omit<Notice, 'progress'> {
  progress: Notice['progress'];
}

/** StoreWatcher is told what was committed. */
export interface StoreWatcher {
  written: (notice: StoredNotice, replaced: readonly StoredNotice[]) => void;
  progressed: (notice: StoredNotice) => void;
}

interface Row {
  one: ReminderCase;
  readonly lines: { readonly line: ReminderLine; readonly notice: StoredNotice }[];
}

/** Store is the database: each method is one transaction, and only what a method has done survives a power cut. */
export class Store {
  readonly residents = new Map<Uuid, ResidentToTell>();
  readonly cases = new Map<string, ReminderCase>();
  /** What may be rewritten, is under way, or went today. */
  readonly live = new Set<StoredNotice>();
  readonly watches = new Map<string, ClockWatch>();
  readonly settings: ReminderSettings;
  private readonly watcher: StoreWatcher;
  holdSince: number | null = null;
  /** The table of what is due to be looked at; a deadline that was touched is looked at now. */
  private readonly lookOn = new Map<string, CalendarDay>();
  private readonly rows = new Map<string, Row>();
  private count = 0;

  constructor(settings: ReminderSettings, watcher: StoreWatcher) {
    this.settings = settings;
    this.watcher = watcher;
  }

  facts(today: CalendarDay): ReminderFacts {
    return { today, settings: this.settings, cases: this.cases, residents: this.residents };
  }

  holdItem(deadline: ReminderDeadline): void {
    const key = deadlineKey(deadline);
    const row = this.rows.get(key) ?? { one: { deadline, told: [], answers: [], closed: null }, lines: [] };
    this.rows.set(key, row);
    this.cases.set(key, row.one);
    this.touch(key);
  }

  letGo(deadline: ReminderDeadline): void {
    this.cases.delete(deadlineKey(deadline));
  }

  answer(deadline: ReminderDeadline, given: GivenAnswer): void {
    this.change(deadline, ({ answers, ...one }) => ({ ...one, answers: [...answers, given] }));
  }

  closeTask(deadline: ReminderDeadline, given: GivenAnswer, on: CalendarDay): void {
    this.change(deadline, ({ answers, ...one }) => ({
      ...one,
      answers: answers.map((each) => (each === given ? { ...each, taskClosedOn: on } : each)),
    }));
  }

  close(deadline: ReminderDeadline, closed: CloseReason): void {
    this.change(deadline, (one) => ({ ...one, closed }));
  }

  setContacts(residentId: Uuid, contacts: readonly ReminderContact[]): void {
    this.residents.set(residentId, { stopped: false, contacts });
    for (const [key, { deadline }] of this.cases) if (deadline.residentId === residentId) this.touch(key);
  }

  die(residentId: Uuid, now: Instant, recheck: (facts: ReminderFacts, notices: readonly Notice[]) => NoticePlan): void {
    this.residents.set(residentId, { stopped: true, contacts: this.residents.get(residentId)!.contacts });
    const about = [...this.live].filter(({ lines }) =>
      lines.some(({ deadline }) => deadline.residentId === residentId),
    );
    this.carryOut(recheck(this.facts(dayInTokyo(now)), about), now);
  }

  /** toLookAt are the deadlines that the table says are due to be looked at. */
  toLookAt(today: CalendarDay): ReminderCase[] {
    const due: ReminderCase[] = [];
    for (const [key, on] of this.lookOn) {
      const one = this.cases.get(key);
      if (one === undefined) this.lookOn.delete(key);
      else if (on <= today) due.push(one);
    }
    return due;
  }

  /** nextLook is the first day on which anything is to be looked at. */
  nextLook(): CalendarDay | null {
    let first: CalendarDay | null = null;
    for (const on of this.lookOn.values()) if (first === null || on < first) first = on;
    return first;
  }

  planned(looked: readonly ReminderCase[], { tomorrow, ...plan }: NoticePlan, now: Instant): void {
    const today = dayInTokyo(now);
    for (const one of looked) {
      const on = nextLookOn(one, this.settings, today);
      if (on === null) this.lookOn.delete(deadlineKey(one.deadline));
      else this.lookOn.set(deadlineKey(one.deadline), on);
    }
    this.carryOut(plan, now, false);
    const next = dayInTokyo(instantAt(Date.parse(now) + 86_400_000));
    for (const { deadline } of tomorrow) this.lookOn.set(deadlineKey(deadline), next);
    for (const notice of this.live) if (isOver(notice, today)) this.live.delete(notice);
  }

  carryOut({ drafts, untrue }: Pick<NoticePlan, 'drafts' | 'untrue'>, now: Instant, touch = true): void {
    const byId = new Map([...this.live].map((notice) => [notice.id, notice]));
    for (const draft of drafts) {
      const replaced = draft.replaces.map((id) => byId.get(id)!);
      const deliveries = replaced.map(deliveryOf).filter((delivery) => delivery !== null);
      for (const notice of replaced) this.withdraw(notice, 'replaced', now);
      this.write(draft, deliveries[0] ?? null, now, replaced, touch);
    }
    for (const id of untrue) this.withdraw(byId.get(id)!, 'untrue', now);
  }

  /** happen applies an event to a mail; false: it had nothing to say any more, and nothing was written. */
  happen(notice: StoredNotice, event: DeliveryEvent, now: Instant, rule = nextDelivery): boolean {
    const delivery = deliveryOf(notice)!;
    const step = rule(delivery, event, now);
    if (step === null) return false;
    this.progress(notice, step.delivery);
    if (step.phone) this.write(phoneInstead(notice, dayInTokyo(now)), null, now, []);
    return true;
  }

  taskDone(notice: StoredNotice, on: CalendarDay): void {
    this.progress(notice, { state: 'done', on });
  }

  private withdraw(notice: StoredNotice, cause: 'replaced' | 'untrue', now: Instant): void {
    if (deliveryOf(notice) === null) this.progress(notice, { state: 'cancelled' });
    else this.happen(notice, { kind: 'cancelled', cause }, now);
  }

  private write(
    { replaces, ...draft }: NoticeDraft,
    delivery: Parameters<typeof queuedDelivery>[2] | undefined,
    now: Instant,
    replaced: readonly StoredNotice[],
    touch = true,
  ): void {
    const progress =
      draft.to.channel === 'mail' ? queuedDelivery('reminder', now, delivery ?? null) : ({ state: 'open' } as const);
    const notice: StoredNotice = { ...draft, id: `n${++this.count}`, progress };
    this.live.add(notice);
    for (const line of draft.lines) this.rows.get(deadlineKey(line.deadline))?.lines.push({ line, notice });
    this.refresh(notice, touch);
    this.watcher.written(notice, replaced);
  }

  private progress(notice: StoredNotice, progress: Notice['progress']): void {
    notice.progress = progress;
    this.refresh(notice, true);
    this.watcher.progressed(notice);
  }

  private refresh({ lines }: StoredNotice, touch: boolean): void {
    for (const { deadline } of lines) {
      const row = this.rows.get(deadlineKey(deadline));
      if (row === undefined) continue;
      const told = row.lines
        .filter(({ notice }) => countsAsTold(notice))
        .map((each) => toldLine(each.line, each.notice));
      this.replace(row, { ...row.one, told }, touch);
    }
  }

  private change(deadline: ReminderDeadline, to: (one: ReminderCase) => ReminderCase): void {
    const row = this.rows.get(deadlineKey(deadline));
    if (row !== undefined) this.replace(row, to(row.one), true);
  }

  private replace(row: Row, one: ReminderCase, touch: boolean): void {
    const key = deadlineKey(one.deadline);
    row.one = one;
    if (!this.cases.has(key)) return;
    this.cases.set(key, one);
    if (touch) this.touch(key);
  }

  private touch(key: string): void {
    this.lookOn.set(key, '0000-00-00');
  }
}

function isOver(notice: StoredNotice, today: CalendarDay): boolean {
  if (mayBeRewritten(notice)) return false;
  const delivery = deliveryOf(notice);
  if (delivery === null) return true;
  if (delivery.state === 'sending' || (delivery.state === 'uncertain' && delivery.retryAt !== null)) return false;
  return delivery.mayHaveLeftAt === null || dayInTokyo(delivery.mayHaveLeftAt) < today;
}
