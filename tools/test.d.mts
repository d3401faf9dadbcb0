import type { Counts } from './testing/counts.mjs';

interface Step {
  readonly name: string;
  readonly after?: readonly string[];
}

/** runAll runs the steps, at most so many at once, each after what it needs; it answers with every step's counts. */
export function runAll<S extends Step>(
  steps: readonly S[],
  of: {
    readonly atOnce?: number;
    readonly run: (step: S) => Promise<Counts>;
    readonly report: (step: S, result: Counts) => void;
  },
): Promise<Counts[]>;
