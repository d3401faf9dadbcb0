/** Finds a Chromium for the journeys, or gets one. `node tools/browser.mjs` prints its path. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`],
};

/** CHROMIUM_FLAGS keep a test browser from asking the network for anything but the page under test. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** findChromium is the browser of $CHROMIUM, the system's, or Playwright's own; undefined when there is none. */
export async function findChromium(env = process.env, playwright = playwrightsOwn) {
  if (env.CHROMIUM) {
    if (runs(env.CHROMIUM)) return env.CHROMIUM;
    throw new Error(`CHROMIUM is set to ${env.CHROMIUM}, which does not run`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const own = await playwright();
  const known = env === process.env ? (ELSEWHERE[process.platform] ?? []) : [];
  return [...inPath, ...known, ...(own ? [own] : [])].find(runs);
}

/** chromium finds a browser, installs one where that needs no question, or throws with what is missing. */
export async function chromium() {
  const found = await findChromium();
  if (found) return found;
  const tried = [];
  for (const [program, ...rest] of waysToInstall()) {
    const { status, error } = spawnSync(program, rest, {
      stdio: ['ignore', process.stderr, process.stderr],
      shell: false,
    });
    tried.push(`${[program, ...rest].join(' ')} (${error?.message ?? `ended with ${status}`})`);
    const now = await findChromium();
    if (now) return now;
  }
  throw new Error(
    `The journeys need a Chromium and there is none. Install chromium or Google Chrome, or set CHROMIUM to its path. Tried: ${tried.join('; ')}`,
  );
}

function waysToInstall() {
  const root = process.getuid?.() === 0;
  const debian = /^ID=debian$/m.test(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');
  const playwright = ['npx', '--no', 'playwright', 'install', 'chromium'];
  if (!root || !debian) return [playwright];
  return [
    ['apt-get', '-qq', 'update'],
    ['apt-get', '-qq', 'install', '-y', '--no-install-recommends', 'chromium'],
    playwright,
  ];
}

async function playwrightsOwn() {
  try {
    const { chromium: own } = await import('@playwright/test');
    return own.executablePath();
  } catch {
    return undefined;
  }
}

/** A name that only tells its reader to install a snap is no browser, so each is asked for its version. */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

if (import.meta.main) process.stdout.write(`${await chromium()}\n`);
