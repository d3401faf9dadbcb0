import { instantAt } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { defaultReminders } from '../settings.ts';
import type { ReminderSettings } from '../settings.ts';
import { Life } from './life.ts';
import { MailDoor } from './mail-door.ts';
import type { MailFaults } from './mail-door.ts';
import { Oracle } from './oracle.ts';
import { Random } from './random.ts';
import { RULES, Server } from './server.ts';
import type { Rules } from './server.ts';
import { Store } from './store.ts';
import { Timeline } from './timeline.ts';
import { DAY_MS, dayNumber, hourOfDay, numberOf } from './truth.ts';

/** World is what may go wrong in a simulated house. */
export interface World {
  readonly seed: number;
  readonly years: number;
  readonly items: number;
  readonly servers: number;
  /** How often the power is cut at each pause of a server. */
  readonly powerCuts: number;
  readonly mail: MailFaults;
  /** Stops of up to 14 days, and clocks that somebody sets, per year. */
  readonly stops: number;
  readonly clockJumps: number;
  readonly rules: Partial<Rules>;
}

/** Lived is what came of it; a violation begins with its moment. */
export interface Lived {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly counts: Counts;
}

/** Counts are how often something happened. */
export type Counts = Oracle['counts'] & Simulation['counts'];

const HOUR = 3_600_000;
const START = numberOf('2026-04-01');
const { otherwise: usual } = defaultReminders('2026-04-01');
const SETTINGS: ReminderSettings = {
  otherwise: usual,
  byKind: new Map([
    ['seldom', { ...usual, daysBefore: [61, 0], thenEveryMonths: null }],
    ['often', { ...usual, daysBefore: [40, 39, 30, 20, 14, 10, 7, 5, 3, 2, 1, 0] }],
  ]),
};

/** simulate lives through the years of one facility. The same world ends the same way, whatever the machine's clock and zone. */
export function simulate(of: Partial<World> & Pick<World, 'seed'>): Lived {
  const simulation = new Simulation({
    years: 10,
    items: 200,
    servers: 2,
    powerCuts: 0.005,
    mail: { faults: 0.05, cuts: true },
    stops: 10,
    clockJumps: 3,
    rules: {},
    ...of,
  });
  return simulation.run();
}

class Simulation {
  private readonly world: World;
  private readonly random: Random;
  private readonly timeline = new Timeline(hourOfDay(START, 0));
  private readonly oracle = new Oracle(() => this.timeline.now);
  private readonly store: Store;
  private readonly door: MailDoor;
  private readonly life: Life;
  private readonly servers: Server[] = [];
  readonly counts = { stops: 0, powerCuts: 0, clocks: 0, confirmed: 0 };
  private healthy = true;
  /** Since when nobody has planned; null while somebody does, in every minute of the day's hours. */
  private idleSince: number | null = null;

  constructor(world: World) {
    this.world = world;
    this.random = new Random(world.seed);
    this.door = new MailDoor(this.random, world.mail);
    const { timeline, random, oracle, door } = this;
    this.store = new Store(SETTINGS, {
      written: (notice, replaced) => {
        oracle.noticeWritten(notice, replaced);
        if (notice.to.channel !== 'mail') this.life.taskWritten(notice);
        else if (random.chance(0.02)) this.life.comesBetween(notice);
      },
      progressed: (notice) => oracle.progressed(notice),
    });
    const rules = { ...RULES, ...world.rules };
    const nudge = (): void => this.servers.forEach((server) => server.nudge());
    this.life = new Life({ timeline, random, store: this.store, oracle, rules, items: world.items, nudge });
    for (let n = 0; n < world.servers; n++)
      this.servers.push(
        new Server(`server${n}`, {
          timeline,
          random,
          store: this.store,
          door,
          rules,
          powerCuts: world.powerCuts,
          plansAfter: () => this.plansAfter(),
          watcher: {
            leased: (notice, { clockOffsetMs }) =>
              oracle.isLeased(notice, { offsetMs: clockOffsetMs, held: this.store.holdSince !== null }),
            taken: (notice) => {
              oracle.taken(notice);
              this.life.received(notice);
            },
            fault: (notice) => oracle.fault(notice),
            refused: (notice) => this.life.mailFails(notice),
            ambiguous: (notice) => {
              oracle.ambiguous(notice);
              if (random.chance(0.2)) this.life.comesBetween(notice);
            },
            changed: () => this.look(),
            cut: () => this.counts.powerCuts++,
            confirmNeeded: () => this.confirmNeeded(),
          },
        }),
      );
  }

  run(): Lived {
    const { timeline, oracle, world } = this;
    this.life.begin();
    this.eachDay(START);
    if (world.stops > 0) this.often(world.stops, () => this.stop());
    if (world.clockJumps > 0) this.often(world.clockJumps, () => this.setClock());
    if (world.mail.faults > 0) this.often(5, () => this.outage());
    timeline.run(hourOfDay(START, 0) + world.years * 365.25 * DAY_MS, () => oracle.violations.length > 0);
    return { seed: world.seed, violations: oracle.violations, counts: { ...oracle.counts, ...this.counts } };
  }

  private eachDay(day: number): void {
    this.timeline.at(hourOfDay(day, 9), () => {
      this.healthy = true;
      this.look();
    });
    this.timeline.at(hourOfDay(day, 18.5), () => {
      this.oracle.dayEnds(this.healthy);
      this.eachDay(day + 1);
    });
  }

  /** look notes whether anybody works. */
  private look(): void {
    const plans = this.servers.some((server) => server.up && !server.holds);
    if (!plans || this.store.holdSince !== null) this.healthy = false;
    if (!plans) this.idleSince ??= this.timeline.now;
  }

  /** A real server plans in every minute of the day's hours; a simulated one only when there is something to plan. */
  private plansAfter(): Instant {
    if (this.idleSince === null) return instantAt(this.timeline.now);
    const day = dayNumber(this.idleSince);
    const planned =
      this.idleSince < hourOfDay(day, 9) ? hourOfDay(day - 1, 18) : Math.min(this.idleSince, hourOfDay(day, 18));
    this.idleSince = null;
    this.oracle.resumes(this.timeline.now - planned);
    return instantAt(planned);
  }

  private stop(): void {
    this.counts.stops++;
    const days = this.random.between(0, this.random.pick([1, 14, 14]));
    for (const server of this.random.chance(0.7) ? this.servers : [this.random.pick(this.servers)]) {
      this.shutDown(server);
      // A battery that is empty starts the clock in another year, until the time server answers.
      const batteryEmpty = this.world.clockJumps > 0 && this.random.chance(0.1);
      this.timeline.in(days * DAY_MS + this.random.between(0, HOUR), () => {
        if (batteryEmpty) server.clockOffsetMs = -500 * DAY_MS;
        server.start();
        if (batteryEmpty) this.timeline.in(this.random.between(0, HOUR), () => this.rightClock(server));
      });
    }
  }

  /** Shut down in order, a server finishes the mail in its hand. */
  private shutDown(server: Server): void {
    if (server.isSending) this.timeline.in(1_000, () => this.shutDown(server));
    else server.stop();
  }

  private setClock(): void {
    const server = this.random.pick(this.servers);
    if (!server.up || server.clockOffsetMs !== 0) return;
    const { random } = this;
    server.clockOffsetMs = random.pick([
      random.between(-59_000, 59 * 60_000),
      random.between(-30 * DAY_MS, -2 * HOUR),
      random.between(2 * HOUR, 400 * DAY_MS),
    ]);
    server.readClock();
    if (server.holds) this.counts.clocks++;
    server.nudge();
    this.timeline.in(random.between(HOUR / 60, 72 * HOUR), () => this.rightClock(server));
  }

  private rightClock(server: Server): void {
    server.clockOffsetMs = 0;
    if (server.up) server.readClock();
    server.nudge();
    this.timeline.in(this.random.between(HOUR, DAY_MS), () => {
      if (!server.holds) return;
      if (server.up && server.clockOffsetMs === 0) server.trust();
      else this.rightClock(server);
    });
  }

  private confirmNeeded(): void {
    this.counts.confirmed++;
    this.store.holdSince = this.timeline.now;
    this.look();
    this.timeline.in(this.random.between(HOUR, 48 * HOUR), () => {
      this.store.holdSince = null;
      this.oracle.confirmed();
      this.look();
      this.servers.forEach((server) => server.nudge());
    });
  }

  private outage(): void {
    this.door.outageUntil =
      this.timeline.now + this.random.between(HOUR / 60, this.random.pick([2, 24, 24 * 9]) * HOUR);
  }

  private often(timesAYear: number, happen: () => void): void {
    const ms = (-Math.log(this.random.unit() + 1e-9) * 365.25 * DAY_MS) / timesAYear;
    this.timeline.in(ms, () => {
      happen();
      this.often(timesAYear, happen);
    });
  }
}
