import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Level, Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { sessionInterceptor } from '../session/session.interceptor';
import { signedIn } from '../session/signed-in.guard';
import { Board } from '../ui/board';
import { Manners } from '../ui/manners';
import { Speech } from '../ui/speech';
import { WordsLoader } from '../ui/transloco-loader';
import { Layout } from './layout';

@Component({ selector: 'az-blank', template: '<h1>blank</h1>' })
class Blank {}

@Component({ selector: 'az-reads', template: '<h1>{{ board.failed() }}</h1>' })
class Reads {
  protected readonly board = inject(Board);
}

const ID = '00000000-0000-4000-8000-000000000001';
const NOW = '2026-11-21T06:05:00.000Z';

const USUAL = { residentWord: '利用者', honorific: 'さん' };
const FACILITY = {
  id: ID,
  name: 'さくらの里',
  kana: '',
  head: '',
  address: '',
  phone: '',
  ...USUAL,
  nightListAt: null,
  agreementText: null,
  version: 1,
};

async function open(
  role: Role,
  level: Level | null,
  manners = USUAL,
  before: () => void = () => undefined,
): Promise<{ page: HTMLElement; harness: RouterTestingHarness }> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'sign-in', component: Blank },
        {
          path: '',
          component: Layout,
          canActivate: [signedIn],
          children: [
            { path: 'today', component: Blank },
            { path: 'reads', component: Reads },
          ],
        },
      ]),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  before();
  TestBed.inject(Session).begin({
    staff: { id: ID, name: '佐藤 花子', role, level },
    facility: { id: ID, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create('/today');
  TestBed.inject(HttpTestingController)
    .expectOne('/api/facility')
    .flush({ ...FACILITY, ...manners });
  await harness.fixture.whenStable();
  harness.fixture.detectChanges();
  return { page: harness.fixture.nativeElement as HTMLElement, harness };
}

const links = (page: HTMLElement) =>
  [...page.querySelectorAll('az-navigation a')].map((link) => link.textContent.trim());

it('stands around the screen: day, facility, person, places and 救急', async () => {
  const { page } = await open('floor', 'handler');
  const text = page.querySelector('az-top-bar')?.textContent ?? '';
  expect(text).toContain('11月21日(土)');
  expect(text).toContain('令和8年');
  expect(text).toContain('さくらの里');
  expect(text).toContain('佐藤 花子さん');
  expect(links(page)).toEqual([
    '今日',
    '出す',
    'もどす',
    '利用者',
    '記録簿',
    '期限',
    '点検',
    'お知らせ',
    'その他',
    '救急',
  ]);
});

it('shows only what the person may do', async () => {
  const { page } = await open('floor', null);
  expect(links(page)).toEqual(['今日', 'もどす', '利用者', '記録簿', '期限', '点検', 'その他', '救急']);
});

it('gives an auditor no 救急', async () => {
  const { page } = await open('auditor', null);
  expect(links(page)).toEqual(['今日', '利用者', '記録簿', '期限', '点検', 'お知らせ', 'その他']);
});

it('goes to the door, and back afterwards, when the session has ended', async () => {
  const { harness } = await open('floor', 'handler');
  TestBed.inject(Session).lapse();
  await harness.fixture.whenStable();
  expect(TestBed.inject(Session).lapsed()).toBe(true);
  TestBed.inject(HttpTestingController).match('/api/board');
  TestBed.inject(HttpTestingController).verify();
});

it('speaks of the people as the facility does', async () => {
  const { page } = await open('floor', 'handler', { residentWord: '入居者', honorific: '様' });
  expect(links(page)).toContain('入居者');
  expect(TestBed.inject(Speech).person('山田 太郎')).toBe('山田 太郎 様');
});

it('speaks so also in what comes with a screen later, and in what came before it was known', async () => {
  const early = () => TestBed.inject(Manners).bring({ later: { early: '利用者が先' } });
  const { page } = await open('floor', 'handler', { residentWord: '入居者', honorific: '様' }, early);
  TestBed.inject(Manners).bring({ late: { said: '利用者の箱' } });
  const speech = TestBed.inject(Speech);
  expect([speech.say('later.early'), speech.say('late.said')]).toEqual(['入居者が先', '入居者の箱']);
  expect(links(page)).toContain('入居者');
});

it('follows what was changed meanwhile: the next person speaks as the facility does by then', async () => {
  const { harness } = await open('floor', 'handler');
  const before = TestBed.inject(Session).current();
  if (!before) throw new Error('nobody is signed in');
  const next = { ...before.staff, id: ID.replace('1', '2'), name: '田中 実' };
  TestBed.inject(Session).begin({ ...before, staff: next, facility: { ...before.facility, name: 'もみじの家' } });
  await harness.fixture.whenStable();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/facility')
    .flush({ ...FACILITY, honorific: '様' });
  await new Promise((later) => setTimeout(later));
  await harness.fixture.whenStable();
  expect(TestBed.inject(Speech).person('山田 太郎')).toBe('山田 太郎 様');
  expect((harness.fixture.nativeElement as HTMLElement).querySelector('az-top-bar')?.textContent).toContain(
    'もみじの家',
  );
});

it('asks once what is out, for the strip and for every page', async () => {
  const { page, harness } = await open('floor', 'handler');
  const http = TestBed.inject(HttpTestingController);
  expect(http.match('/api/board')).toHaveLength(1);
  await harness.navigateByUrl('/reads');
  expect(page.querySelector('az-reads')?.textContent).toBe('false');
  expect(http.match(({ url }) => url.startsWith('/api/board'))).toHaveLength(0);
});
