import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { WordsLoader } from '../ui/transloco-loader';
import { RulesPage } from './rules-page';

const V12 = { id: 'V12', title: 'late-elderly-automatic', source: '通知', overrides: null, setting: null };
const BOOK = {
  asOf: '2026-11-22',
  rules: [
    { ...V12, validFrom: null, validTo: '2024-12-01' },
    { ...V12, validFrom: '2024-12-02', validTo: '2026-07-31', overrides: '古いリーフレット p.18' },
    { ...V12, validFrom: '2026-08-01', validTo: null, setting: 'automaticFromAge' },
    { ...V12, id: 'V15', title: 'care-certification', validFrom: null, validTo: null },
  ],
};

async function open() {
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'rules', component: RulesPage }], withComponentInputBinding()),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const harness = await RouterTestingHarness.create('/rules?rule=V15');
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/rules').flush(BOOK);
  const settle = async () => {
    await harness.fixture.whenStable();
    harness.fixture.detectChanges();
  };
  await settle();
  return { page: harness.fixture.nativeElement as HTMLElement, http, settle };
}

function type(page: HTMLElement, legend: string, [year, month, date]: readonly [string, string, string]): void {
  const field = [...page.querySelectorAll('fieldset')].find(
    (one) => one.querySelector('.label')?.textContent === legend,
  );
  const select = field?.querySelector('select');
  if (select) {
    select.value = 'western';
    select.dispatchEvent(new Event('change'));
  }
  field?.querySelectorAll('input').forEach((control, index) => {
    control.value = [year, month, date][index] ?? '';
    control.dispatchEvent(new Event('input'));
  });
}

it('shows each rule with its versions, the one that holds marked, and what a later notice replaced', async () => {
  const { page } = await open();
  const [late, care] = page.querySelectorAll('az-rule-card');
  expect(late?.querySelector('h3')?.textContent).toBe('V12 後期高齢者医療の資格確認書が届くか');
  const versions = [...(late?.querySelectorAll('li') ?? [])];
  expect(versions.map((one) => one.classList.contains('now'))).toEqual([false, false, true]);
  expect(versions[1]?.textContent).toContain('2024年12月2日(月)から2026年7月31日(金)まで');
  expect(versions[1]?.textContent).toContain('後の通知が優先します');
  expect(versions[1]?.textContent).toContain('古いリーフレット p.18');
  expect(versions[2]?.textContent).toContain('いまの決まり');
  expect(versions[2]?.textContent).toContain('届く年齢');
  expect(care?.textContent).toContain('期間の定めなし');
});

it('goes to the rule somebody came to read', async () => {
  await open();
  expect(document.activeElement?.id).toBe('V15');
});

it('reckons, shows the day in both calendars, and forgets the result when something else is typed', async () => {
  const { page, http, settle } = await open();
  type(page, '生年月日', ['1980', '10', '10']);
  type(page, '発行の日', ['2020', '5', '15']);
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  const asked = http.expectOne('/api/rules/preview');
  expect(asked.request.body).toMatchObject({ kind: 'my-number-card', birthDate: '1980-10-10', issuedOn: '2020-05-15' });
  expect(asked.request.body).not.toHaveProperty('commandId');
  asked.flush({
    results: [
      { rule: 'V1', date: '2029-10-10', source: 'リーフレット p.3', reasonCode: 'nth-birthday' },
      { rule: 'V3', date: '2029-07-11', until: '2029-10-10', source: 'リーフレット p.12', reasonCode: 'before-expiry' },
      { rule: 'V3', date: '2030-01-02', until: '2030-04-01', source: 'リーフレット p.12', reasonCode: 'before-expiry' },
      { rule: 'V2', date: null, value: 'unknown', source: '令', reasonCode: 'computed-differs' },
    ],
  });
  await settle();
  expect(document.activeElement?.id).toBe('results');
  const results = [...page.querySelectorAll('az-results li')].map((one) => one.textContent.replace(/\s+/g, ' '));
  expect(results[0]).toContain('V1 マイナンバーカードの有効期限 2029年10月10日(水) 令和11年');
  expect(results[1]).toContain('（カード） 2029年7月11日(水)から2029年10月10日(水)まで');
  expect(results[2]).not.toContain('（カード）');
  expect(results[3]).toContain('券面と計算が違います');
  type(page, '発行の日', ['2021', '5', '15']);
  await settle();
  expect(page.querySelector('az-results')).toBeNull();
});

it('says under the field what the server could not read', async () => {
  const { page, http, settle } = await open();
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  http
    .expectOne('/api/rules/preview')
    .flush(
      { error: 'malformed', issues: [{ path: 'birthDate', code: 'day' }] },
      { status: 400, statusText: 'Bad Request' },
    );
  await settle();
  expect(page.querySelector('#birthDate-error')?.textContent).toContain('日付をたしかめてください。');
});
