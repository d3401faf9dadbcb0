import type { AnswerOf, listEntries, listViewReviews } from '@azukari/contract';

import { id, ME, NOW, openScreen } from '../session/testing';
import { ViewsPage } from './views-page';

type Quarter = AnswerOf<typeof listViewReviews>['quarters'][number];
type Entry = AnswerOf<typeof listEntries>['entries'][number];

const HANA = { id: id(5), name: '山田 ハナ' };
const view = (seq: number, screen = 'profile'): Entry => ({
  seq,
  type: 'resident.viewed',
  facts: { screen },
  recordedAt: '2026-10-19T05:05:00.000Z',
  occurredAt: null,
  behind: 0,
  actor: { id: ME.id, name: ME.name },
  item: null,
  resident: HANA,
  private: {},
  erased: [],
  corrects: null,
  correctedBy: [],
  command: id(9),
  part: 0,
  parts: 1,
  leaf: '{}',
});
const quarter = (of: Partial<Quarter>): Quarter => ({
  quarterOn: '2026-07-01',
  reviewBy: '2026-10-31',
  state: 'due',
  review: null,
  ...of,
});

async function open(address: string, entries: readonly Entry[], nextCursor: string | null = null) {
  const opened = await openScreen(ViewsPage, { path: 'views', address });
  const { http, settle } = opened;
  const asked = http.expectOne((request) => request.url.startsWith('/api/ledger'));
  asked.flush({ entries, nextCursor, size: 9 });
  http.expectOne('/api/residents?left=true').flush({
    residents: [{ ...HANA, kana: 'やまだ はな', room: '101', birthDate: null, leftOn: '2026-10-01' }],
  });
  http.expectOne('/api/staff?left=true').flush({ staff: [] });
  await settle();
  return { ...opened, asked: new URL(asked.request.urlWithParams, 'http://x').searchParams };
}

it('tells who looked at whom, when and on which screen, page after page', async () => {
  const { all, http, settle, screen, asked } = await open('/views', [view(7), view(6, 'form')], '6');
  expect([asked.get('log'), asked.get('type'), asked.get('from')]).toEqual(['access', 'resident.viewed', null]);
  http.expectOne('/api/views/reviews').flush({ quarters: [] });
  await settle();
  const [first = '', second = ''] = all('.views > li');
  for (const part of ['10月19日(月) 14:05', '佐藤 花子さん', '山田 ハナ さん', 'くわしい情報'])
    expect(first).toContain(part);
  expect(second).toContain('書類');
  [...screen.querySelectorAll('button')].find(({ textContent }) => textContent.includes('もっと見る'))?.click();
  const more = http.expectOne((request) => request.urlWithParams.includes('cursor=6'));
  more.flush({ entries: [view(5)], nextCursor: null, size: 9 });
  await settle();
  expect(all('.views > li')).toHaveLength(3);
});

it('asks for one resident, one person and one day in Japan', async () => {
  const address = `/views?resident=${HANA.id}&staff=${ME.id}&day=2026-10-19`;
  const { asked, text, http, screen, settle } = await open(address, []);
  http.expectOne('/api/views/reviews').flush({ quarters: [] });
  await settle();
  expect(Object.fromEntries(asked)).toMatchObject({
    residentId: HANA.id,
    actorId: ME.id,
    from: '2026-10-18T15:00:00.000Z',
    to: '2026-10-19T15:00:00.000Z',
  });
  expect(text()).toContain('この条件の閲覧はありません');
  expect(screen.querySelector('#views-resident')?.textContent).toContain('山田 ハナ（退所）');
});

it('leaves out of the address what makes no sense', async () => {
  const { asked, http } = await open('/views?resident=hana&day=2026-13-40', []);
  http.expectOne('/api/views/reviews').flush({ quarters: [] });
  expect([asked.get('residentId'), asked.get('from')]).toEqual([null, null]);
});

it('says of each quarter whether it waits, is late or was reviewed, by whom and how late', async () => {
  const { http, settle, all, screen } = await open('/views', []);
  const review = { seq: 9, by: ME, at: NOW, views: 4, daysLate: 12, judged: [] };
  http.expectOne('/api/views/reviews').flush({
    quarters: [
      quarter({}),
      quarter({ quarterOn: '2026-04-01', reviewBy: '2026-07-31', state: 'late' }),
      quarter({ quarterOn: '2026-01-01', reviewBy: '2026-04-30', state: 'reviewed', review }),
      quarter({ quarterOn: '2025-10-01', reviewBy: '2026-01-31', state: 'empty' }),
    ],
  });
  await settle();
  const [due = '', late = '', done = '', empty = ''] = all('.reviews > li');
  expect(due).toContain('2026年7〜9月まだ（2026年10月31日(土)まで）');
  expect(late).toContain('遅れています');
  for (const part of ['佐藤 花子さんが', '12日遅れ', 'くわしく見る']) expect(done).toContain(part);
  expect(empty).toContain('閲覧はありませんでした');
  expect([...screen.querySelectorAll('.reviews a')].map((link) => link.getAttribute('href'))).toEqual([
    '/views/2026-07-01',
    '/views/2026-04-01',
    '/views/2026-01-01',
  ]);
});
