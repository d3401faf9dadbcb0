import { Component, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { DescriptionForm, NOTHING_KNOWN } from './description-form';
import { WordsLoader } from './transloco-loader';

@Component({
  selector: 'az-page',
  imports: [DescriptionForm],
  template: '<az-description-form kind="eligibility-certificate" receivedOn="2026-11-22" [(known)]="known" />',
})
class Page {
  readonly known = signal(NOTHING_KNOWN);
  readonly form = viewChild.required(DescriptionForm);
}

async function open() {
  Element.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader })],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const date = async (day: string) => {
    fixture.componentInstance.known.update((before) => ({ ...before, printedExpiresOn: day }));
    await fixture.whenStable();
  };
  return { fixture, form: fixture.componentInstance.form(), page, date };
}

it('a date that can hardly be is asked back once, and anew for another', async () => {
  const { fixture, form, page, date } = await open();
  await date('2027-07-31');
  expect([form.settled(), page.querySelector('.doubt')]).toEqual([true, null]);
  await date('2021-01-01');
  expect(page.querySelector('.doubt')?.textContent).toContain('2024年12月2日(月)より前にはありませんでした');
  expect(form.settled()).toBe(false);
  await fixture.whenStable();
  const tick = page.querySelector<HTMLInputElement>('.doubt input');
  expect(tick?.getAttribute('aria-invalid')).toBe('true');
  tick?.click();
  expect(form.settled()).toBe(true);
  await date('2026-11-01');
  expect(form.settled()).toBe(false);
});
