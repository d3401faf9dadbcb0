import type {
  AnswerOf,
  readCountPicture,
  readDayPicture,
  readItemPicture,
  readLatePicture,
  readWeekPicture,
} from '@azukari/contract';

import { id, openScreen } from '../session/testing';
import { CountPicture } from './count-picture';
import { DayPicture } from './day-picture';
import { ItemPicture } from './item-picture';
import { LatePicture } from './late-picture';
import { WeekPicture } from './week-picture';

const HANA = { id: id(5), name: '山田 ハナ', kana: 'やまだ はな', room: '101', birthDate: null };
const CARD = { id: id(6), kind: 'care-insurance-card' as const, label: null, resident: HANA };
const at = (clock: string): string => `2026-10-19T${clock}:00.000Z`;
const out = (seq: number, holder: string, of: { from: string; to: string | null; lateFrom?: string }) => ({
  from: at(of.from),
  to: of.to === null ? null : at(of.to),
  storage: '金庫 3番',
  lateFrom: of.lateFrom === undefined ? null : at(of.lateFrom),
  custody: {
    at: 'out' as const,
    since: at(of.from),
    seq,
    purpose: 'outpatient' as const,
    destination: 'さくら内科',
    dueBackAt: at('03:00'),
    hold: null,
    holder: { kind: 'staff' as const, staffId: id(7), name: holder },
  },
});

async function open(page: Parameters<typeof openScreen>[0], path: string, address: string, answer: object) {
  const opened = await openScreen(page, { path, address });
  const asked = opened.http.expectOne(({ url }) => url.startsWith('/api/pictures'));
  asked.flush(answer);
  await opened.settle();
  const press = async (name: string) => {
    [...opened.screen.querySelectorAll<HTMLElement>('button, label')]
      .find(({ textContent, ariaLabel }) => `${ariaLabel ?? ''}${textContent}`.includes(name))
      ?.click();
    await opened.settle();
  };
  return { ...opened, asked: asked.request.urlWithParams, press };
}

describe('one day', () => {
  const day: AnswerOf<typeof readDayPicture> = {
    items: [
      { item: CARD, stretches: [out(3, '鈴木', { from: '00:30', to: '05:00', lateFrom: '03:00' })] },
      { item: { ...CARD, id: id(8) }, stretches: [out(4, '鈴木', { from: '01:00', to: '02:00' })] },
    ],
  };
  it('has a lane for each holder, or for each item, and says all in a table', async () => {
    const { all, asked, press } = await open(DayPicture, 'pictures/day', '/pictures/day?on=2026-10-19', day);
    expect(asked).toContain('on=2026-10-19');
    expect(all('.lanes .name')).toEqual(['鈴木さん']);
    expect(all('tbody tr')).toHaveLength(2);
    for (const part of ['鈴木さん', '山田 ハナ さん', '介護保険証', '外来受診・さくら内科', '10月19日(月) 12:00から'])
      expect(all('tbody tr')[0]).toContain(part);
    await press('預かり品ごと');
    expect(all('.lanes .name')).toEqual(['介護保険証山田 ハナ さん', '介護保険証山田 ハナ さん']);
  });

  it('draws what is late in a pattern of its own, with the moment that was planned', async () => {
    const { screen } = await open(DayPicture, 'pictures/day', '/pictures/day?on=2026-10-19', day);
    expect(screen.querySelectorAll('.lane rect.late')).toHaveLength(1);
    expect(screen.querySelectorAll('.lane line.due')).toHaveLength(2);
  });

  it('has a lane for what is searched for and one for what is lost, each with a word of its own', async () => {
    const missing = (stage: 'searching' | 'lost', seq: number) => ({
      item: { ...CARD, id: id(seq) },
      stretches: [
        {
          from: at('00:30'),
          to: at('05:00'),
          storage: '金庫 3番',
          lateFrom: null,
          custody: { at: 'missing' as const, since: at('00:30'), seq, stage, hold: null },
        },
      ],
    });
    const items = [missing('searching', 8), missing('lost', 9)];
    const { all, screen } = await open(DayPicture, 'pictures/day', '/pictures/day?on=2026-10-19', { items });
    expect(all('.lanes .name')).toEqual(['さがしている', '紛失']);
    expect(screen.querySelectorAll('.lane rect.missing')).toHaveLength(2);
    expect(all('.legend li')[0]).toContain('さがしている・紛失');
    expect(all('tbody tr').map((row) => ['さがしている', '紛失'].find((word) => row.includes(word)))).toEqual([
      'さがしている',
      '紛失',
    ]);
  });

  it('is read by keyboard: a press opens the first, the arrows go on', async () => {
    const { screen, press, settle, all } = await open(DayPicture, 'pictures/day', '/pictures/day?on=2026-10-19', day);
    await press('鈴木さん：2件');
    expect(all('.detail')[0]).toContain('9:30');
    screen.querySelector('.lane')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    await settle();
    expect(all('.detail')[0]).toContain('10:00');
    expect(screen.querySelector<HTMLAnchorElement>('.detail a')?.href).toContain(`item=${id(8)}`);
  });

  it('on which nothing was out says so; a day to come is today', async () => {
    const opened = await open(DayPicture, 'pictures/day', '/pictures/day?on=2999-01-01', { items: [] });
    expect(opened.text()).toContain('この日は、外に出たものがありません');
    expect(opened.asked).not.toContain('2999');
  });
});

it('one item has a lane for the safe and for each holder, and leads to whose it is', async () => {
  const picture: AnswerOf<typeof readItemPicture> = {
    item: CARD,
    stretches: [
      {
        from: at('00:00'),
        to: at('00:30'),
        lateFrom: null,
        storage: '金庫 3番',
        custody: { at: 'stored', since: at('00:00'), seq: 2, hold: null },
      },
      out(3, '鈴木', { from: '00:30', to: null }),
    ],
  };
  const { all, asked, screen } = await open(
    ItemPicture,
    'pictures/items/:id',
    `/pictures/items/${CARD.id}?period=7`,
    picture,
  );
  expect(asked).toContain(`/api/pictures/items/${CARD.id}?from=`);
  expect(all('.lanes .name')).toEqual(['金庫', '鈴木さん']);
  expect(all('tbody th')).toHaveLength(2);
  expect(all('tbody tr')[0]).toContain('金庫（金庫 3番）');
  expect(all('tbody tr')[1]).toContain('いまも');
  expect([...screen.querySelectorAll('a')].some(({ href }) => href.endsWith(`/residents/${HANA.id}`))).toBe(true);
});

it('the week has a number in every square, and leaves stays out until they are asked for', async () => {
  const hours: AnswerOf<typeof readWeekPicture>['hours'] = Array.from({ length: 168 }, (_, n) => ({
    out: n === 58 ? 3 : n === 167 ? null : 1,
    stays: n === 167 ? null : 1,
  }));
  const { all, press, screen } = await open(WeekPicture, 'pictures', '/pictures', { outings: 4, hours });
  expect(screen.querySelectorAll('.both rect')).toHaveLength(168);
  expect(all('thead th')[0]).toBe('時間');
  expect(all('.both li')).toEqual(['水曜日 10時台 平均 2.0点']);
  expect(all('tbody tr')[10]).toContain('2.0');
  expect(all('tbody tr')[23]).toContain('—');
  expect(screen.querySelectorAll('rect.level-0')).toHaveLength(167);
  await press('ふくめる');
  expect(all('.both li')[0]).toBe('水曜日 10時台 平均 3.0点');
});

it('late returns are told purpose by purpose, with what is still out', async () => {
  const picture: AnswerOf<typeof readLatePicture> = {
    purposes: [
      { purpose: 'outpatient', inTime: 6, late: 3, unplanned: 1, stillLate: 0, longestMinutes: 125 },
      { purpose: 'pharmacy', inTime: 0, late: 0, unplanned: 0, stillLate: 2, longestMinutes: 0 },
    ],
  };
  const { all, screen } = await open(LatePicture, 'pictures/late', '/pictures/late', picture);
  expect(all('.rows li')).toEqual(['外来受診10件のうち おくれ 3件', '薬局0件のうち おくれ 0件・いまも外 2件']);
  expect(all('tbody tr')[0]).toBe('外来受診63102時間5分');
  expect(screen.querySelector('.rows rect.late')?.getAttribute('width')).toBe('30%');
});

describe('counts', () => {
  const month = (month: string, counts: number, differing: number) => ({
    month,
    counts,
    differing,
    joined: 1,
    short: differing,
    surplus: 0,
    answers: differing === 0 ? [] : [{ as: 'in-place' as const, count: differing }],
  });
  it('are told month by month, with how differences were answered', async () => {
    const picture: AnswerOf<typeof readCountPicture> = { months: [month('2026-09', 0, 0), month('2026-10', 30, 2)] };
    const { all, asked } = await open(CountPicture, 'pictures/counts', '/pictures/counts?period=12m', picture);
    expect(asked).toMatch(/from=\d{4}-\d{2}-01&to=/);
    expect(all('.rows li')[1]).toBe('2026年10月30回のうち ちがいあり 2回');
    expect(all('tbody tr')[1]).toContain('その場にあった 2件');
  });
  it('without any say so', async () => {
    const { text } = await open(CountPicture, 'pictures/counts', '/pictures/counts', {
      months: [month('2026-10', 0, 0)],
    });
    expect(text()).toContain('この期間に終わった点検はありません');
  });
});

it('a picture that cannot be read says so and can be asked for again', async () => {
  const { http, settle, screen, text } = await openScreen(LatePicture, {
    path: 'pictures/late',
    address: '/pictures/late',
  });
  http.expectOne(({ url }) => url.startsWith('/api/pictures')).flush('', { status: 500, statusText: 'no' });
  await settle();
  expect(text()).toContain('図を読みこめませんでした');
  [...screen.querySelectorAll('button')].find(({ textContent }) => textContent.includes('読みなおす'))?.click();
  await settle();
  http.expectOne(({ url }) => url.startsWith('/api/pictures')).flush({ purposes: [] });
  await settle();
  expect(text()).toContain('この期間にもどったものはありません');
});
