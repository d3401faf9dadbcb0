import { rmSync } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { instantAt, millisecondsOf } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { Refused } from '../http/refused.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Throttle } from '../session/throttle.ts';
import { hashOf } from '../session/token.ts';
import { noteSeen } from '../staff/staff.practised.ts';
import { PracticeHouse } from './practice-house.ts';
import { DESK } from './practice.desk.ts';
import type { Desk } from './practice.desk.ts';
import { MOST_HOUSES, practiceFolder } from './practice.config.ts';
import { makeModel, Room } from './room.ts';
import type { Build, Model } from './room.ts';

const LOOK_EVERY_MS = 60_000;
/** An answer that is on its way when a room is thrown away still arrives. */
const LINGER_MS = 1_000;

/** PracticeHouses keeps who practises: one house for each person, a few at once, none for long. */
@Injectable()
export class PracticeHouses implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PracticeHouses.name);
  private readonly byPerson = new Map<Uuid, PracticeHouse>();
  private readonly byToken = new Map<string, PracticeHouse>();
  private readonly leaving = new Map<Room, NodeJS.Timeout>();
  /** Rooms are made one after the other: each takes a part of a second of the thread that everybody else waits for. */
  private making: Promise<unknown> = Promise.resolve();
  private build: Build | null = null;
  private model: Model | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DESK) private readonly desk: Desk | null,
  ) {}

  /** A power cut throws nothing away. */
  onApplicationBootstrap(): void {
    if (this.desk === null) rmSync(practiceFolder(this.config), { recursive: true, force: true });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    for (const house of [...this.byToken.values()]) this.close(house);
    await this.making;
    for (const [room, timer] of this.leaving) {
      clearTimeout(timer);
      await room.close();
    }
  }

  /** builtBy tells how a server is made; whoever makes this one knows. */
  builtBy(build: Build): void {
    this.build = build;
  }

  /** at is the house that a browser shows the token of, or null. */
  at(token: string | null): PracticeHouse | null {
    const house = token === null ? undefined : this.byToken.get(hashOf(token));
    return house && !house.isOver(this.clock.elapsedMs()) ? house : null;
  }

  /** enter leads a person into her practice house, which is made unless she has one. */
  async enter(by: SignedIn, anew: boolean): Promise<PracticeHouse> {
    this.sweep(this.clock.elapsedMs());
    const own = this.byPerson.get(by.staffId);
    if (own) {
      await (anew ? own.beginAnew() : own.enter());
      return own;
    }
    if (this.byPerson.size >= MOST_HOUSES) throw new Refused({ kind: 'practice-full', freeBy: this.freeBy() });
    const house = this.houseFor(by);
    this.byPerson.set(by.staffId, house);
    this.timer ??= setInterval(() => {
      this.sweep(this.clock.elapsedMs());
    }, LOOK_EVERY_MS).unref();
    try {
      await house.open();
    } catch (error) {
      this.close(house);
      throw error;
    }
    this.byToken.set(hashOf(house.token), house);
    return house;
  }

  /** sweep ends what nobody has used for too long. */
  sweep(nowMs: number): void {
    for (const house of [...this.byPerson.values()]) if (house.isOver(nowMs)) this.close(house);
  }

  private houseFor({ facilityId, staffId, name }: SignedIn): PracticeHouse {
    const house: PracticeHouse = new PracticeHouse({
      name,
      elapsedMs: () => this.clock.elapsedMs(),
      at: (ms) => this.moment(ms),
      openRoom: async (desk) => {
        await this.throttle.attempt(`practice:${staffId}`);
        return this.openRoom(desk);
      },
      throwAway: (room) => this.throwAway(room),
      noteTraining: () =>
        this.database.writes.run((tx) =>
          noteSeen(tx, { ledger: this.ledger, clock: this.clock }, { facilityId, staffId }),
        ),
      end: () => this.close(house),
    });
    return house;
  }

  private openRoom(desk: Desk): Promise<Room> {
    const made = this.making.then(async () => {
      const { build, config: real } = this;
      if (!build) throw new Error('nobody has said how a practice house is made');
      this.model ??= await makeModel(build, real);
      return Room.open(build, { real, model: this.model }, desk);
    });
    this.making = made.catch(() => undefined);
    return made;
  }

  private close(house: PracticeHouse): void {
    this.byToken.delete(hashOf(house.token));
    for (const [staffId, theirs] of this.byPerson) if (theirs === house) this.byPerson.delete(staffId);
    house.close();
    if (this.byPerson.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }

  private throwAway(room: Room): void {
    const timer = setTimeout(() => {
      this.leaving.delete(room);
      room.close().catch((error: unknown) => {
        this.logger.error('a practice house was not thrown away', error instanceof Error ? error.stack : error);
      });
    }, LINGER_MS);
    this.leaving.set(room, timer.unref());
  }

  private freeBy(): Instant {
    return this.moment(Math.min(...[...this.byPerson.values()].map(({ endsMs }) => endsMs)));
  }

  private moment(elapsedMs: number): Instant {
    return instantAt(millisecondsOf(this.clock.now()) + elapsedMs - this.clock.elapsedMs());
  }
}
