import type { Type } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Level, Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Clock } from '../ui/clock';
import { WordsLoader } from '../ui/transloco-loader';
import { Session } from './session';

/** NOW is when the screen is opened; no clock goes on. */
export const NOW = '2026-10-20T01:00:00.000Z';

/** id makes a readable id. */
export const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
/** ME is who looks at it. */
export const ME = { id: id(1), name: '佐藤 花子' };

/** Opening is by whom a screen is opened, and with what. */
interface Opening {
  readonly path?: string;
  readonly address?: string;
  readonly role?: Role;
  readonly level?: Level | null;
  /** What a part of a screen is given, by the names of its inputs. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** openScreen shows a screen, or a part of one, to somebody; answers are given by hand. */
export async function openScreen<T>(
  component: Type<T>,
  { path = 'here', address = '/here', role = 'manager', level = null, data = {} }: Opening = {},
) {
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path, component, data },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Clock).follow(NOW);
  TestBed.inject(Session).begin({
    staff: { ...ME, role, level },
    facility: { id: id(0), name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
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
  const press = async (name: string) => {
    const found = [...screen.querySelectorAll('button')].find((button) => words(button) === name);
    if (!found) throw new Error(`no button 「${name}」 among ${all('button').join(' ')}`);
    found.click();
    await settle();
  };
  return {
    screen,
    settle,
    all,
    press,
    text: () => words(screen),
    http: TestBed.inject(HttpTestingController),
    part: harness.routeDebugElement?.componentInstance as T,
  };
}
