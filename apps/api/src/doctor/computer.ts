import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Computer is what the doctor asks of the system; suites answer in its place. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  /** What a program says; null where it is not there or says no. */
  readonly run: (program: string, args: readonly string[]) => Promise<string | null>;
}

const PATIENCE_MS = 10_000;
const run = promisify(execFile);

/** THIS_COMPUTER is the one that the command was typed on. */
export const THIS_COMPUTER: Computer = {
  platform: process.platform,
  run: (program, args) =>
    // A system that is set to Japanese would answer in it.
    run(program, [...args], { timeout: PATIENCE_MS, windowsHide: true, env: { ...systemPath(), LC_ALL: 'C' } }).then(
      ({ stdout }) => stdout,
      () => null,
    ),
};

/** Programs are looked for where the system has its own, and nowhere that a user could put another. */
function systemPath(): { readonly PATH: string } {
  return {
    PATH: process.platform === 'win32' ? String.raw`C:\Windows\System32` : '/usr/sbin:/usr/bin:/sbin:/bin',
  };
}
