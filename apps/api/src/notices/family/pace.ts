/** Pace counts how often something was done within a window of time; after so many it waits for the next. */
export class Pace {
  private readonly counts = new Map<string, number>();
  private since = 0;
  private readonly most: number;
  private readonly windowMs: number;

  constructor(most: number, windowMs: number) {
    this.most = most;
    this.windowMs = windowMs;
  }

  /** allows counts one more at a moment that only goes on, and says whether it is within the limit. */
  allows(key: string, nowMs: number): boolean {
    if (nowMs - this.since >= this.windowMs) {
      this.counts.clear();
      this.since = nowMs;
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= this.most;
  }
}
