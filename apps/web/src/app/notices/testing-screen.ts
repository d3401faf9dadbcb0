import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import { NoticeWords } from './notice-words';
import { idOf } from './testing';

const NOW = '2026-11-22T06:05:00.000Z';

const TURNS = 4;

/** Screen is one screen as a person sees and presses it; what it asks of the server is answered by the test. */
export interface Screen {
  readonly page: HTMLElement;
  readonly http: HttpTestingController;
  readonly settle: () => Promise<void>;
  readonly text: (selector: string) => string;
  readonly press: (name: string) => Promise<void>;
  readonly write: (selector: string, value: string) => Promise<void>;
}

/** openScreen shows a screen in Japanese to somebody signed in. */
export async function openScreen(component: Type<unknown>, role: Role = 'manager'): Promise<Screen> {
  // jsdom has no layout to scroll in.
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      Board,
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'here', component }]),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(NoticeWords);
  TestBed.inject(Session).begin({
    staff: { id: idOf(0), name: '佐藤 花子', role, level: null },
    facility: { id: idOf(0), name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create('/here');
  const http = TestBed.inject(HttpTestingController);
  const page = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    // An answer is taken in a turn of its own, and what follows it asks in the next: nothing is stable while that waits.
    for (let turn = 0; turn < TURNS; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.fixture.detectChanges();
    }
  };
  const text = (selector: string) => page.querySelector(selector)?.textContent.replace(/\s+/g, ' ') ?? '';
  const press = async (name: string) => {
    const found = [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(name));
    expect([name, found !== undefined]).toEqual([name, true]);
    found?.click();
    await settle();
  };
  const write = async (selector: string, value: string) => {
    const field = page.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(selector);
    expect([selector, field !== null]).toEqual([selector, true]);
    if (field) field.value = value;
    field?.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input'));
    await settle();
  };
  return { page, http, settle, text, press, write };
}
