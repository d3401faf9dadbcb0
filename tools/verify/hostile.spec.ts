import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import { hostilePacks } from './testing/hostile-packs.ts';
import { python, SECOND, theirsOf } from './testing/second-verifier.ts';

const packs = hostilePacks();

describe('of a file that was made to deceive, or to bring down who looks at it, this verifier says what it is: a pack', () => {
  test.each(packs)('$what', async ({ bytes, verdict }) => {
    const report = await examinePack(new Blob([bytes]), null, nodeMeans());
    expect([report.verdict, report.pack ?? report.logs]).toEqual([verdict, expect.anything()]);
  });
});

python('the second verifier says the same of each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-hostile-'));
  for (const [n, { bytes }] of packs.entries()) writeFileSync(join(folder, `${String(n).padStart(3, '0')}.zip`), bytes);
  const theirs = await theirsOf(folder);
  expect(theirs.map(({ verdict }, n) => [packs[n]?.what, verdict])).toEqual(
    packs.map(({ what, verdict }) => [what, verdict]),
  );
  rmSync(folder, { recursive: true });
});

python('a file that is not there, or is none, is no reason for a trace', () => {
  const run = (file: string): readonly [number | null, string | undefined, string] => {
    const { status, stdout, stderr } = spawnSync('python3', ['-B', SECOND, file], { encoding: 'utf8' });
    return [status, stdout.split(':')[0], stderr];
  };
  expect(run(join(tmpdir(), 'nothing-of-this-name.zip'))).toEqual([2, 'cannot-judge', '']);
  expect(run(tmpdir())).toEqual([2, 'cannot-judge', '']);
  expect(run(SECOND)).toEqual([1, 'broken', '']);
});
