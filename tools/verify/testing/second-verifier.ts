import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** SECOND is the second verifier. */
export const SECOND = join(import.meta.dirname, '../verify.py');

// Where no Python is, there is nothing to compare with; the other suites say the same of this verifier alone.
export const python = spawnSync('python3', ['--version']).status === 0 ? test : test.skip;

/** theirsOf is what the second verifier says of each pack of a folder, in one run. */
export async function theirsOf(folder: string): Promise<readonly { file: string; verdict: string; words: string }[]> {
  const { stdout, stderr } = await promisify(execFile)('python3', ['-B', SECOND, '--batch', folder], {
    maxBuffer: 10_000_000,
  });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; verdict: string; words: string });
}
