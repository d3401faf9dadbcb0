import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverArgs } from '@azukari/tools/server-args';

const PATIENCE_MS = 30_000;

/** Server is the real server on a temporary folder and a free port. */
export interface Server {
  readonly url: string;
  /** code is what its console shows while there is no facility yet. */
  readonly code: string;
  stop(): Promise<void>;
}

/** startServer starts an empty server of its own, with further settings if wanted, and waits until it listens. */
export async function startServer(env: Readonly<Record<string, string | undefined>> = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-journeys-'));
  const child = spawn(process.execPath, serverArgs, {
    env: {
      ...process.env,
      NODE_OPTIONS: undefined,
      AZUKARI_DATA: folder,
      AZUKARI_DEMO: '1',
      AZUKARI_HOST: '127.0.0.1',
      AZUKARI_LOG: 'error',
      PORT: '0',
      DATABASE_URL: undefined,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  let said = '';
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const ready = new Promise<string>((listening, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      const port = /^Azukari\s.*:(\d+)/.exec(line)?.[1];
      if (port) listening(`http://127.0.0.1:${port}`);
    });
    child.once('exit', () => failed(new Error(`The server ended: ${complaints}${said}`)));
    setTimeout(() => failed(new Error(`The server does not listen: ${complaints}${said}`)), PATIENCE_MS).unref();
  });
  try {
    const url = await ready;
    return { url, code: /set-up code: (\S+)/.exec(said)?.[1] ?? '', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
