import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { nextAttemptAt, nextDelivery } from '../delivery.ts';
import { confirmFirst, reckonedNow, trustClock, watchClock } from '../holds.ts';
import type { ClockReading } from '../holds.ts';
import { deliveryOf, maySend } from '../notice.ts';
import { planNotices, recheckNotices } from '../plan.ts';
import { inSendWindow, nextSendTime } from '../send-window.ts';
import { smtpOutcome } from '../smtp.ts';
import type { MailDoor } from './mail-door.ts';
import type { Random } from './random.ts';
import type { Store, StoredNotice } from './store.ts';
import type { Timeline } from './timeline.ts';

/** Rules are what is under test; a spec puts a wrong one in to see that the oracle notices. */
export const RULES = { planNotices, recheckNotices, maySend, nextDelivery, watchClock, confirmFirst, inSendWindow };
export type Rules = typeof RULES;

/** ServerWatcher sees what can be seen from outside the program. */
export interface ServerWatcher {
  leased: (notice: StoredNotice, server: Server) => void;
  taken: (notice: StoredNotice) => void;
  fault: (notice: StoredNotice) => void;
  refused: (notice: StoredNotice) => void;
  ambiguous: (notice: StoredNotice) => void;
  /** A server went up, down, or holds, or goes on. */
  changed: () => void;
  cut: () => void;
  confirmNeeded: () => void;
}

/** Around is everything a server stands in. */
export interface Around {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly store: Store;
  readonly door: MailDoor;
  readonly rules: Rules;
  readonly watcher: ServerWatcher;
  readonly powerCuts: number;
  /** The last planning by anybody before this one. */
  plansAfter: () => Instant;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const SHORT = Array.from({ length: 18 }, () => 20 * MINUTE);
type Work = Generator<number, void, void>;

/** Server is one process: what it holds in memory is gone when the power is cut, at any of its pauses. */
export class Server {
  readonly name: string;
  up = true;
  /** What somebody has set its clock to, beside the true time. */
  clockOffsetMs = 0;
  private readonly around: Around;
  private process = 0;
  private startedAt: number;
  private work: Work | null = null;
  private underway: StoredNotice | null = null;
  private wake = 0;

  constructor(name: string, around: Around) {
    this.name = name;
    this.around = around;
    this.startedAt = around.timeline.now;
    this.readClock();
    this.nudge();
  }

  get holds(): boolean {
    return this.around.store.watches.get(this.name)?.hold !== null;
  }

  get isSending(): boolean {
    return this.underway !== null;
  }

  now(): Instant {
    return instantAt(this.around.timeline.now + this.clockOffsetMs);
  }

  /** nudge makes the server look within the next minute of the day's hours, as it does in every minute of a real day. */
  nudge(): void {
    if (!this.up || this.work !== null) return;
    const { random } = this.around;
    const opens = millisecondsOf(nextSendTime(this.now())) - this.clockOffsetMs;
    // Often both servers wake at the same moment.
    this.wakeAt(opens + (random.chance(0.5) ? random.between(0, 2 * SECOND) : random.between(0, MINUTE)));
  }

  /** readClock is what every transaction does first; false: this server holds. */
  readClock(): boolean {
    const { watches } = this.around.store;
    const before = watches.get(this.name);
    const watch =
      before === undefined ? trustClock(this.reading()) : this.around.rules.watchClock(before, this.reading());
    watches.set(this.name, watch);
    if (before?.hold !== watch.hold) this.around.watcher.changed();
    return watch.hold === null;
  }

  trust(): void {
    this.around.store.watches.set(this.name, trustClock(this.reading()));
    this.around.watcher.changed();
    this.nudge();
  }

  stop(): void {
    if (!this.up) return;
    if (this.underway !== null) this.around.watcher.ambiguous(this.underway);
    this.up = false;
    this.work = this.underway = null;
    this.wake++;
    this.around.watcher.changed();
  }

  start(): void {
    if (this.up) return;
    this.up = true;
    this.process++;
    this.startedAt = this.around.timeline.now;
    this.readClock();
    this.around.watcher.changed();
    this.nudge();
  }

  private reading(): ClockReading {
    const monotonicMs = this.around.timeline.now - this.startedAt;
    return { wall: this.now(), monotonicMs, process: `${this.name}${this.process}` };
  }

  private wakeAt(moment: number): void {
    const mine = ++this.wake;
    this.around.timeline.at(moment, () => {
      if (mine !== this.wake || !this.up || this.work !== null) return;
      this.work = this.minute();
      this.goOn(this.work);
    });
  }

  private goOn(work: Work): void {
    const pause = work.next();
    if (pause.done) {
      this.work = null;
      const next = this.nextWake();
      if (next !== null) this.wakeAt(next);
      return;
    }
    if (this.around.random.chance(this.around.powerCuts)) {
      this.around.watcher.cut();
      this.stop();
      const { random, timeline } = this.around;
      const longest = random.pick([...SHORT, 20 * HOUR, random.chance(0.3) ? 14 * 24 * HOUR : HOUR]);
      timeline.in(random.between(SECOND, longest), () => this.start());
      return;
    }
    this.around.timeline.in(pause.value, () => {
      if (this.work === work) this.goOn(work);
    });
  }

  /** One minute's work; each yield is a pause in which the other server works, or the power is cut. */
  private *minute(): Work {
    const { random, store, rules } = this.around;
    yield random.between(1, 50);
    if (!this.readClock()) return;
    const now = this.now();
    const event = { kind: 'lease-expired' } as const;
    for (const notice of store.live)
      if (notice.progress.state === 'sending') store.happen(notice, event, now, rules.nextDelivery);
    yield random.between(1, 50);
    if (!this.plan()) return;
    yield random.between(1, 50);
    for (const notice of this.toSend()) {
      if (!this.lease(notice)) continue;
      yield* this.send(notice);
    }
  }

  private plan(): boolean {
    const { store, rules, watcher, plansAfter } = this.around;
    if (!this.readClock()) return false;
    const now = this.now();
    if (!rules.inSendWindow(now)) return true;
    const today = dayInTokyo(now);
    const looked = store.toLookAt(today);
    const plan = rules.planNotices(store.facts(today), [...store.live], looked);
    const before = plansAfter();
    store.planned(looked, plan, now);
    const waiting = [...store.live].filter((notice) => attemptAt(notice) !== null).length;
    if (store.holdSince === null && rules.confirmFirst(before, now, waiting)) watcher.confirmNeeded();
    return true;
  }

  private toSend(): StoredNotice[] {
    const now = this.now();
    const due = [...this.around.store.live].filter((notice) => {
      const at = attemptAt(notice);
      return at !== null && at <= now;
    });
    return this.around.random.chance(0.5) ? due : due.reverse();
  }

  /** The moment of sending: clock, hold, truth and lease in one transaction. */
  private lease(notice: StoredNotice): boolean {
    const { store, rules, watcher } = this.around;
    if (!this.readClock() || store.holdSince !== null) return false;
    const now = this.now();
    if (!rules.maySend(notice, store.facts(dayInTokyo(now)))) {
      store.happen(notice, { kind: 'cancelled', cause: 'untrue' }, now, rules.nextDelivery);
      return false;
    }
    if (!store.happen(notice, { kind: 'leased' }, now, rules.nextDelivery)) return false;
    this.underway = notice;
    watcher.leased(notice, this);
    return true;
  }

  private *send(notice: StoredNotice): Work {
    const { random, door, store, timeline, watcher, rules } = this.around;
    const attempt = deliveryOf(notice)!.attempts;
    yield random.between(50, 5 * SECOND);
    const fate = door.fate(notice.to.person, timeline.now);
    if (fate.taken) watcher.taken(notice);
    if (fate.reply.stage === 'content') yield random.between(50, 10 * SECOND);
    const outcome = smtpOutcome(fate.reply);
    if (outcome !== 'accepted') watcher.fault(notice);
    if (outcome === 'left-open') {
      watcher.ambiguous(notice);
      this.underway = null;
    }
    yield random.between(1, 50);
    const now = reckonedNow(store.watches.get(this.name)!, this.reading());
    this.underway = null;
    const written = store.happen(notice, { kind: 'reported', attempt, outcome }, now, rules.nextDelivery);
    if (written && outcome === 'refused') watcher.refused(notice);
    yield random.between(1, 50);
  }

  /** The next minute in which a real server, which looks in every one, would find something to do. */
  private nextWake(): number | null {
    const { store, timeline } = this.around;
    if (this.holds) return timeline.now + 10 * MINUTE;
    const now = timeline.now + this.clockOffsetMs;
    let next = Infinity;
    for (const { progress } of store.live) {
      if (!('attempts' in progress)) continue;
      const at = progress.state === 'sending' ? progress.leaseUntil : nextAttemptAt(progress);
      if (at !== null) next = Math.min(next, millisecondsOf(at));
    }
    const look = store.nextLook();
    if (look !== null) next = Math.min(next, millisecondsOf(planningAfter(look, instantAt(now))));
    if (store.holdSince !== null) next = Math.max(next, now + 60 * MINUTE);
    return next === Infinity ? null : Math.max(next, now + MINUTE) - this.clockOffsetMs;
  }
}

function attemptAt(notice: StoredNotice): Instant | null {
  const delivery = deliveryOf(notice);
  return delivery === null ? null : nextAttemptAt(delivery);
}

function planningAfter(day: string, now: Instant): Instant {
  const today = dayInTokyo(now);
  if (day > today) return tokyoTime(day, '09:00');
  const opens = tokyoTime(today, '09:00');
  if (now < opens) return opens;
  return now < tokyoTime(today, '18:00') ? now : tokyoTime(addDays(today, 1), '09:00');
}
