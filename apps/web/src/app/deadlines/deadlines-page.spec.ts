import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import { DeadlinesPage } from './deadlines-page';
import { aDeadline, AS_OF, asked, UNKNOWN, YAMADA } from './testing';

const NOW = '2026-11-22T06:05:00.000Z';
const LIST = [
  UNKNOWN,
  aDeadline({ date: '2026-11-10', daysLeft: -12, kind: 'card-expiry', rule: 'V1' }),
  aDeadline({ date: '2026-11-12', daysLeft: -10, kind: 'grace-strict', rule: 'V4', reasonCode: 'after-certificate' }),
  aDeadline(),
  aDeadline({
    date: '2027-07-31',
    daysLeft: 251,
    kind: 'expiry',
    reasonCode: 'computed-differs',
    item: { kind: 'eligibility-certificate' },
  }),
];

const FAMILIES = [
  { id: YAMADA.id, name: '高橋 ふみ', kana: 'たかはし ふみ', relation: '長女', residentIds: [YAMADA.id] },
];

async function open(deadlines: readonly unknown[] = LIST, address = '/deadlines') {
  TestBed.configureTestingModule({
    providers: [
      Board,
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'deadlines', component: DeadlinesPage }], withComponentInputBinding()),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: YAMADA.id, name: '佐藤 花子', role: 'manager', level: 'responsible' },
    facility: { id: YAMADA.id, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create(address);
  TestBed.inject(HttpTestingController)
    .expectOne('/api/deadlines')
    .flush({ asOf: AS_OF, deadlines, families: FAMILIES });
  const settle = async () => {
    await harness.fixture.whenStable();
    harness.fixture.detectChanges();
  };
  await settle();
  const page = harness.fixture.nativeElement as HTMLElement;
  const headings = () => [...page.querySelectorAll('section')].map((one) => one.getAttribute('aria-label'));
  const row = (standing: string) => page.querySelector(`az-deadline-row[data-standing=${standing}]`);
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(name));
  return { page, settle, headings, row, button };
}

it('shows what nobody knows first, then what has passed, then the months', async () => {
  const { headings } = await open();
  expect(headings()).toEqual(['期限が未確認', '過ぎたもの', '2026年12月', '2027年7月', '過ぎたお知らせ']);
});

it('says whose, what ends, when in both calendars, and what is left', async () => {
  const { row } = await open();
  const text = row('soon')?.textContent.replace(/\s+/g, ' ') ?? '';
  expect(text).toContain('山田 太郎 さん');
  expect(text).toContain('203');
  expect(text).toContain('マイナンバーカード電子証明書の有効期限');
  expect(text).toContain('2026年12月10日(木)令和8年');
  expect(text).toContain('あと18日');
  expect(row('overdue')?.textContent).toContain('期限切れ');
  expect(row('overdue')?.textContent).toContain('12日過ぎ');
});

it('a passed day of grace reads as information, not as an alarm', async () => {
  const { row } = await open();
  const information = row('information');
  expect(information?.textContent).toContain('お知らせ');
  expect(information?.textContent).toContain('10日前');
  expect(information?.querySelector('az-state-chip')).toBeNull();
});

it('a check that is due is no expiry', async () => {
  const { row } = await open([aDeadline({ kind: 'sealed-envelope', rule: 'V21', date: '2026-11-12', daysLeft: -10 })]);
  expect(row('due')?.textContent).toContain('確かめてください');
  expect(row('due')?.textContent).toContain('10日過ぎ');
  expect(row('due')?.textContent).not.toContain('期限切れ');
});

it('an unknown date is a task with the way to enter it', async () => {
  const { row } = await open();
  const unknown = row('unknown');
  expect(unknown?.querySelector('az-state-chip')?.textContent).toContain('期限が未確認');
  expect(unknown?.querySelector('.ways a')?.getAttribute('href')).toBe(
    `/residents/${YAMADA.id}?dates=${UNKNOWN.item.id}`,
  );
});

it('なぜこの日? names the rule, the reason, the source, and leads to the rule', async () => {
  const { row, settle } = await open();
  const ask = row('soon')?.querySelector<HTMLButtonElement>('button');
  expect(ask?.getAttribute('aria-expanded')).toBe('false');
  expect(row('soon')?.querySelector('az-finding-facts')).toBeNull();
  ask?.click();
  await settle();
  const why = row('soon')?.querySelector('az-finding-facts');
  expect(ask?.getAttribute('aria-expanded')).toBe('true');
  expect(why?.textContent).toContain('V2 電子証明書の有効期限');
  expect(why?.textContent).toContain('券面に書いてある日です。');
  expect(why?.textContent).toContain('リーフレット p.3');
  expect(why?.querySelector('a')?.getAttribute('href')).toBe('/rules?rule=V2');
});

it('warns where the printed and the reckoned day differ', async () => {
  const { page } = await open();
  const differing = [...page.querySelectorAll('.differs')];
  expect(differing.map((one) => one.textContent.trim())).toEqual(['券面と計算が違います']);
});

it('a bar narrows the list, and the same bar once more widens it', async () => {
  const { button, headings, settle } = await open();
  const december = button('2026年12月');
  expect(december?.querySelector('.az-sr-only')?.textContent).toBe('2026年12月 1件');
  december?.click();
  await settle();
  expect(headings()).toEqual(['2026年12月']);
  expect(TestBed.inject(Router).url).toBe('/deadlines?month=2026-12');
  expect(december?.getAttribute('aria-pressed')).toBe('true');
  december?.click();
  await settle();
  expect(headings()).toHaveLength(5);
});

it('an empty month cannot be pressed', async () => {
  const { button } = await open();
  expect(button('2027年1月')?.disabled).toBe(true);
});

it('by kind the groups are kinds', async () => {
  const { headings } = await open(LIST, '/deadlines?by=kind');
  expect(headings()).toEqual(['マイナンバーカード', '資格確認書']);
});

it('without a date it says what to do next', async () => {
  const { page } = await open([]);
  expect(page.querySelector('az-empty-state')?.textContent).toContain('期限のあるものは、お預かりしていません');
});

it('by family says who is told, of whom, and that nobody is where nobody is', async () => {
  const nobody = aDeadline({ resident: null });
  const { headings } = await open([...LIST, nobody], '/deadlines?by=family');
  expect(headings()).toEqual(['高橋 ふみ さん（長女）', 'お知らせする連絡先がありません']);
});

it('a closed deadline is no alarm, stands last, and says why', async () => {
  const closed = { reason: 'not-renewed', on: '2026-11-01' } as const;
  const { headings, row } = await open([aDeadline({ date: '2026-11-10', daysLeft: -12, closed }), aDeadline()]);
  expect(headings()).toEqual(['2026年12月', 'お知らせを終えたもの']);
  expect(row('closed')?.textContent).toContain('お知らせを終えました（更新しない・2026年11月1日(日)）');
  expect(row('closed')?.textContent).not.toContain('期限切れ');
});

it('a deadline is closed with a reason, and the list is read anew', async () => {
  const { button, row, settle } = await open([aDeadline()]);
  const http = TestBed.inject(HttpTestingController);
  button('なぜこの日？')?.click();
  await settle();
  button('お知らせを終える')?.click();
  await settle();
  row('soon')?.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
  button('終えることを記録する')?.click();
  await settle();
  const sent = http.expectOne('/api/deadlines/closings');
  expect(sent.request.body).toMatchObject({ kind: 'certificate-expiry', date: '2026-12-10', reason: 'not-renewed' });
  sent.flush({ receipt: { commandId: YAMADA.id, entries: [{ seq: 7, itemId: null }], recordedAt: NOW, by: null } });
  await asked(http, '/api/deadlines');
});

it('shows all that 今日 counts, from whichever month, and says how many that are', async () => {
  const { page, headings, button, settle } = await open();
  expect(button('近い・過ぎたもの')?.textContent.replace(/\s+/g, ' ').trim()).toBe('近い・過ぎたもの 3件');
  button('近い・過ぎたもの')?.click();
  await settle();
  expect(TestBed.inject(Router).url).toBe('/deadlines?month=near');
  expect(headings()).toEqual(['過ぎたもの', '2026年12月', '2027年7月']);
  expect(page.querySelectorAll('az-deadline-row')).toHaveLength(3);
});

describe('a long list', () => {
  const many = (count: number, part: Parameters<typeof aDeadline>[0] = {}) =>
    Array.from({ length: count }, (_, n) => {
      const id = `6b1f0f5e-7a53-4b53-9a3f-${String(n).padStart(12, '0')}`;
      const resident = { ...YAMADA, id, name: `住人 ${String(n)}`, kana: `じゅうにん ${String(n)}` };
      return aDeadline({ resident, ...part, item: { id } });
    });
  const LONG = [...many(25), ...many(30, { date: '2027-03-05', daysLeft: 103, from: '2026-12-05' })];
  const folds = (page: HTMLElement) =>
    [...page.querySelectorAll('h2 button')].map((one) => one.getAttribute('aria-expanded'));
  const rows = (page: HTMLElement) => page.querySelectorAll('az-deadline-row').length;

  it('shows a screenful of what comes first, and the rest as counts', async () => {
    const { page, button, settle } = await open(LONG);
    expect(folds(page)).toEqual(['true', 'false']);
    expect(rows(page)).toBe(20);
    expect(page.querySelectorAll('h2')[1]?.textContent.replace(/\s+/g, ' ').trim()).toBe('2027年3月 30件');
    button('あと5件を見る')?.click();
    await settle();
    expect(rows(page)).toBe(25);
    // Who goes by keyboard is at the first of the new ones.
    expect(page.querySelectorAll('az-deadline-row')[20]?.contains(document.activeElement)).toBe(true);
  });

  it('opens by a press on a heading, and all at once', async () => {
    const { page, button, settle } = await open(LONG);
    page.querySelectorAll<HTMLButtonElement>('h2 button')[1]?.click();
    await settle();
    expect([folds(page), rows(page)]).toEqual([['true', 'true'], 40]);
    button('すべてとじる')?.click();
    await settle();
    expect([folds(page), rows(page)]).toEqual([['false', 'false'], 0]);
    button('すべて開く')?.click();
    await settle();
    expect(folds(page)).toEqual(['true', 'true']);
  });

  it('by resident is folded, and each name says what waits', async () => {
    const { page } = await open(LONG, '/deadlines?by=resident');
    expect(rows(page)).toBe(0);
    expect(page.querySelectorAll('h2')).toHaveLength(30);
    const [first] = page.querySelectorAll('h2');
    expect(first?.textContent.replace(/\s+/g, ' ')).toContain('203 2件 近い・過ぎたもの 1件');
  });

  it('is whole on paper, and as it was afterwards', async () => {
    const { page, settle } = await open(LONG, '/deadlines?by=resident');
    dispatchEvent(new Event('beforeprint'));
    expect(rows(page)).toBe(55);
    dispatchEvent(new Event('afterprint'));
    await settle();
    expect(rows(page)).toBe(0);
  });
});
