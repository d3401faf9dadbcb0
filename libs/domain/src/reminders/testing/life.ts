import type { Uuid } from '../../instant.ts';
import { instantAt } from '../../instant.ts';
import { ANSWER_EFFECTS, FAMILY_ANSWERS } from '../answer.ts';
import type { GivenAnswer } from '../answer.ts';
import { nextDelivery } from '../delivery.ts';
import type { ReminderDeadline } from '../due.ts';
import { deadlineKey } from '../due.ts';
import { maySend } from '../notice.ts';
import type { ReminderContact } from '../recipient.ts';
import type { Oracle } from './oracle.ts';
import type { Random } from './random.ts';
import type { Rules } from './server.ts';
import type { Store, StoredNotice } from './store.ts';
import type { Timeline } from './timeline.ts';
import { DAY_MS, dayNumber, numberOf, written } from './truth.ts';

const HOUR = 3_600_000;
const YEAR = 365.25 * DAY_MS;

interface Item {
  readonly residentId: Uuid;
  deadlines: ReminderDeadline[];
}

/** House is where life happens. */
export interface House {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly store: Store;
  readonly oracle: Oracle;
  readonly rules: Rules;
  /** How many items are kept at a time. */
  readonly items: number;
  nudge: () => void;
}

/** Life lets residents come, renew, ask back, answer, change their minds and die. Each thing is one transaction. */
export class Life {
  private readonly house: House;
  private readonly items = new Set<Item>();
  private readonly living = new Set<Uuid>();
  /** The newest person: the next resident may be her other parent. */
  private lastPerson = 'p0';
  private count = 0;

  constructor(house: House) {
    this.house = house;
  }

  begin(): void {
    const { items } = this.house;
    for (let places = items; places > 0;) {
      const size = Math.min(places, this.house.random.whole(1, 5));
      places -= size;
      this.moveIn(size);
    }
    const rate = items / 200;
    this.often(120 * rate, () => this.changeContacts());
    this.often(10 * rate, () => this.closeOne());
  }

  /** received is what a family does with a mail that has arrived; every fiftieth was not read but came back. */
  received(notice: StoredNotice): void {
    const { random, timeline } = this.house;
    if (random.chance(0.02)) timeline.in(random.between(HOUR / 60, 48 * HOUR), () => this.bounce(notice));
    else if (random.chance(0.25)) timeline.in(random.between(HOUR, 20 * 24 * HOUR), () => this.answer(notice));
  }

  /** comesBetween lets something happen about a notice just when it is on its way, or about to be. */
  comesBetween(notice: StoredNotice): void {
    const { random, timeline } = this.house;
    const { deadline, contactId } = random.pick(notice.lines);
    const item = [...this.items].find(({ deadlines }) => deadlines.includes(deadline));
    const happen = random.pick([
      () => item !== undefined && this.giveBack(item),
      () => item !== undefined && this.renew(item, deadline),
      () => this.close(deadline),
      () => this.changeContact(deadline.residentId, contactId, () => ({ handOver: 'never' })),
      () => this.changeContact(deadline.residentId, contactId, () => ({ consents: false })),
      () => this.die(deadline.residentId),
    ]);
    timeline.in(random.between(0, random.pick([5, 60, 3_600]) * 1_000), happen);
  }

  /** taskWritten lets somebody of the staff do it, some day. */
  taskWritten(notice: StoredNotice): void {
    const { random, timeline, store, nudge } = this.house;
    timeline.in(random.between(HOUR, 12 * 24 * HOUR), () => {
      if (notice.progress.state !== 'open') return;
      const today = written(dayNumber(timeline.now));
      if (!maySend(notice, store.facts(today))) {
        this.taskWritten(notice);
        return;
      }
      store.taskDone(notice, today);
      nudge();
      if (random.chance(0.3)) this.answer(notice);
    });
  }

  /** mailFails is written down with the refusal; some day the office hears of a new address. */
  mailFails(notice: StoredNotice): void {
    const { random, timeline } = this.house;
    for (const { contactId, deadline } of notice.lines) {
      this.changeContact(deadline.residentId, contactId, () => ({ mailFails: true }));
      timeline.in(random.between(HOUR, 40 * DAY_MS), () =>
        this.changeContact(deadline.residentId, contactId, () => ({ person: this.newPerson(), mailFails: false })),
      );
    }
  }

  private moveIn(size: number): void {
    const { random, timeline } = this.house;
    const residentId = `r${++this.count}`;
    this.living.add(residentId);
    const before = this.lastPerson;
    const contacts = Array.from({ length: random.pick([0, 1, 2, 2, 3, 4]) }, (_, n) =>
      this.newContact(n + 1, n === 0 && random.chance(0.15) ? before : this.newPerson()),
    );
    this.setContacts(residentId, contacts);
    const mine = Array.from({ length: size }, () => residentId);
    for (const id of mine) timeline.in(random.between(0, 20 * DAY_MS), () => this.takeIn(id));
    timeline.in(-Math.log(random.unit() + 1e-9) * 4 * YEAR, () => this.die(residentId));
  }

  /** The death and what it takes back are one transaction; her cards are fetched later. */
  private die(residentId: Uuid): void {
    const { random, store, oracle, timeline, rules, nudge } = this.house;
    if (!this.living.delete(residentId)) return;
    store.die(residentId, instantAt(timeline.now), rules.recheckNotices);
    oracle.died(residentId, store.live);
    nudge();
    const hers = [...this.items].filter((item) => item.residentId === residentId);
    for (const item of hers) timeline.in(random.between(HOUR, 30 * DAY_MS), () => this.giveBack(item));
    timeline.in(random.between(DAY_MS, 60 * DAY_MS), () => this.moveIn(Math.max(1, hers.length)));
  }

  private takeIn(residentId: Uuid): void {
    if (!this.living.has(residentId)) return;
    const { random, timeline } = this.house;
    const today = dayNumber(timeline.now);
    const itemId = `i${++this.count}`;
    const item: Item = { residentId, deadlines: [] };
    this.items.add(item);
    for (const kind of random.pick([
      ['card', 'certificate'],
      ['yearly'],
      ['yearly'],
      ['yearly'],
      ['seldom'],
      ['often'],
    ]))
      this.hold(item, {
        itemId,
        residentId,
        kind,
        date: kind === 'yearly' ? endOfJuly(today) : written(today + random.whole(-60, 1_500)),
      });
    timeline.in(-Math.log(random.unit() + 1e-9) * 4 * YEAR, () => this.giveBack(item));
  }

  private hold(item: Item, deadline: ReminderDeadline): void {
    const { random, timeline, store, oracle, nudge } = this.house;
    item.deadlines = [...item.deadlines, deadline];
    store.holdItem(deadline);
    oracle.holds(deadline);
    nudge();
    if (random.chance(0.75)) {
      const on = numberOf(deadline.date) + random.whole(-100, 120);
      timeline.at(on * DAY_MS + random.between(0, DAY_MS), () => this.renew(item, deadline));
    }
  }

  private letGo(item: Item, deadline: ReminderDeadline): void {
    item.deadlines = item.deadlines.filter((each) => each !== deadline);
    this.house.store.letGo(deadline);
    this.house.oracle.letGo(deadline);
    this.house.nudge();
  }

  private renew(item: Item, deadline: ReminderDeadline): void {
    if (!item.deadlines.includes(deadline) || !this.living.has(item.residentId)) return;
    const { random, timeline } = this.house;
    this.letGo(item, deadline);
    const from = Math.max(numberOf(deadline.date), dayNumber(timeline.now) - 30);
    const date = deadline.kind === 'yearly' ? endOfJuly(from) : written(from + random.pick([365, 1_096, 1_826, 3, 40]));
    this.hold(item, { ...deadline, date });
  }

  /** Some returns were written down by mistake and are taken back. */
  private giveBack(item: Item): void {
    const { random, timeline } = this.house;
    if (!this.items.delete(item)) return;
    const had = item.deadlines;
    for (const deadline of had) this.letGo(item, deadline);
    if (!this.living.has(item.residentId)) return;
    if (random.chance(0.1))
      timeline.in(random.between(HOUR / 60, 48 * HOUR), () => {
        if (!this.living.has(item.residentId)) return;
        this.items.add(item);
        for (const deadline of had) this.hold(item, deadline);
      });
    else timeline.in(random.between(DAY_MS, 90 * DAY_MS), () => this.takeIn(item.residentId));
  }

  private answer(notice: StoredNotice): void {
    const { random, timeline, store, oracle, nudge } = this.house;
    const answer = random.pick(FAMILY_ANSWERS);
    const today = dayNumber(timeline.now);
    const planned = answer === 'self-renewal' ? today + random.pick([1, 5, 14, 30, 60, 400, 40_000]) : null;
    const talked = random.between(HOUR, 30 * 24 * HOUR);
    for (const { deadline, contactId } of notice.lines) {
      if (!store.cases.has(deadlineKey(deadline))) continue;
      const given: GivenAnswer = {
        answer,
        contactId,
        on: written(today),
        plannedOn: planned === null ? null : written(planned),
        taskClosedOn: null,
      };
      store.answer(deadline, given);
      const truly = oracle.answered(deadline, { answer, contactId, planned });
      if (ANSWER_EFFECTS[answer].closes !== null) this.close(deadline);
      timeline.in(talked, () => {
        oracle.talked(deadline, truly);
        store.closeTask(deadline, given, written(dayNumber(timeline.now)));
        nudge();
      });
    }
    if ('attempts' in notice.progress)
      store.happen(notice, { kind: 'acknowledged' }, instantAt(timeline.now), nextDelivery);
    nudge();
  }

  private bounce(notice: StoredNotice): void {
    const { timeline, store, oracle } = this.house;
    if (!store.happen(notice, { kind: 'bounced' }, instantAt(timeline.now))) return;
    oracle.bounced(notice);
    this.mailFails(notice);
  }

  private closeOne(): void {
    const { random } = this.house;
    const dated = [...this.items].filter(({ deadlines }) => deadlines.length > 0);
    // Between two intakes a small house can be empty.
    const deadline = dated.length === 0 ? undefined : random.pick(random.pick(dated).deadlines);
    if (deadline !== undefined) this.close(deadline);
  }

  private close(deadline: ReminderDeadline): void {
    this.house.store.close(deadline, 'other');
    this.house.oracle.closed(deadline);
    this.house.nudge();
  }

  private changeContacts(): void {
    const { random } = this.house;
    const residentId = random.pick([...this.living]);
    const { contacts } = this.house.store.residents.get(residentId)!;
    const kind = random.unit();
    if (contacts.length === 0 || kind < 0.15)
      this.setContacts(residentId, [...contacts, this.newContact(random.whole(0, 6), this.newPerson())]);
    else if (kind < 0.25) this.setContacts(residentId, contacts.slice(1));
    else this.changeContact(residentId, random.pick(contacts).id, () => this.someChange());
  }

  private someChange(): Partial<ReminderContact> {
    const { random } = this.house;
    return random.pick<() => Partial<ReminderContact>>([
      () => ({ order: random.whole(0, 6) }),
      () => ({ handOver: random.pick(['allowed', 'allowed', 'never']) }),
      () => ({ mayKnow: random.pick(['yes', 'yes', 'no']) }),
      () => ({ consents: random.chance(0.7) }),
      () => ({ channel: random.pick(['mail', 'mail', 'letter', 'phone', null]) }),
      () => ({ person: this.newPerson(), mailFails: false }),
    ])();
  }

  private changeContact(residentId: Uuid, contactId: Uuid | null, change: () => Partial<ReminderContact>): void {
    if (!this.living.has(residentId)) return;
    const { contacts } = this.house.store.residents.get(residentId)!;
    if (contacts.some(({ id }) => id === contactId))
      this.setContacts(
        residentId,
        contacts.map((one) => (one.id === contactId ? { ...one, ...change() } : one)),
      );
  }

  private setContacts(residentId: Uuid, contacts: readonly ReminderContact[]): void {
    this.house.store.setContacts(residentId, contacts);
    this.house.oracle.lives(residentId, contacts);
    this.house.nudge();
  }

  private newContact(order: number, person: string): ReminderContact {
    const { random } = this.house;
    return {
      id: `c${++this.count}`,
      person,
      order,
      capacity: random.pick(['family', 'family', 'family', 'guardian', 'resident']),
      handOver: random.chance(0.06) ? 'never' : 'allowed',
      mayKnow: random.chance(0.93) ? 'yes' : 'no',
      consents: random.chance(0.88),
      channel: random.pick(['mail', 'mail', 'mail', 'mail', 'mail', 'mail', 'letter', 'phone', null]),
      language: 'ja',
      mailFails: false,
    };
  }

  private newPerson(): string {
    return (this.lastPerson = `p${++this.count}`);
  }

  private often(timesAYear: number, happen: () => void): void {
    const { random, timeline } = this.house;
    timeline.in((-Math.log(random.unit() + 1e-9) * YEAR) / timesAYear, () => {
      happen();
      this.often(timesAYear, happen);
    });
  }
}

function endOfJuly(today: number): string {
  const year = Number(written(today + 14).slice(0, 4));
  const day = `${year}-07-31`;
  return numberOf(day) > today + 14 ? day : `${year + 1}-07-31`;
}
