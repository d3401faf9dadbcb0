import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findChromium } from '../browser.mjs';

const none = () => Promise.resolve(undefined);
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'azukari-browser-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, { status = 0, mode = 0o755 } = {}) {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${status}\n`);
  chmodSync(path, mode);
  return path;
}

describe('which browser the journeys use', () => {
  test('$CHROMIUM before all others', async () => {
    program('chromium');
    const mine = program('mine');
    await expect(findChromium({ CHROMIUM: mine, PATH: folder }, none)).resolves.toBe(mine);
  });

  test('a $CHROMIUM that does not run is said, not passed over', async () => {
    program('chromium');
    await expect(findChromium({ CHROMIUM: join(folder, 'gone'), PATH: folder }, none)).rejects.toThrow('does not run');
  });

  test("the system's, wherever it stands in the path", async () => {
    const chrome = program('google-chrome');
    await expect(findChromium({ PATH: ['/nowhere', folder].join(delimiter) }, none)).resolves.toBe(chrome);
  });

  test('a name that only says "install me" is no browser', async () => {
    program('chromium-browser', { status: 1 });
    program('chromium', { mode: 0o644 });
    await expect(findChromium({ PATH: folder }, none)).resolves.toBeUndefined();
  });

  test("Playwright's own when the system has none", async () => {
    const own = program('headless');
    await expect(findChromium({ PATH: '' }, () => Promise.resolve(own))).resolves.toBe(own);
  });

  test('none', async () => {
    await expect(findChromium({}, none)).resolves.toBeUndefined();
  });
});
