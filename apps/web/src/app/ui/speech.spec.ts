import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Speech } from './speech';
import { WordsLoader } from './transloco-loader';

test.each([
  ['ja', '髙﨑 ミツ さん', '土屋 さん', 'たかさき みつ'],
  ['en', '髙﨑 ミツ (Takasaki Mitsu)', '土屋', 'Takasaki Mitsu'],
])('in %s a name is said so that its reader can read it', async (lang, full, bare, reading) => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideTransloco({ config: { availableLangs: ['ja', 'en'], defaultLang: lang }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load(lang));
  const speech = TestBed.inject(Speech);
  expect(speech.person('髙﨑 ミツ', 'たかさき みつ')).toBe(full);
  expect(speech.person('土屋')).toBe(bare);
  expect(speech.reading('たかさき みつ')).toBe(reading);
});
