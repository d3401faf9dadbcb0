/**
 * Runs everything a change has to pass and ends with the line `N passed, N failed`.
 * `node tools/test.mjs api lint` runs only the steps whose names begin so.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, sum } from './testing/counts.mjs';
import { endAll, runStep } from './testing/run-step.mjs';
import { STEPS } from './testing/steps.mjs';

const AT_ONCE = 2;

/** runAll runs the steps, at most so many at once, each after what it needs; it answers with every step's counts. */
export async function runAll(steps, { atOnce = AT_ONCE, run, report }) {
  const waiting = [...steps];
  const running = new Set();
  const done = new Map();
  const needs = (step) => (step.after ?? []).filter((name) => steps.some((other) => other.name === name));
  const start = async (step) => {
    const broken = needs(step).find((name) => done.get(name).failed > 0);
    const result = broken ? { passed: 0, failed: 1, skipped: 0, seconds: 0, why: `${broken} failed` } : await run(step);
    done.set(step.name, result);
    report(step, result);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => needs(step).every((name) => done.has(name)));
    if (next >= 0 && running.size < atOnce) {
      const [step] = waiting.splice(next, 1);
      const work = start(step).finally(() => running.delete(work));
      running.add(work);
    } else if (running.size === 0) {
      throw new Error(`these steps wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    } else {
      await Promise.race(running);
    }
  }
  return [...done.values()];
}

async function main(wanted) {
  const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
  const folder = mkdtempSync(join(tmpdir(), 'azukari-test-'));
  const began = Date.now();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(endAll()));

  const results = await runAll(steps, { run: (step) => runStep(step, folder, countsOf), report });
  const total = sum(results);
  console.log(`${((Date.now() - began) / 1_000).toFixed(0)} s; logs in ${folder}`);
  if (total.skipped > 0) console.log(`${total.skipped} skipped`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function report({ name }, { passed, failed, seconds, why, log }) {
  const verdict = failed > 0 ? 'FAILED' : 'ok';
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
  console.log(`${verdict.padEnd(7)}${name.padEnd(28)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts}`);
  if (failed === 0) return;
  if (why) console.log(`       ${why}`);
  if (log) console.log(readFileSync(log, 'utf8'));
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
