import type { AnswerOf, listErasures } from '@azukari/contract';

import { id, ME, NOW, openScreen } from '../session/testing';
import { ErasuresPage } from './erasures-page';

type List = AnswerOf<typeof listErasures>;

const person = {
  kind: 'resident',
  personId: id(2),
  name: '山田 ハナ',
  residentName: null,
  leftOn: '2019-06-30',
  dueOn: '2024-07-01',
  requestFrom: '2021-07-01',
  obstacle: null,
  onHold: false,
} as const;
const asked = {
  id: id(9),
  kind: 'resident',
  personId: id(2),
  name: '山田 ハナ',
  ground: 'retention-over',
  by: { id: id(3), name: '木村 誠' },
  at: NOW,
  until: '2026-10-27',
} as const;
const RECEIPT = { commandId: id(8), entries: [{ seq: 7, itemId: null }], recordedAt: NOW, by: ME };

async function open(list: Partial<List>, role: 'manager' | 'auditor' = 'manager') {
  const opened = await openScreen(ErasuresPage, { role });
  const { http, settle } = opened;
  const listed = async (now: Partial<List> = list) => {
    http.expectOne('/api/erasures').flush({ left: [], asked: [], done: [], ...now });
    await settle();
  };
  await listed();
  return { ...opened, listed };
}

const ofThat = (url: string) => (request: { method: string; url: string }) =>
  request.method === 'POST' && request.url === url;

it('asks with a reason that the words of who is due be erased, and shows nobody else at first', async () => {
  const later = {
    ...person,
    personId: id(4),
    name: '鈴木 清',
    leftOn: '2025-03-31',
    dueOn: '2030-04-01',
    requestFrom: '2027-04-01',
  };
  const { http, listed, press, screen, settle, text } = await open({ left: [person, later] });
  expect(text()).toContain('2024年7月1日(月)から消去できます');
  expect(text()).toContain('保存期間の中の方（1）');
  await press('消去をたのむ');
  await press('たのむ');
  http.expectNone(ofThat('/api/erasures'));
  const [ground] = screen.querySelectorAll<HTMLInputElement>('input[type=radio]');
  ground?.dispatchEvent(new Event('change'));
  await settle();
  await press('たのむ');
  const request = http.expectOne(ofThat('/api/erasures'));
  expect(request.request.body).toMatchObject({ kind: 'resident', personId: id(2), ground: 'retention-over' });
  request.flush({ receipt: RECEIPT }, { status: 201, statusText: 'Created' });
  await settle();
  await listed({ left: [person], asked: [{ ...asked, by: ME }] });
  expect(text()).toContain('もうひとりの方が確かめます');
  expect(text()).not.toContain('確かめて消去する');
});

it('another confirms after a warning', async () => {
  const { http, press, text } = await open({ left: [person], asked: [asked] });
  await press('確かめて消去する');
  expect(text()).toContain('もとにもどせません');
  await press('消去する');
  http.expectOne(ofThat(`/api/erasures/${id(9)}/confirmation`));
});

it('whose words are needed are held, and say so', async () => {
  const { http, press } = await open({ left: [person] });
  await press('保留する');
  const request = http.expectOne(ofThat('/api/erasures/holds'));
  expect(request.request.body).toMatchObject({ personId: id(2), hold: true });
});

it('head office may confirm, and neither ask nor hold', async () => {
  const { all, text } = await open(
    { left: [person, { ...person, personId: id(5), obstacle: 'on-hold' }], asked: [asked] },
    'auditor',
  );
  expect(all('button')).toEqual(['確かめて消去する']);
  expect(text()).toContain('消去を保留しています');
});

it('lists what was erased without a name', async () => {
  const done = { id: id(9), kind: 'resident', personId: id(2), at: NOW, askedBy: ME, confirmedBy: asked.by } as const;
  expect((await open({ done: [done] })).text()).toContain('利用者（たのんだ人 佐藤 花子・確かめた人 木村 誠）');
});
