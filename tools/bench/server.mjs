import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverArgs } from '../server-args.mjs';

const ROOT = join(import.meta.dirname, '../..');

/** running end with what asked for them, also when that throws. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill()));

/** run starts one of our programs and answers with its address, once it has said so. */
export function run(args, env = {}) {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return new Promise((resolve, reject) => {
    let code = null;
    createInterface({ input: child.stdout }).on('line', (line) => {
      code = /set-up code: (\S+)/.exec(line)?.[1] ?? code;
      const url = /^(?!Families|Metrics).*?(http:\/\/\S+)/.exec(line)?.[1].replace('localhost', '127.0.0.1');
      if (url) resolve({ url, code, child, startMs: performance.now() - began, stop: () => stopped(child) });
    });
    child.once('exit', (status) => reject(new Error(`ended with ${status}`)));
  });
}

/** azukari starts the real server on a folder; `args` go to Node before those that it always has. */
export function azukari(folder, env = {}, args = []) {
  return run([...args, ...serverArgs], {
    AZUKARI_DATA: folder,
    PORT: '0',
    AZUKARI_LOG: 'error',
    DATABASE_URL: '',
    // A demo asks nobody for a second factor; nothing else of it is used.
    AZUKARI_DEMO: '1',
    ...env,
  });
}

function stopped(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}

/** residentMegabytes is the memory of a process that is really in use (Linux only; null elsewhere). */
export function residentMegabytes(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return null;
  }
}
