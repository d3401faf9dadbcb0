import { expect, journey } from '../house/journey.ts';

const MOST_BYTES = 300_000;
const MOST_FONT_BYTES = 500_000;
const MOST_FONT_FILES = 24;

journey('the first load of an empty tablet stays small', async ({ house, tablet }, info) => {
  const { page } = tablet;
  const sizes: Promise<{ url: string; bytes: number; fonts: boolean }>[] = [];
  page.on('requestfinished', (request) => {
    // How much the house itself has to tell is no matter of the app, and differs with what happened in it before.
    if (new URL(request.url()).pathname.startsWith('/api/')) return;
    const fonts = request.url().includes('/fonts/');
    sizes.push(
      request.sizes().then(({ responseBodySize }) => ({ url: request.url(), bytes: responseBodySize, fonts })),
    );
  });
  await tablet.signIn(house.manager);
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(sizes);
  const sum = (fonts: boolean): number =>
    loaded.filter((one) => one.fonts === fonts).reduce((all, { bytes }) => all + bytes, 0);
  info.annotations.push({
    type: 'bytes',
    description: `${String(sum(false))} without fonts, ${String(sum(true))} of fonts, ${String(loaded.length)} requests`,
  });
  expect(loaded.length, 'something was loaded').toBeGreaterThan(5);
  expect(sum(false), 'sign-in and 今日, as they came over the wire').toBeLessThan(MOST_BYTES);
  const fonts = loaded.filter((one) => one.fonts && one.bytes > 0);
  expect(sum(true), 'and their fonts').toBeLessThan(MOST_FONT_BYTES);
  expect(fonts.length, 'in a few files').toBeLessThan(MOST_FONT_FILES);
});
