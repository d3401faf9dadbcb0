import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { PaperButton } from './paper-button';
import { WordsLoader } from './transloco-loader';

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
  import.meta.jest.useFakeTimers();
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
    await import.meta.jest.advanceTimersByTimeAsync(4_000);
    page.detectChanges();
    expect(shown()).toContain('1分ほどかかることがあります');
    press('やめる');
    await import.meta.jest.advanceTimersByTimeAsync(0);
    page.detectChanges();
    expect(request.cancelled).toBe(true);
    expect(beside.closed).toBe(true);
    expect(shown()).toMatch(/^ ?print印刷する ?$|^ ?印刷する ?$/);
  } finally {
    import.meta.jest.useRealTimers();
  }
});
