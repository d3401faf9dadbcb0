import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import type { LetterNeed, Refusal } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';
import { type Clock, install } from '@sinonjs/fake-timers';

import { Session } from '../session/session';
import { Paper } from './paper';
import { PaperButton } from './paper-button';
import { WordsLoader } from './transloco-loader';

let clock: Clock;

it('a paper that lacks a setting says which, and leads there', async () => {
  let refusal: Refusal;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Paper, useValue: { issue: () => Promise.resolve({ kind: 'refused', refusal }) } },
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  window.open = () => null;
  const id = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';
  const now = '2026-11-22T06:05:00.000Z';
  TestBed.inject(Session).begin({
    staff: { id, name: '佐藤 花子', role: 'manager', level: 'responsible' },
    facility: { id, name: 'さくらの里' },
    expiresAt: now,
    endsAt: now,
    now,
    demo: false,
  });
  const page = TestBed.createComponent(PaperButton, {
    bindings: [
      inputBinding('form', () => 'F8'),
      inputBinding('of', () => ({})),
      inputBinding('label', () => '印刷する'),
    ],
  });
  const host = page.nativeElement as HTMLElement;
  const refuse = async (missing: LetterNeed) => {
    refusal = { kind: 'letter-incomplete', missing };
    page.detectChanges();
    host.querySelector('button')?.click();
    await page.whenStable();
    page.detectChanges();
  };
  await refuse('phone');
  expect(host.textContent).toContain('電話番号が、まだ入っていません');
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/facility');
  await refuse('signer');
  expect(host.textContent).toContain('署名する人の名前が、まだ入っていません');
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/facility/notices');
});

it('a paper that takes long says so and can be stopped', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const opened = document.implementation.createHTMLDocument();
  const beside = { document: opened, closed: false, close: () => (beside.closed = true) };
  window.open = () => beside as unknown as Window;
  clock = install();
  try {
    const page = TestBed.createComponent(PaperButton, {
      bindings: [
        inputBinding('form', () => 'F1'),
        inputBinding('of', () => ({})),
        inputBinding('label', () => '印刷する'),
      ],
    });
    const shown = (): string => (page.nativeElement as HTMLElement).textContent.replaceAll(/\s+/g, ' ');
    const press = (name: string): void =>
      [...(page.nativeElement as HTMLElement).querySelectorAll('button')]
        .find(({ textContent }) => textContent.includes(name))
        ?.click();
    page.detectChanges();
    press('印刷する');
    const request = TestBed.inject(HttpTestingController).expectOne('/api/forms/F1');
    page.detectChanges();
    expect(shown()).toContain('書類を作っています');
    expect(opened.body.textContent).toContain('書類を作っています');
    expect(shown()).not.toContain('やめる');
    await clock.tickAsync(4_000);
    page.detectChanges();
    expect(shown()).toContain('1分ほどかかることがあります');
    press('やめる');
    await clock.tickAsync(0);
    page.detectChanges();
    expect(request.cancelled).toBe(true);
    expect(beside.closed).toBe(true);
    expect(shown()).toMatch(/^ ?print印刷する ?$|^ ?印刷する ?$/);
  } finally {
    clock.uninstall();
  }
});
