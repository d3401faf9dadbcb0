import { chromium, CHROMIUM_FLAGS } from '@azukari/tools/browser';
import { defineConfig } from '@playwright/test';

/** Every journey runs in a real browser against a real server of its worker, on the tablet by the safe. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1024, height: 768 },
    hasTouch: true,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    actionTimeout: 45_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? (await chromium()),
      args: [...CHROMIUM_FLAGS],
    },
  },
});
