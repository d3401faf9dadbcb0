import type { Uuid } from '../../instant.ts';
import { deadlineKey } from '../due.ts';
import type { ReminderDeadline, ReminderLine } from '../due.ts';
import type { ReminderContact } from '../recipient.ts';
import type { StoredNotice } from './store.ts';
import { dayNumber, familyRefuses, hourOfDay, isPaused, numberOf } from './truth.ts';
import { trueChain, trueThreshold, unansweredBefore, written } from './truth.ts';
import type { TrueAnswer, TrueDeadline, TrueResident } from './truth.ts';

/** A person of the family as the post sees her: what she received, and what went wrong on the way. */
interface Reader {
  lastDay: number;
  onLastDay: number;
  lastFault: number;
  ambiguousRecently: number;
}

const EXAMPLES = 5;
/** A day is passed over when somebody was written to that day already; a mail that meets faults has five days, and a doubt an hour. */
const LIMIT = 1;
const LIMIT_AFTER_FAULTS = 9;

/** Oracle knows only what happens in the house and what arrives outside, and judges by its own reckoning. */
export class Oracle {
  readonly violations: string[] = [];
  private readonly deadlines = new Map<string, TrueDeadline>();
  private readonly residents = new Map<Uuid, TrueResident>();
  readonly counts = { steps: 0, copies: 0, extra: 0, ambiguous: 0, tasks: 0, bounced: 0, healthyDays: 0 };
  private readonly held = new Set<TrueDeadline>();
  private readonly readers = new Map<string, Reader>();
  private sinceStop: { readonly at: number; readonly mails: Set<string>; readonly later: Set<string> } | null = null;
  private readonly now: () => number;
  private readonly leased = new Map<string, { readonly at: number; readonly steps: readonly (number | null)[] }>();

  constructor(now: () => number) {
    this.now = now;
  }

  get today(): number {
    return dayNumber(this.now());
  }

  // The house

  holds(deadline: ReminderDeadline): void {
    const one = this.deadlines.get(deadlineKey(deadline)) ?? {
      deadline,
      date: numberOf(deadline.date),
      held: true,
      closed: false,
      answers: [],
      told: new Map(),
      copies: new Map(),
      doubts: new Map(),
      waiting: new Map(),
      quietUntil: -Infinity,
      threshold: { at: null, until: -Infinity },
    };
    one.held = true;
    one.quietUntil = -Infinity;
    this.held.add(one);
    this.deadlines.set(deadlineKey(deadline), one);
  }

  letGo(deadline: ReminderDeadline): void {
    this.of(deadline).held = false;
    this.held.delete(this.of(deadline));
  }

  /** talked is called when the talk that an answer asked for is over. */
  talked(deadline: ReminderDeadline, given: TrueAnswer): void {
    given.talkedOn = this.today;
    this.of(deadline).quietUntil = -Infinity;
  }

  closed(deadline: ReminderDeadline): void {
    this.of(deadline).closed = true;
  }

  answered(deadline: ReminderDeadline, given: Omit<TrueAnswer, 'day' | 'talkedOn'>): TrueAnswer {
    const answer: TrueAnswer = { ...given, day: this.today, talkedOn: null };
    const one = this.of(deadline);
    one.answers.push(answer);
    one.quietUntil = -Infinity;
    return answer;
  }

  lives(id: Uuid, contacts: readonly ReminderContact[]): void {
    this.residents.set(id, { id, died: false, contacts });
    for (const one of this.held) if (one.deadline.residentId === id) one.quietUntil = -Infinity;
  }

  /** died is called after the transaction of the death: nothing that waits may be about her any more. */
  died(id: Uuid, waiting: Iterable<StoredNotice>): void {
    this.residents.get(id)!.died = true;
    for (const { progress, lines, id: notice } of waiting)
      if (progress.state === 'queued' || progress.state === 'open')
        if (lines.some(({ deadline }) => deadline.residentId === id)) this.blame(`${notice} waits after a death`);
  }

  // What the program does

  noticeWritten(notice: StoredNotice, replaced: readonly StoredNotice[]): void {
    if (this.sinceStop !== null && this.now() > this.sinceStop.at) this.sinceStop.later.add(notice.id);
    const before = new Set(replaced.flatMap(({ lines }) => lines.map(nameOf)));
    for (const line of notice.lines) {
      if (!before.has(nameOf(line)) && notice.to.channel !== 'phone') this.checkOrder(line, notice);
      if (notice.to.channel !== 'mail') this.hears(line, notice);
    }
    if (notice.to.channel !== 'mail') this.counts.tasks++;
  }

  /** progressed follows what the program says of a notice; that a mail was accepted it has to see for itself. */
  progressed(notice: StoredNotice): void {
    const { progress } = notice;
    if (progress.state === 'done' || progress.state === 'acknowledged')
      for (const line of notice.lines) this.hears(line, notice);
    else if (
      ['dead', 'bounced', 'cancelled'].includes(progress.state) ||
      (progress.state === 'uncertain' && progress.retryAt === null)
    )
      for (const line of notice.lines) this.unhears(line, notice);
    else if (progress.state === 'uncertain') for (const line of notice.lines) this.isHeardOf(line, notice);
  }

  /** resumes is called at the first planning after nobody has planned for a time. */
  resumes(idleMs: number): void {
    this.sinceStop = idleMs > 24 * 3_600_000 ? { at: this.now(), mails: new Set(), later: new Set() } : null;
  }

  confirmed(): void {
    this.sinceStop = null;
  }

  isLeased(notice: StoredNotice, clock: { readonly offsetMs: number; readonly held: boolean }): void {
    const now = this.now();
    const wall = now + clock.offsetMs;
    if (clock.held) this.blame(`${notice.id} is sent while sending is on hold`);
    if (clock.offsetMs > 3_600_000 || clock.offsetMs < -60_000)
      this.blame(`${notice.id} is sent by a clock that is wrong`);
    if (wall < hourOfDay(dayNumber(wall), 9) || wall >= hourOfDay(dayNumber(wall), 18))
      this.blame(`${notice.id} is sent outside 09:00–18:00`);
    for (const line of notice.lines) this.checkTrue(line, notice);
    // All that waited goes out in the first quarter of an hour; what was written later did not wait.
    const stop = this.sinceStop;
    if (stop !== null && now - stop.at < 900_000 && !stop.later.has(notice.id) && stop.mails.add(notice.id).size > 20)
      this.blame(`${notice.id} is one of many after a stop, and nobody was asked`);
    this.leased.set(notice.id, {
      at: now,
      // Whatever day a mail is tried again on, it speaks for the step for which it was written.
      steps: notice.lines.map(({ deadline }) => trueThreshold(this.of(deadline), numberOf(notice.on))),
    });
  }

  taken(notice: StoredNotice): void {
    const lease = this.leased.get(notice.id);
    if (lease === undefined || this.now() - lease.at > 60_000) {
      this.blame(`${notice.id} is sent without being taken in hand`);
      return;
    }
    const reader = this.reader(notice);
    this.counts.copies++;
    const day = this.today;
    reader.onLastDay = reader.lastDay === day ? reader.onLastDay + 1 : 1;
    reader.lastDay = day;
    let again = false;
    for (const [n, line] of notice.lines.entries()) {
      const { copies, doubts } = this.of(line.deadline);
      const copy = copyOf(notice, line, lease.steps[n]);
      this.hears(line, notice);
      this.isHeardOf(line, notice);
      const before = copies.get(copy) ?? 0;
      copies.set(copy, before + 1);
      again ||= before > 0;
      // Counted for each date: a mail of two dates that was cut may be followed by one mail for each of them.
      if (before > (doubts.get(copy) ?? 0)) this.blame(`${notice.to.person} got ${notice.id} twice`);
    }
    if (again) this.counts.extra++;
    if (reader.onLastDay > 1 + reader.ambiguousRecently) this.blame(`${notice.to.person} got two mails on one day`);
  }

  bounced(notice: StoredNotice): void {
    this.counts.bounced++;
    this.reader(notice).lastFault = this.today;
  }

  fault(notice: StoredNotice): void {
    this.reader(notice).lastFault = this.today;
  }

  ambiguous(notice: StoredNotice): void {
    const reader = this.reader(notice);
    reader.lastFault = this.today;
    reader.ambiguousRecently++;
    this.counts.ambiguous++;
    const steps = this.leased.get(notice.id)?.steps ?? [];
    for (const [n, line] of notice.lines.entries()) {
      const { doubts } = this.of(line.deadline);
      const copy = copyOf(notice, line, steps[n]);
      doubts.set(copy, (doubts.get(copy) ?? 0) + 1);
    }
  }

  /** dayEnds looks, after a day on which a server was awake from nine to six, whether everybody was told who was to be. */
  dayEnds(healthy: boolean): void {
    const day = this.today;
    for (const reader of this.readers.values()) if (reader.lastFault < day - 1) reader.ambiguousRecently = 0;
    if (!healthy) return;
    this.counts.healthyDays++;
    for (const one of this.held) if (one.quietUntil <= day) this.checkHeard(one, day);
  }

  private checkHeard(one: TrueDeadline, day: number): void {
    const resident = this.residents.get(one.deadline.residentId)!;
    const threshold = trueThreshold(one, day);
    if (threshold === null || resident.died || one.closed || (one.answers.length > 0 && isPaused(one, day))) {
      if (one.waiting.size > 0) one.waiting.clear();
      return;
    }
    this.counts.steps++;
    const chain = trueChain(resident);
    const asked = new Set(chain.slice(0, unansweredBefore(one, threshold) + 1));
    if (familyRefuses(resident)) asked.add(null);
    for (const contactId of one.waiting.keys()) if (!asked.has(contactId)) one.waiting.delete(contactId);
    let quiet = true;
    for (const contactId of asked) {
      const heard = [...one.told.values()].some((told) => told.contactId === contactId && told.day >= threshold);
      const waited = heard ? 0 : (one.waiting.get(contactId) ?? 0) + 1;
      one.waiting.set(contactId, waited);
      quiet &&= heard;
      const person = resident.contacts.find(({ id }) => id === contactId)?.person;
      const fault = person === undefined ? -Infinity : (this.readers.get(person)?.lastFault ?? -Infinity);
      if (waited > (day - fault < 30 ? LIMIT_AFTER_FAULTS : LIMIT))
        this.blame(`${String(contactId)} was not told of ${deadlineKey(one.deadline)} since ${written(threshold)}`);
    }
    // Until the next step, or until something changes.
    if (quiet) one.quietUntil = one.threshold.until;
  }

  /** Whoever is newly told is not further down the list than steps have gone without an answer. */
  private checkOrder({ deadline, contactId }: ReminderLine, notice: StoredNotice): void {
    const resident = this.residents.get(deadline.residentId)!;
    if (contactId === null && familyRefuses(resident)) return;
    const one = this.of(deadline);
    const threshold = trueThreshold(one, numberOf(notice.on));
    const possible = new Set(
      [...one.told.values()].filter((told) => told.heard && told.threshold !== threshold).map((told) => told.threshold),
    );
    for (const tried of one.copies.keys()) possible.add(Number(tried.split('/')[2]));
    const place = trueChain(resident).indexOf(contactId);
    if (place < 0) this.blame(`${notice.id} is to somebody who is not to be told`);
    // A doubt counts as told for the rules, and nobody outside can know of it.
    else if (place > possible.size + (this.counts.ambiguous > 0 ? 2 : 0))
      this.blame(`${notice.id} asks number ${place} after ${possible.size} steps`);
  }

  private checkTrue({ deadline, contactId }: ReminderLine, { id }: StoredNotice): void {
    const one = this.of(deadline);
    const resident = this.residents.get(deadline.residentId)!;
    const why = !one.held
      ? 'an item that is not held, or another date'
      : resident.died
        ? 'somebody who died'
        : one.closed
          ? 'what is closed'
          : isPaused(one, this.today)
            ? 'what the family sees to'
            : trueChain(resident).includes(contactId)
              ? null
              : 'and to somebody who is not to be told';
    if (why !== null) this.blame(`${id} is sent about ${why}: ${deadlineKey(deadline)}`);
  }

  private hears({ deadline, contactId }: ReminderLine, { id, on, progress }: StoredNotice): void {
    const one = this.of(deadline);
    const threshold = trueThreshold(one, numberOf(on));
    if (threshold === null) {
      this.blame(`${id} is about ${deadlineKey(deadline)} before its time`);
      return;
    }
    const key = `${id}/${contactId ?? ''}`;
    const before = one.told.get(key);
    if (before?.heard === true) return;
    one.told.set(key, { contactId, threshold, day: this.today, last: this.today, heard: progress.state !== 'open' });
    one.quietUntil = -Infinity;
  }

  private isHeardOf({ deadline, contactId }: ReminderLine, { id }: StoredNotice): void {
    const told = this.of(deadline).told.get(`${id}/${contactId ?? ''}`);
    if (told !== undefined) told.last = this.today;
  }

  private unhears({ deadline, contactId }: ReminderLine, { id }: StoredNotice): void {
    const one = this.of(deadline);
    one.told.delete(`${id}/${contactId ?? ''}`);
    one.quietUntil = -Infinity;
  }

  private reader({ to: { person } }: StoredNotice): Reader {
    const known = this.readers.get(person) ?? {
      lastDay: -Infinity,
      onLastDay: 0,
      lastFault: -Infinity,
      ambiguousRecently: 0,
    };
    this.readers.set(person, known);
    return known;
  }

  private of(deadline: ReminderDeadline): TrueDeadline {
    return this.deadlines.get(deadlineKey(deadline))!;
  }

  private blame(what: string): void {
    if (this.violations.length < EXAMPLES) this.violations.push(`${new Date(this.now()).toISOString()} ${what}`);
  }
}

const nameOf = ({ deadline, contactId }: ReminderLine): string => `${deadlineKey(deadline)}/${String(contactId)}`;

const copyOf = ({ to }: StoredNotice, { contactId }: ReminderLine, step: number | null | undefined): string =>
  `${to.person}/${String(contactId)}/${String(step)}`;
