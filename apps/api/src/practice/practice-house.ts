import type { IncomingMessage, ServerResponse } from 'node:http';
import { COURSE_STEPS } from '@azukari/domain';
import type { CalendarDay, CourseStep, Instant } from '@azukari/domain';
import { Refused } from '../http/refused.ts';
import { newToken } from '../session/token.ts';
import { IDLE_MS, LONGEST_MS } from './practice.config.ts';
import type { CourseAnswer, Desk } from './practice.desk.ts';
import type { Room } from './room.ts';

/** Means are what a practice house has from outside. */
export interface Means {
  /** The real name of who practises. */
  readonly name: string;
  /** elapsedMs is a clock that nobody sets. */
  readonly elapsedMs: () => number;
  /** at is a moment of it as people read it. */
  readonly at: (elapsedMs: number) => Instant;
  readonly openRoom: (desk: Desk) => Promise<Room>;
  readonly throwAway: (room: Room) => void;
  /** What the real house does when everything was done; it answers the day, or null where she has left meanwhile. */
  readonly noteTraining: () => Promise<CalendarDay | null>;
  /** The house is over: nobody comes in any more. */
  readonly end: () => void;
}

/** PracticeHouse is what one person practises in: one room after the other, and how far she is. */
export class PracticeHouse implements Desk {
  /** The browser shows it to come in. */
  readonly token = newToken();
  readonly endsMs: number;
  private readonly means: Means;
  private readonly skipped = new Set<CourseStep>();
  private room: Room | null = null;
  private opening: Promise<unknown> = Promise.resolve();
  private usedMs: number;
  private trainedOn: CalendarDay | null = null;
  private closed = false;

  constructor(means: Means) {
    this.means = means;
    this.usedMs = means.elapsedMs();
    this.endsMs = this.usedMs + LONGEST_MS;
  }

  get endsAt(): Instant {
    return this.means.at(this.endsMs);
  }

  /** isOver says whether nobody has done anything for too long, or all of it has taken too long. */
  isOver(nowMs: number): boolean {
    return nowMs >= this.endsMs || nowMs >= this.usedMs + IDLE_MS;
  }

  /** open makes a room, in place of the one before. */
  open(): Promise<void> {
    const opened = this.opening.then(async () => {
      const room = await this.means.openRoom(this);
      const before = this.room;
      this.room = room;
      if (before) this.means.throwAway(before);
      // It was closed while its room was being made.
      if (this.closed) this.close();
    });
    this.opening = opened.catch(() => undefined);
    return opened;
  }

  /** enter leads back into it, also who signed out there. */
  async enter(): Promise<void> {
    await this.opening;
    this.usedMs = this.means.elapsedMs();
    await this.room?.enter();
  }

  /**
   * answer has the room's own server answer a request under another address. Of the cookies it gets the session of the room alone, so
   * that nothing of the real house reaches it. What is only polled does not keep it open.
   */
  answer(request: IncomingMessage, response: ServerResponse, path: string): void {
    if (!this.room) throw new Refused({ kind: 'not-signed-in' });
    if (request.method !== 'GET' || !path.startsWith('/api')) this.usedMs = this.means.elapsedMs();
    request.url = path;
    request.headers.cookie = `azukari=${this.room.session}`;
    this.room.app.getHttpAdapter().getInstance().routing(request, response);
  }

  async read(): Promise<CourseAnswer> {
    const done = (await this.room?.done()) ?? [];
    if (this.trainedOn === null && done.length === COURSE_STEPS.length)
      this.trainedOn = await this.means.noteTraining();
    const stateOf = (step: CourseStep) => (done.includes(step) ? 'done' : this.skipped.has(step) ? 'skipped' : 'open');
    return {
      name: this.means.name,
      steps: COURSE_STEPS.map((step) => ({ step, state: stateOf(step) })),
      trainedOn: this.trainedOn,
      endsAt: this.endsAt,
    };
  }

  skip(step: CourseStep): Promise<CourseAnswer> {
    this.skipped.add(step);
    return this.read();
  }

  async beginAnew(): Promise<CourseAnswer> {
    await this.open();
    this.skipped.clear();
    this.trainedOn = null;
    return this.read();
  }

  async end(): Promise<CourseAnswer> {
    const last = await this.read();
    this.means.end();
    return last;
  }

  /** close gives its room away; nobody comes in any more. */
  close(): void {
    this.closed = true;
    if (this.room) this.means.throwAway(this.room);
    this.room = null;
  }
}
