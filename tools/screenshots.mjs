/**
 * Renews docs/screenshots from a demo that was just started, with the same PORT and MAIL_PORT: `node tools/screenshots.mjs`.
 * It moves the demo's clock on. The letter needs pdftoppm (poppler).
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from '@playwright/test';
import { chromium, CHROMIUM_FLAGS } from './browser.mjs';
import { Person } from './demo/api.mjs';
import { PASSWORD } from './demo/seed.mjs';

const FOLDER = join(import.meta.dirname, '../docs/screenshots');
const APP = `http://localhost:${process.env.PORT ?? '3000'}`;
const INBOX = `http://localhost:${process.env.MAIL_PORT ?? '1080'}`;
const SIZES = { tablet: [1024, 768], phone: [390, 844], pc: [1440, 900] };

/** Whoever shoots has the tablet of one person. */
class Photographer {
  constructor(page) {
    this.page = page;
  }

  async signIn(loginId) {
    await this.page.goto(`${APP}/sign-in`);
    await this.page.getByLabel('サインイン名').fill(loginId);
    await this.page.getByLabel('パスワード', { exact: true }).fill(PASSWORD);
    await this.page.getByRole('button', { name: 'サインインする' }).click();
    await this.page.waitForURL('**/today');
  }

  /** shoot shows an address in the size that ends the picture's name, and takes it. */
  async shoot(name, address) {
    const [width, height] = SIZES[name.split('-').at(-1)];
    await this.page.setViewportSize({ width, height });
    await this.page.goto(address.startsWith('http') ? address : APP + address);
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.screenshot({ path: join(FOLDER, `${name}.png`) });
    console.log(`${name}.png`);
  }
}

/** letter prints what the office would post first, and draws its first page. */
async function letter(manager, { request }) {
  const { tasks } = await manager.get('/api/reminders?limit=100');
  const { id } = tasks.find(({ channel }) => channel === 'letter');
  const data = { commandId: randomUUID(), noticeIds: [id] };
  const paper = await request.post(`${APP}/api/forms/F8`, { data, headers: { 'x-azukari': '1' } });
  const pdf = await paper.body();
  const drawn = join(FOLDER, 'letter');
  const { error, status } = spawnSync('pdftoppm', ['-png', '-singlefile', '-r', '80', '-', drawn], { input: pdf });
  if (error || status !== 0) throw new Error(`pdftoppm: ${error?.message ?? status}`);
  console.log('letter.png');
}

/** familyPage is the address of a mail to a family that waits for its answer. */
async function familyPage() {
  const mails = await (await fetch(`${INBOX}/email`)).json();
  const { text } = mails.at(-1);
  return /http\S+\/f\/\S+/.exec(text)[0];
}

async function main() {
  // The families' page has the letters of whoever reads it; a machine without a screen may have none.
  const fonts = mkdtempSync(join(tmpdir(), 'azukari-fonts-'));
  symlinkSync(join(import.meta.dirname, '../node_modules/@expo-google-fonts/noto-sans-jp'), join(fonts, 'fonts'));
  const browser = await playwright.launch({
    executablePath: await chromium(),
    args: CHROMIUM_FLAGS,
    env: { ...process.env, XDG_DATA_HOME: fonts },
  });
  const context = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' };
  const manager = await new Person(APP).signIn('manager', PASSWORD);
  const { residents } = await manager.get('/api/residents');
  try {
    const camera = new Photographer(await (await browser.newContext(context)).newPage());
    await camera.signIn('floor');
    await camera.shoot('today-tablet', '/today');
    await camera.shoot('check-out-tablet', `/check-out?resident=${residents[0].id}`);
    await camera.shoot('resident-phone', `/residents/${residents[0].id}`);
    await camera.signIn('manager');
    await camera.shoot('ledger-pc', '/ledger');
    await camera.shoot('deadlines-pc', '/deadlines');
    await manager.plain('/api/demo/clock', { days: 1, at: '10:00' });
    await camera.shoot('notices-tablet', '/notices');
    await camera.shoot('family-phone', await familyPage());
    await letter(manager, camera.page);
  } finally {
    await browser.close();
    rmSync(fonts, { recursive: true });
  }
}

await main();
