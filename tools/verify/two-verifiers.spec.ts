import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENTRY_TYPES } from '@azukari/domain';
import { nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import { Dice, randomLog } from './testing/random-log.ts';
import type { RandomLog } from './testing/random-log.ts';
import { packOf } from './testing/random-pack.ts';
import { python, theirsOf } from './testing/second-verifier.ts';

const LOGS = 1_000;
const AT_ONCE = 20;

/** A stroke changes one place of a log, as the dice fall; some change nothing. */
type Stroke = (log: RandomLog, dice: Dice) => RandomLog;

const place = (list: readonly unknown[], dice: Dice): number => dice.below(Math.max(1, list.length));
const changed = (list: readonly string[], n: number, by: (text: string) => string): string[] =>
  list.map((one, i) => (i === n ? by(one) : one));
const flipped = (text: string, dice: Dice): string => {
  const at = dice.below(text.length);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
};

const STROKES: readonly Stroke[] = [
  (log) => log,
  (log) => log,
  (log, dice) => ({ ...log, leaves: changed(log.leaves, place(log.leaves, dice), (text) => flipped(text, dice)) }),
  (log, dice) => ({ ...log, leaves: log.leaves.toSpliced(place(log.leaves, dice), 1) }),
  (log, dice) => ({ ...log, leaves: log.leaves.toSpliced(place(log.leaves, dice), 0, dice.pick(log.leaves)) }),
  (log) => ({ ...log, leaves: log.leaves.slice(0, -1) }),
  (log, dice) => ({ ...log, fields: log.fields.toSpliced(place(log.fields, dice), 1) }),
  (log, dice) => {
    const n = place(log.fields, dice);
    return {
      ...log,
      fields: log.fields.map((one, i) => (i === n ? { ...one, openings: one.openings.slice(1) } : one)),
    };
  },
  (log, dice) => {
    const n = place(log.fields, dice);
    const other = (one: RandomLog['fields'][number]): RandomLog['fields'][number] => ({
      ...one,
      openings: one.openings.map((opening) => ({ ...opening, value: `${opening.value}?` })),
    });
    return { ...log, fields: log.fields.map((one, i) => (i === n ? other(one) : one)) };
  },
  (log, dice) => ({
    ...log,
    checkpoints: changed(log.checkpoints, place(log.checkpoints, dice), (text) => flipped(text, dice)),
  }),
  (log, dice) => ({ ...log, checkpoints: log.checkpoints.toSpliced(place(log.checkpoints, dice), 1) }),
  (log, dice) => ({ ...log, end: dice.pick(log.checkpoints) }),
  (log, dice) => ({
    ...log,
    leaves: changed(log.leaves, place(log.leaves, dice), (text) => text.replace('"v":1}', '"v":2}')),
  }),
  (log, dice) => ({
    ...log,
    leaves: changed(log.leaves, place(log.leaves, dice), (text) => text.replace('.checked-in"', '.checked-up"')),
  }),
];

python('the second verifier knows the same types of entry', async () => {
  const { stdout } = await promisify(execFile)('python3', [
    '-B',
    '-c',
    `import sys; sys.path.insert(0, ${JSON.stringify(import.meta.dirname)}); import verify; print(*sorted(verify.TYPES))`,
  ]);
  expect(stdout.trim().split(' ')).toEqual(Object.keys(ENTRY_TYPES).sort());
});

python(
  `two verifiers that share no line agree on ${LOGS} logs, honest and not`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'azukari-two-'));
    const ours = new Map<string, string>();
    const make = async (seed: number): Promise<void> => {
      const dice = new Dice(seed);
      const log = dice.pick(STROKES)(randomLog(seed, 2 + (seed % 23)), dice);
      const pack = await packOf(log);
      const name = `${String(seed).padStart(5, '0')}.zip`;
      writeFileSync(join(folder, name), new Uint8Array(await pack.arrayBuffer()));
      ours.set(name, (await examinePack(pack, null, nodeMeans())).verdict);
    };
    for (let seed = 0; seed < LOGS; seed += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => make(seed + n)));
    const theirs = await theirsOf(folder);
    expect(theirs).toHaveLength(LOGS);
    expect(theirs.filter(({ file, verdict }) => ours.get(file) !== verdict)).toEqual([]);
    // Neither all honest nor all broken: each verdict was met often.
    for (const [verdict, least] of [
      ['holds', 100],
      ['broken', 400],
      ['cannot-judge', 40],
    ] as const)
      expect([verdict, theirs.filter((one) => one.verdict === verdict).length >= least]).toEqual([verdict, true]);
    rmSync(folder, { recursive: true });
  },
  600_000,
);
