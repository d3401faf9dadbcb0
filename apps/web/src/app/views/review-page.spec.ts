import type { AnswerOf, listViewReviews, readViewExceptions } from '@azukari/contract';

import { ReviewPage } from './review-page';
import { id, ME, NOW, openScreen } from '../session/testing';

const QUARTER = '2026-07-01';
const DUE = { quarterOn: QUARTER, reviewBy: '2026-10-31', state: 'due', review: null } as const;
const ANN = { id: id(2), name: '青木 杏' };
const HANA = { id: id(5), name: '山田 ハナ' };
const FOUND: AnswerOf<typeof readViewExceptions> = {
  views: 1_204,
  people: 9,
  residents: 60,
  exceptions: [
    {
      exception: 'at-night',
      total: 120,
      own: 0,
      cases: [
        {
          staff: ANN,
          own: false,
          on: '2026-08-10',
          from: '2026-08-10T14:00:00.000Z',
          to: '2026-08-10T16:30:00.000Z',
          views: 3,
          screens: ['profile', 'form'],
          residents: [HANA],
        },
      ],
    },
    {
      exception: 'not-appointed',
      total: 1,
      own: 1,
      cases: [
        {
          staff: ME,
          own: true,
          on: '2026-08-11',
          from: '2026-08-11T01:00:00.000Z',
          to: '2026-08-11T01:00:00.000Z',
          views: 1,
          screens: ['contacts'],
          residents: [HANA],
        },
      ],
    },
  ],
};
type Quarter = AnswerOf<typeof listViewReviews>['quarters'][number];

async function open(quarter: Quarter = DUE, found = FOUND, role: 'manager' | 'auditor' = 'manager') {
  const opened = await openScreen(ReviewPage, { path: 'views/:quarter', address: `/views/${QUARTER}`, role });
  const { http, settle, screen } = opened;
  http.expectOne('/api/views/reviews').flush({ quarters: [quarter] });
  http.expectOne(`/api/views/exceptions?quarterOn=${QUARTER}`).flush(found);
  await settle();
  const judge = async (exception: string, outcome: number, note: string) => {
    screen.querySelectorAll<HTMLInputElement>(`input[name=outcome-${exception}]`)[outcome]?.click();
    const field = screen.querySelector<HTMLTextAreaElement>(`#note-${exception}`);
    if (!field) throw new Error('no field');
    field.value = note;
    field.dispatchEvent(new Event('input'));
    await settle();
  };
  const sign = async () => {
    screen.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settle();
  };
  return { ...opened, judge, sign };
}

it('tells who looked, when, how often, on which screens and at whom, and which views are one’s own', async () => {
  const { all, text, screen } = await open();
  expect(text()).toContain('2026年7〜9月の閲覧の見直し');
  const [night = '', own = ''] = all('az-case-list li');
  for (const part of [
    '青木 杏さん',
    '2026年8月10日',
    '23:00から01:30まで・3回',
    'くわしい情報・書類',
    '山田 ハナ さん',
  ])
    expect(night).toContain(part);
  expect(night).not.toContain('ご自分');
  expect(own).toContain('ご自分の閲覧です');
  expect(text()).toContain('120件のうち、はじめの1件です');
  expect(text()).toContain('このうち1件は、ご自分の閲覧です');
  expect(screen.querySelector('az-case-list a')?.getAttribute('href')).toBe(`/views?staff=${ANN.id}&day=2026-08-10`);
});

it('is signed with a result and a remark on each, for as many cases as there are', async () => {
  const { judge, sign, http } = await open();
  await judge('at-night', 0, '夜勤の代わり');
  await judge('not-appointed', 1, '任命の前に見た');
  await sign();
  expect(http.expectOne('/api/views/reviews').request.body).toMatchObject({
    quarterOn: QUARTER,
    judged: [
      { exception: 'at-night', cases: 120, outcome: 'in-order', note: '夜勤の代わり' },
      { exception: 'not-appointed', cases: 1, outcome: 'to-follow-up', note: '任命の前に見た' },
    ],
  });
});

it('what was left open is said at its place, and nothing leaves', async () => {
  const { judge, sign, http, screen } = await open();
  await judge('at-night', 0, '夜勤の代わり');
  await sign();
  http.expectNone('/api/views/reviews');
  expect(screen.querySelector('#outcome-not-appointed-error')?.textContent.trim()).not.toBe('');
  expect(screen.querySelector('#note-not-appointed-error')?.textContent.trim()).not.toBe('');
  expect(screen.querySelector('#outcome-at-night-error')).toBeNull();
});

it('what has changed meanwhile is read anew, and what was written stays', async () => {
  const { judge, sign, http, settle, screen, text } = await open();
  await judge('at-night', 0, '夜勤の代わり');
  await judge('not-appointed', 0, '出勤していた');
  await sign();
  const no = { refusal: { kind: 'views-changed' } };
  http.expectOne('/api/views/reviews').flush(no, { status: 409, statusText: 'Conflict' });
  await settle();
  http.expectOne(`/api/views/exceptions?quarterOn=${QUARTER}`).flush(FOUND);
  await settle();
  expect(text()).toContain('目にとまる閲覧の数が変わりました');
  expect(screen.querySelector<HTMLTextAreaElement>('#note-at-night')?.value).toBe('夜勤の代わり');
});

it('a quarter without anything that stands out is signed as well', async () => {
  const { sign, http, text } = await open(DUE, { ...FOUND, exceptions: [] });
  expect(text()).toContain('目にとまる閲覧はありませんでした');
  await sign();
  expect(http.expectOne('/api/views/reviews').request.body).toMatchObject({ judged: [] });
});

it('who may only read sees what stands out and signs nothing', async () => {
  const { screen, text } = await open(DUE, FOUND, 'auditor');
  expect(screen.querySelector('button[type=submit], textarea')).toBeNull();
  expect(text()).toContain('署名できるのは、施設長・管理者です');
});

it('what was signed is shown with its remarks, and is not signed again', async () => {
  const judged = [{ exception: 'at-night', cases: 120, outcome: 'in-order', note: '夜勤の代わり' } as const];
  const review = { seq: 9, by: ME, at: NOW, views: 1_204, daysLate: 3, judged };
  const { screen, text, all } = await open({ ...DUE, state: 'reviewed', review });
  expect(screen.querySelector('button[type=submit]')).toBeNull();
  expect(all('.judged')).toEqual(['問題ありません夜勤の代わり']);
  for (const part of ['佐藤 花子さん', '3日遅れ', '夜勤の代わり']) expect(text()).toContain(part);
});
