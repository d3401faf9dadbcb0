import type { Helper } from './work.ts';
import { nodeHelper, nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import { randomLog } from './testing/random-log.ts';
import type { RandomLog } from './testing/random-log.ts';
import { packOf } from './testing/random-pack.ts';

const SIZE = 2_000;
const LATE = SIZE - 7;
const honest = randomLog(11, SIZE);

/** A thread that is there for every test; how much it did, the tests ask. */
const thread = nodeHelper();
let done = 0;
const helper: Helper = {
  ...thread,
  listen: (answered, failed) =>
    thread.listen((answer) => {
      done++;
      answered(answer);
    }, failed),
  stop: () => undefined,
};
afterAll(() => thread.stop());

/** A thread that takes work and then breaks. */
function broken(): Helper {
  let fail: () => void = () => undefined;
  return { ask: () => setImmediate(() => fail()), listen: (_, failed) => (fail = failed), stop: () => undefined };
}

const changed = <T>(list: readonly T[], at: number, by: (one: T) => T): T[] =>
  list.map((one, n) => (n === at ? by(one) : one));

test.each<[what: string, found: string, log: RandomLog]>([
  ['an honest log', 'holds', honest],
  ['an entry that is no leaf', 'entry:text', { ...honest, leaves: changed(honest.leaves, LATE, (text) => ` ${text}`) }],
  [
    'an entry of a later version',
    'unknown-entry',
    { ...honest, leaves: changed(honest.leaves, LATE, (text) => text.replace('"v":1}', '"v":2}')) },
  ],
  [
    'words that do not open',
    'private:destination',
    {
      ...honest,
      fields: changed(honest.fields, honest.fields.length - 1, (one) => ({
        ...one,
        openings: one.openings.map((opening) => ({ ...opening, value: `${opening.value}!` })),
      })),
    },
  ],
  ['words that are missing', 'private:missing', { ...honest, fields: honest.fields.slice(0, -1) }],
  ['an entry left out', 'order:seq', { ...honest, leaves: honest.leaves.toSpliced(LATE, 1) }],
  [
    'a signature of another text',
    'checkpoint:signature',
    { ...honest, checkpoints: honest.checkpoints.with(40, resigned(honest.checkpoints[40], honest.checkpoints[41])) },
  ],
])('%s is judged alike by one thread and by several of which one breaks', async (_, found, log) => {
  const [pack, before] = [await packOf(log), done];
  const alone = await examinePack(pack, null, nodeMeans());
  const together = await examinePack(pack, null, { ...nodeMeans(), helpers: () => [broken(), helper] });
  expect(together).toEqual(alone);
  const outcome = alone.logs[0]?.outcome;
  expect(outcome?.verdict === 'broken' ? outcome.at : outcome?.verdict === 'holds' ? 'holds' : outcome?.because).toBe(
    found,
  );
  expect(done).toBeGreaterThan(before);
});

/** The text of one checkpoint with the signature of another. */
function resigned(text = '', other = ''): string {
  return text.slice(0, text.indexOf('\n\n')) + other.slice(other.indexOf('\n\n'));
}
