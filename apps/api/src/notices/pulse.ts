import type { Uuid } from '@azukari/domain';

const STOPPED_MS = 10 * 60_000;

/** Pulse tells whether the machinery is alive, and in which facility not all can be seen to; not by the clock that people set. */
export class Pulse {
  private readonly elapsedMs: () => number;
  private aliveMs: number;
  private readonly wrongSince = new Map<Uuid, number>();

  constructor(elapsedMs: () => number) {
    this.elapsedMs = elapsedMs;
    this.aliveMs = elapsedMs();
  }

  /** beat says that it is at work, or saw that it is to hold. */
  beat(): void {
    this.aliveMs = this.elapsedMs();
  }

  /** ended says that a round was brought to its end, and in which facilities not all could be seen to. */
  ended(wrong: ReadonlySet<Uuid>): void {
    this.beat();
    for (const id of this.wrongSince.keys()) if (!wrong.has(id)) this.wrongSince.delete(id);
    for (const id of wrong) this.wrongSince.set(id, this.wrongSince.get(id) ?? this.aliveMs);
  }

  /** hasStopped says whether all stands still, or a facility in which something has been wrong for too long. */
  hasStopped(facilityId: Uuid | null = null): boolean {
    const wrong = facilityId === null ? undefined : this.wrongSince.get(facilityId);
    return this.elapsedMs() - Math.min(this.aliveMs, wrong ?? this.aliveMs) > STOPPED_MS;
  }
}
