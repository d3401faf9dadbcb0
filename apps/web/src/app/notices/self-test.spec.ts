import { install } from '@sinonjs/fake-timers';
import { SelfTest } from './self-test';
import { idOf } from './testing';
import { openScreen } from './testing-screen';

const TEST = `/api/reminders/test/${idOf(7)}`;

async function sent() {
  const screen = await openScreen(SelfTest);
  const { write, press, http, settle } = screen;
  await write('#to', 'jibun@example.jp');
  await press('ためしに送る');
  const asked = http.expectOne('/api/reminders/test');
  expect(asked.request.body).toMatchObject({ to: 'jibun@example.jp' });
  asked.flush({ id: idOf(7) });
  await settle();
  const hears = async (state: string, attempts: number, heard: string | null = null) => {
    http.expectOne(TEST).flush({ state, attempts, heard });
    await settle();
  };
  return { ...screen, hears };
}

it.each([
  ['accepted', 'メールサーバーが受け取りました。'],
  ['dead', '送れませんでした。'],
  ['uncertain', '届いたか分かりません。'],
])('a mail that is %s: %s', async (state, words) => {
  const { hears, text } = await sent();
  expect(text('az-banner')).toContain('送っています。');
  await hears(state, 1);
  expect(text('az-banner')).toContain(words);
});

it('what the mail server said no with is repeated as it is, and means nothing but itself', async () => {
  const { hears, text, page } = await sent();
  await hears('dead', 1, '550 5.1.1 <b>no such user</b>');
  expect(text('az-banner')).toContain('メールサーバーの答え：550 5.1.1 <b>no such user</b>');
  expect(page.querySelector('az-banner b')).toBeNull();
});

it('a mail server that cannot be reached is said at once, and asked about until it can', async () => {
  const clock = install({ shouldAdvanceTime: true });
  try {
    const { hears, text, http } = await sent();
    await hears('queued', 1);
    expect(text('az-banner')).toContain('くり返し試しています。');
    http.expectNone(TEST);
    clock.tick(2_000);
    await hears('accepted', 2);
    expect(text('az-banner')).toContain('メールサーバーが受け取りました。');
    clock.tick(60_000);
    http.expectNone(TEST);
  } finally {
    clock.uninstall();
  }
});

it('what is no address does not leave', async () => {
  const { page, write, press, http } = await openScreen(SelfTest);
  await write('#to', 'jibun@@example.jp');
  await press('ためしに送る');
  http.expectNone('/api/reminders/test');
  expect(page.querySelector('#to-error')?.textContent).toContain('メールアドレスを一つ');
});
