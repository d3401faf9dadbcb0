import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { setDemoClock } from '@azukari/contract';
import type { Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { WordsLoader } from '../ui/transloco-loader';
import { DemoMenu } from './demo-menu';

const ID = '00000000-0000-4000-8000-000000000001';
/** Already the 22nd in Japan. */
const NOW = '2026-11-21T15:05:00.000Z';
const INBOX = 'http://localhost:1080';

async function open(role: Role, demoInbox?: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideTransloco({ config: { availableLangs: ['ja', 'en'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: ID, name: '佐藤 花子', role, level: role === 'manager' ? 'responsible' : null },
    facility: { id: ID, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: true,
    ...(demoInbox !== undefined && { demoInbox }),
  });
  const fixture = TestBed.createComponent(DemoMenu);
  await fixture.whenStable();
  (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
  await fixture.whenStable();
  const panel = document.querySelector<HTMLElement>('.mat-mdc-menu-panel');
  if (!panel) throw new Error('the menu did not open');
  return panel;
}

const linesOf = (panel: HTMLElement) => [...panel.querySelectorAll('button')].map((line) => line.textContent.trim());

it('counts from the day of the server and says where each choice leads', async () => {
  const panel = await open('manager');
  expect(panel.textContent).toContain('2026年11月22日(日) 00:05');
  expect(linesOf(panel)).toEqual([
    'あす 11月23日(月) 10:00へ進める',
    '7日後 11月29日(日) 10:00へ進める',
    '30日後 12月22日(火) 10:00へ進める',
    '今の時刻にもどす',
  ]);
  panel.querySelector<HTMLElement>('[data-days="7"]')?.click();
  const { request } = TestBed.inject(HttpTestingController).expectOne(setDemoClock.path);
  expect(request.body).toEqual({ days: 7, at: '10:00', from: 'declared' });
});

it('leads everybody to the inbox where there is one, and lets nobody but a manager move the clock', async () => {
  const panel = await open('auditor', INBOX);
  expect(panel.querySelector('a')?.getAttribute('href')).toBe(INBOX);
  expect(linesOf(panel)).toEqual([]);
  TestBed.resetTestingModule();
  expect((await open('manager')).querySelector('a')).toBeNull();
});
