import type { Type } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from './session';
import { WordsLoader } from '../ui/transloco-loader';

export const NOW = '2026-10-20T01:00:00.000Z';

/** id makes a readable id. */
export const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
export const ME = { id: id(1), name: '佐藤 花子' };

/** openScreen shows a page to somebody; answers are given by hand. */
export async function openScreen(page: Type<unknown>, path: string, address: string, role: Role = 'manager') {
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path, component: page },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { ...ME, role, level: null },
    facility: { id: id(0), name: 'さくらの里' },
    ...{ expiresAt: NOW, endsAt: NOW, now: NOW, demo: false },
  });
  const harness = await RouterTestingHarness.create(address);
  const screen = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.fixture.detectChanges();
    }
  };
  await settle();
  const words = ({ textContent }: Element) => textContent.replace(/\s+/g, ' ').trim();
  const all = (selector: string) => [...screen.querySelectorAll(selector)].map(words);
  return { http: TestBed.inject(HttpTestingController), screen, settle, all, text: () => words(screen) };
}
