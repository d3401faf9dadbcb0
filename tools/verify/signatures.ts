import type { Due } from '@azukari/domain';
import type { Finding } from './examination.ts';
import type { Means } from './means.ts';

/** SignatureMet is a signature over the state after so many entries; it has to verify. */
export interface SignatureMet {
  readonly size: number;
  readonly signature: Due;
}

const MOST_UNDER_WAY = 256;

/** Signatures are verified beside the reading of entries, where the platform can; the earliest that fails is the finding. */
export class Signatures {
  readonly #verify: Means['verify'];
  #underWay: { readonly size: number; readonly verified: Promise<boolean> }[] = [];

  constructor({ verify }: Means) {
    this.#verify = verify;
  }

  /** isFull is true when it is time to wait for those under way. */
  get isFull(): boolean {
    return this.#underWay.length >= MOST_UNDER_WAY;
  }

  /** begin has signatures verified; what came of them is told by `forged`. */
  begin(met: readonly SignatureMet[]): void {
    for (const { size, signature } of met) {
      const verified = this.#verified(signature);
      // Whoever waits for it hears of a failure; until somebody does, it is no stray one.
      verified.catch(() => undefined);
      this.#underWay.push({ size, verified });
    }
  }

  /** forged waits for all that were begun, and is the earliest that does not verify; null when all do. */
  async forged(): Promise<Finding | null> {
    for (const { size, verified } of this.#underWay.splice(0))
      if (!(await verified)) return { verdict: 'broken', seq: size - 1, at: 'checkpoint:signature' };
    return null;
  }

  async #verified({ key, message, signature }: Due): Promise<boolean> {
    return signature.length === 64 && (await this.#verify(key.publicKey, message, signature));
  }
}
