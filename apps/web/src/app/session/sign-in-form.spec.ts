import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { WordsLoader } from '../ui/transloco-loader';
import { SignInForm } from './sign-in-form';

test('a sign-in that failed is said to have failed; nothing was to be recorded', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const shown = TestBed.createComponent(SignInForm);
  shown.componentRef.setInput('action', 'サインインする');
  await shown.whenStable();
  const page = shown.nativeElement as HTMLElement;
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({ title: 'refused', refusal: { kind: 'sign-in-failed' } }, { status: 401, statusText: 'Unauthorized' });
  await new Promise((resolve) => setTimeout(resolve));
  await shown.whenStable();
  const said = page.querySelector('az-banner')?.textContent ?? '';
  expect(said).toContain('サインインできませんでした。');
  expect(said).not.toContain('記録していません');
});
