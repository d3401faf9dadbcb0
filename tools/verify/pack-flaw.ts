import type { Finding } from './finding.ts';

/** PackFlaw is thrown for a file that is no pack, and for a pack whose files are not what they have to be. */
export class PackFlaw extends Error {
  readonly finding: Finding;

  constructor(at: string, verdict: 'broken' | 'unknown' = 'broken') {
    super(at);
    this.finding =
      verdict === 'broken'
        ? { verdict, seq: null, at: `pack:${at}` }
        : { verdict: 'cannot-judge', seq: null, because: 'unknown-pack' };
  }
}
