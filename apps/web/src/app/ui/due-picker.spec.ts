import { inputBinding, signal, twoWayBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import type { Instant } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';

import { DuePicker } from './due-picker';
import { WordsLoader } from './transloco-loader';

const NOW: Instant = '2026-11-22T01:00:00.000Z';
const AT_FIVE: Instant = '2026-11-22T08:00:00.000Z';

async function open(first: Instant | null) {
  TestBed.configureTestingModule({
    providers: [provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader })],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const due = signal<Instant | null>(first);
  const picker = TestBed.createComponent(DuePicker, {
    bindings: [
      inputBinding('purpose', () => 'hospital-stay'),
      inputBinding('now', () => NOW),
      twoWayBinding('due', due),
    ],
  });
  picker.detectChanges();
  const page = picker.nativeElement as HTMLElement;
  const write = (type: 'date' | 'time', value: string): void => {
    const field = page.querySelector<HTMLInputElement>(`input[type=${type}]`)!;
    field.value = value;
    field.dispatchEvent(new Event('change'));
    picker.detectChanges();
  };
  const press = (words: string): void => {
    [...page.querySelectorAll('label')].find(({ textContent }) => textContent.includes(words))?.click();
    picker.detectChanges();
  };
  const fields = () => [...page.querySelectorAll<HTMLInputElement>('.own input')].map(({ value }) => value);
  return { due, write, press, fields, text: () => page.textContent };
}

it('a day that was emptied is no time, and says so; the day before does not stay behind it', async () => {
  const { due, write, press, fields, text } = await open(AT_FIVE);
  press('ほかの日時');
  expect(fields()).toEqual(['2026-11-22', '17:00']);
  expect(text()).not.toContain('日付と時刻を入れてください');
  write('date', '');
  expect(due()).toBeNull();
  expect(fields()).toEqual(['', '17:00']);
  expect(text()).toContain('日付と時刻を入れてください。いまは「時刻を決めない」と同じです。');
  write('date', '2026-11-24');
  expect(due()).toBe('2026-11-24T08:00:00.000Z');
  expect(text()).not.toContain('日付と時刻を入れてください');
});

it('what stands in the fields is what is meant, also after no time was chosen', async () => {
  const { due, press, fields } = await open(null);
  press('ほかの日時');
  expect([due(), ...fields()]).toEqual([null, '', '']);
  TestBed.resetTestingModule();
  const other = await open(AT_FIVE);
  other.press('時刻を決めない');
  expect(other.due()).toBeNull();
  other.press('ほかの日時');
  expect([other.due(), ...other.fields()]).toEqual([null, '', '']);
});
