import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NODE, ROOT } from './steps.mjs';

const LIMIT_MS = 16 * 60_000;
const groups = new Set();

/** runStep runs a step's commands one after the other, their output into a log, and counts what they report. */
export async function runStep(step, folder, countsOf) {
  const began = Date.now();
  const file = join(folder, step.name.replaceAll(/[^A-Za-z0-9]+/g, '-'));
  const log = `${file}.log`;
  const json = `${file}.json`;
  const output = openSync(log, 'w');
  const answer = (result) => ({ ...result, log, seconds: (Date.now() - began) / 1_000 });
  try {
    if (step.needs && !existsSync(join(ROOT, step.needs))) {
      return answer({ passed: 0, failed: 1, skipped: 0, why: `there is no ${step.needs}` });
    }
    const env = { ...environment(folder, json), ...step.env, ...(await step.prepare?.()) };
    let code = 0;
    for (const command of step.commands) {
      const full = step.kind === 'jest' ? [...command, '--json', `--outputFile=${json}`] : command;
      writeSync(output, `> ${command.join(' ').replaceAll(`${ROOT}/`, '')}\n`);
      const ended = await run(full, env, output);
      code ||= ended;
    }
    return answer(countsOf(step, code, json));
  } catch (error) {
    return answer({ passed: 0, failed: 1, skipped: 0, why: error.message });
  } finally {
    closeSync(output);
  }
}

/** endAll ends what is still running, with its children, and answers with the exit code for it. */
export function endAll() {
  for (const pid of groups) end(pid);
  return 130;
}

function run(args, env, output) {
  return new Promise((resolve) => {
    // Its own group, so that a browser or a server that it started ends with it.
    const child = spawn(NODE, args, { cwd: ROOT, env, stdio: ['ignore', output, output], detached: true });
    groups.add(child.pid);
    const late = setTimeout(() => {
      writeSync(output, `\nstopped after ${LIMIT_MS / 60_000} minutes\n`);
      end(child.pid);
    }, LIMIT_MS);
    child.once('error', (error) => writeSync(output, `${error.message}\n`));
    child.once('close', (code) => {
      clearTimeout(late);
      groups.delete(child.pid);
      resolve(code ?? 1);
    });
  });
}

function end(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // It ended by itself.
  }
}

function environment(folder, json) {
  return {
    ...process.env,
    PATH: [join(ROOT, 'node_modules/node/bin'), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    // Servers and print workers are started by the hundred: each program is compiled once for the whole run.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    PLAYWRIGHT_JSON_OUTPUT_NAME: json,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  };
}
