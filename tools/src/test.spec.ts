import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAll } from '../test.mjs';
import { countsOf, sum, type Counts } from '../testing/counts.mjs';

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
const quiet = () => undefined;

describe('how a step is counted', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'azukari-counts-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const written = (report: unknown) => {
    const path = join(folder, 'report.json');
    writeFileSync(path, JSON.stringify(report));
    return path;
  };
  const jest = (passed: number, failed: number, broken = 0) =>
    written({
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: broken,
    });

  test.each([
    ['all passed', 3, 0, 0, 0, { passed: 3, failed: 0 }],
    ['one failed', 3, 1, 0, 1, { passed: 3, failed: 1 }],
    ['a file does not load', 3, 0, 1, 1, { passed: 3, failed: 1 }],
    ['the program failed and no test did', 3, 0, 0, 1, { passed: 3, failed: 1 }],
    ['no test ran', 0, 0, 0, 0, { passed: 0, failed: 1 }],
  ])('%s', (_case, passed, failed, broken, code, expected) =>
    expect(countsOf({ kind: 'jest' }, code, jest(passed, failed, broken))).toMatchObject(expected),
  );

  test('a journey that passed at the second try has failed', () => {
    const json = written({ stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] });
    expect(countsOf({ kind: 'playwright' }, 0, json)).toMatchObject({ passed: 2, failed: 1 });
  });

  test('a step that wrote nothing has failed', () =>
    expect(countsOf({ kind: 'jest' }, 0, join(folder, 'none'))).toMatchObject({ failed: 1 }));

  test('counts add up', () => expect(sum([PASSED, FAILED, PASSED])).toEqual({ passed: 2, failed: 1, skipped: 0 }));
});

describe('in which order steps run', () => {
  test('at most so many at once, each after what it needs', async () => {
    const log: string[] = [];
    let now = 0;
    let most = 0;
    const run = async ({ name }: { name: string }) => {
      most = Math.max(most, ++now);
      log.push(name);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
      return PASSED;
    };
    const steps = [{ name: 'late', after: ['early'] }, { name: 'early' }, { name: 'one' }, { name: 'two' }];
    const results = await runAll(steps, { atOnce: 2, run, report: quiet });
    expect(log).toEqual(['early', 'one', 'late', 'two']);
    expect(results).toHaveLength(4);
    expect(most).toBe(2);
  });

  test('a step whose need failed fails without running', async () => {
    const ran: string[] = [];
    const run = ({ name }: { name: string }) => {
      ran.push(name);
      return Promise.resolve(FAILED);
    };
    const steps = [{ name: 'build' }, { name: 'journeys', after: ['build'] }];
    const results = await runAll(steps, { run, report: quiet });
    expect(ran).toEqual(['build']);
    expect(sum(results)).toEqual({ passed: 0, failed: 2, skipped: 0 });
  });

  test('a need that was not asked for is not waited for', async () => {
    const run = () => Promise.resolve(PASSED);
    const results = await runAll([{ name: 'journeys', after: ['build'] }], { run, report: quiet });
    expect(sum(results).passed).toBe(1);
  });
});
