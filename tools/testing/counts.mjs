import { existsSync, readFileSync } from 'node:fs';

/** countsOf reads how many tests of a step passed and failed; a step that ran none has failed, unless it may be empty. */
export function countsOf(step, code, json) {
  if (step.kind === 'check') return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (!existsSync(json)) return { passed: 0, failed: 1, skipped: 0, why: 'it wrote no results' };
  const report = JSON.parse(readFileSync(json, 'utf8'));
  const counts = step.kind === 'jest' ? jestCounts(report) : playwrightCounts(report);
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, why: `it ended with ${code}` };
  if (counts.passed + counts.failed === 0 && !step.mayBeEmpty) return { ...counts, failed: 1, why: 'it ran no test' };
  return counts;
}

/** sum adds up the counts of all steps. */
export function sum(results) {
  const total = (key) => results.reduce((all, result) => all + (result[key] ?? 0), 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** A file that could not even be loaded has no tests to fail, so it counts as one. */
function jestCounts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) {
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  };
}

/** A test that passed only when it was tried again has failed once, and that counts. */
function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
