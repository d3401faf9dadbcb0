import type { Due } from '@azukari/domain';
import type { Finding } from './finding.ts';
import type { Hands } from './hands.ts';

/** SignatureMet is a signature over the state after so many entries; it has to verify. */
export interface SignatureMet {
  readonly size: number;
  readonly signature: Due;
}

const TOGETHER = 64;
const MOST_UNDER_WAY = 8;

/** Signatures are verified beside the reading of entries, some at a time; the earliest that fails is the finding. */
export class Signatures {
  readonly #hands: Pick<Hands, 'verified'>;
  #met: SignatureMet[] = [];
  #underWay: Promise<Finding | null>[] = [];

  constructor(hands: Pick<Hands, 'verified'>) {
    this.#hands = hands;
  }

  /** isFull is true when it is time to wait for those under way. */
  get isFull(): boolean {
    return this.#underWay.length >= MOST_UNDER_WAY;
  }

  /** begin has signatures verified; what came of them is told by `forged`. */
  begin(met: readonly SignatureMet[]): void {
    this.#met.push(...met);
    if (this.#met.length >= TOGETHER) this.#verify();
  }

  /** forged waits for all that were begun, and is the earliest that does not verify; null when all do. */
  async forged(): Promise<Finding | null> {
    if (this.#met.length > 0) this.#verify();
    for (const forged of this.#underWay.splice(0)) {
      const finding = await forged;
      if (finding !== null) return finding;
    }
    return null;
  }

  #verify(): void {
    const forged = this.#forgedAmong(this.#met);
    // Whoever waits for it hears of a failure; until somebody does, it is no stray one.
    forged.catch(() => undefined);
    this.#underWay.push(forged);
    this.#met = [];
  }

  async #forgedAmong(met: readonly SignatureMet[]): Promise<Finding | null> {
    const verified = await this.#hands.verified(met.map(({ signature }) => signature));
    const forged = met.find((_, n) => verified[n] !== true);
    return forged === undefined ? null : { verdict: 'broken', seq: forged.size - 1, at: 'checkpoint:signature' };
  }
}
