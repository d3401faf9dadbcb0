import { HttpEventType } from '@angular/common/http';
import type { AnswerOf, listInspections, readInspectionSettings } from '@azukari/contract';

import { ja } from '../../i18n/ja';
import { ME, NOW, openScreen } from '../session/testing';
import { savedFiles } from '../ui/testing/saved-files';
import { InspectionPage } from './inspection-page';

const MAKE = '一式を作って保存する';
const SETTINGS: AnswerOf<typeof readInspectionSettings> = {
  version: 0,
  formNames: [],
  headOffice: 'honbu@example.jp',
  mails: true,
};
const MADE: AnswerOf<typeof listInspections>['made'] = [
  {
    seq: 4_302,
    at: NOW,
    by: ME,
    from: '2026-04-01',
    to: '2026-10-20',
    mail: 'dead',
    counts: { entries: 4_302, late: 72, amended: 1, cancelled: 1, open: 12 },
  },
];

async function open(made = MADE) {
  const saved = savedFiles();
  const opened = await openScreen(InspectionPage);
  const { http, settle } = opened;
  http.expectOne('/api/inspections').flush({ made });
  http.expectOne('/api/inspections/settings').flush(SETTINGS);
  await settle();
  const asked = () => http.expectOne(({ method, url }) => method === 'POST' && url === '/api/inspections');
  const listed = async () => {
    http.expectOne(({ method, url }) => method === 'GET' && url === '/api/inspections').flush({ made });
    await settle();
  };
  const choose = async (label: string) => {
    const found = [...opened.screen.querySelectorAll('label')].find((one) => one.textContent.includes(label));
    found?.querySelector('input')?.dispatchEvent(new Event('change'));
    await settle();
  };
  return { ...opened, saved, asked, listed, choose };
}

/** A "no" as the browser hands it out when bytes were asked for. */
const no = (refusal: object): Blob =>
  Object.assign(new Blob(), { text: () => Promise.resolve(JSON.stringify({ refusal })) });

it('says how far it is, saves what arrived whole under its days, and the next is another pack', async () => {
  const { asked, listed, press, saved, settle, text } = await open();
  expect(text()).toContain('2026年4月1日(水) から 2026年10月20日(火) まで');
  expect(text()).toContain('法人本部（honbu@example.jp）にメールで知らせます');
  await press(MAKE);
  const request = asked();
  expect(request.request.body).toMatchObject({ from: '2026-04-01', to: '2026-10-20' });
  request.event({ type: HttpEventType.DownloadProgress, loaded: 1_500_000 });
  await settle();
  expect(text()).toContain('1.5 MB');
  request.flush(new Blob(['PK']));
  await settle();
  expect(saved).toEqual([{ href: 'blob:made', name: '運営指導_2026-04-01_2026-10-20.zip' }]);
  expect(text()).toContain('できました');
  await listed();
  await press(MAKE);
  const again = asked();
  expect((again.request.body as { commandId: string }).commandId).not.toBe(
    (request.request.body as { commandId: string }).commandId,
  );
});

it('asks for the password where the sign-in is old, and goes on with the same pack', async () => {
  const { asked, http, listed, press, screen, settle, text } = await open();
  await press(MAKE);
  const first = asked();
  first.flush(no({ kind: 'sign-in-not-fresh', minutes: 5 }), { status: 403, statusText: 'Forbidden' });
  await settle();
  await listed();
  expect(text()).toContain('佐藤 花子さんのパスワードをもう一度入れてください');
  expect(text()).not.toContain(ja.shell.refused.title);
  const password = screen.querySelector<HTMLInputElement>('input[type=password]');
  if (!password) throw new Error('no field for the password');
  password.value = 'azukari-demo';
  await press('確かめて、作る');
  const confirmed = http.expectOne('/api/session/again');
  expect(confirmed.request.body).toMatchObject({ password: 'azukari-demo' });
  confirmed.flush({
    staff: { ...ME, role: 'manager', level: null },
    facility: { id: ME.id, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  await settle();
  expect(asked().request.body).toEqual(first.request.body);
});

it('that is stopped, or breaks off, saves nothing and says so', async () => {
  const { asked, listed, press, saved, settle, text } = await open();
  await press(MAKE);
  const request = asked();
  await press('やめる');
  expect([request.cancelled, text().includes('やめました')]).toEqual([true, true]);
  await listed();
  await press(MAKE);
  asked().error(new ProgressEvent('error'));
  await settle();
  expect(text()).toContain(`もう一度「${MAKE}」をおしてください`);
  expect(text()).not.toContain('やめました');
  expect(saved).toEqual([]);
});

it('makes nothing of days that are no period', async () => {
  const { choose, http, press, screen, settle, text } = await open();
  await choose('日をえらぶ');
  const last = screen.querySelectorAll<HTMLInputElement>('input[type=date]')[1];
  if (!last) throw new Error('no field for the last day');
  last.value = '2000-01-01';
  last.dispatchEvent(new Event('change'));
  await settle();
  expect(text()).toContain('終わりの日が、はじめの日より前です');
  await press(MAKE);
  http.expectNone(({ method }) => method === 'POST');
});

it('lists the packs that were made, with what was counted and whether the head office knows', async () => {
  const { all } = await open();
  const [line = ''] = all('.made > li');
  for (const part of ['佐藤 花子さん', '記録 4,302', '記録4,302件', '訂正1件', '未了12件', '送れませんでした'])
    expect(line).toContain(part);
});

it('says that none was made yet', async () => {
  expect((await open([])).all('.made > li')).toEqual(['まだありません。']);
});
