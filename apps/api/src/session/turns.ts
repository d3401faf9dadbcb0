import { Refused } from '../http/refused.ts';

const BUSY_SECONDS = 5;

/** Whose turn it is: of somebody signed in or at a device that signed in before, or of a stranger. */
export type Whose = 'known' | 'stranger';

/** Turns lets a few run at once. Strangers wait behind everybody else, and too many of either are refused. */
export class Turns {
  private running = 0;
  private readonly lines: Readonly<Record<Whose, (() => void)[]>> = { known: [], stranger: [] };
  private readonly atOnce: number;
  private readonly mostWaiting: number;

  constructor(atOnce: number, mostWaiting: number) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  /** refuseWhenFull says no before anything is written or worked out for somebody whose turn would not come. */
  refuseWhenFull(whose: Whose): void {
    if (this.lines[whose].length >= this.mostWaiting)
      throw new Refused({ kind: 'too-many-attempts', retryAfterSeconds: BUSY_SECONDS });
  }

  async take<T>(whose: Whose, work: () => Promise<T>): Promise<T> {
    this.refuseWhenFull(whose);
    if (this.running < this.atOnce) this.running += 1;
    else await new Promise<void>((resolve) => this.lines[whose].push(resolve));
    try {
      return await work();
    } finally {
      // A place is handed over, not given up, so that nobody slips in between.
      const next = this.lines.known.shift() ?? this.lines.stranger.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
