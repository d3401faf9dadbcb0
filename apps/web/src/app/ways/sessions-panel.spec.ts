import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { ways } from '../../i18n/ja/ways';
import { WordsLoader } from '../ui/transloco-loader';
import { SessionsPanel } from './sessions-panel';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
const AT = '2026-11-21T06:05:00.000Z';
const here = { id: id(1), current: true, auth: 'passkey', tablet: null, startedAt: AT, seenAt: AT };
const tablet = { ...here, id: id(2), current: false, auth: 'password', tablet: '1階の金庫よこ' };
const other = { ...here, id: id(3), current: false, auth: 'totp' };

async function open(sessions: readonly object[]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  const words = TestBed.inject(TranslocoService);
  await firstValueFrom(words.load('ja'));
  words.setTranslation({ ways }, 'ja');
  const fixture = TestBed.createComponent(SessionsPanel);
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  http.expectOne('/api/session/all').flush({ sessions });
  await fixture.whenStable();
  fixture.detectChanges();
  const screen = fixture.nativeElement as HTMLElement;
  const press = (word: string): void => {
    [...screen.querySelectorAll('button')].find((one) => one.textContent.trim() === word)?.click();
  };
  return { fixture, http, screen, press };
}

it('says where one is signed in, the present place without a way to end it, and ends another', async () => {
  const { fixture, http, screen, press } = await open([here, tablet, other]);
  expect([...screen.querySelectorAll('li strong')].map((one) => one.textContent)).toEqual([
    'この端末',
    '1階の金庫よこ',
    'ほかの端末',
  ]);
  expect(screen.querySelectorAll('li button')).toHaveLength(2);
  press('終わらせる');
  const request = http.expectOne('/api/session/endings');
  expect(request.request.body).toEqual({ sessionId: id(2) });
  request.flush({ sessions: [here, other] });
  await fixture.whenStable();
  fixture.detectChanges();
  expect(screen.querySelectorAll('li')).toHaveLength(2);
  expect(screen.textContent).not.toContain('1階の金庫よこ');
});

it('ends all others at once, and says so when there is none', async () => {
  const { fixture, http, screen, press } = await open([here, tablet, other]);
  press('この端末のほかを、すべて終わらせる');
  const request = http.expectOne('/api/session/endings');
  expect(request.request.body).toEqual({ sessionId: null });
  request.flush({ sessions: [here] });
  await fixture.whenStable();
  fixture.detectChanges();
  expect(screen.textContent).toContain('ほかの端末では、サインインしていません。');
});
