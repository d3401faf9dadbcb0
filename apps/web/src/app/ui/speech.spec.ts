import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { LANGS } from './format';
import { annotated, withoutReadings } from './furigana';
import { Manners } from './manners';
import { Speech } from './speech';
import { WordsLoader } from './transloco-loader';

async function speaking(lang: string): Promise<Speech> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideTransloco({
        config: {
          availableLangs: [...LANGS],
          defaultLang: lang,
          fallbackLang: 'ja',
          missingHandler: { useFallbackTranslation: true },
        },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load(lang));
  return TestBed.inject(Speech);
}

test.each([
  ['ja', '髙﨑 ミツ さん', '土屋 さん', 'たかさき みつ'],
  ['ja-easy', annotated('髙﨑《たかさき》 ミツ さん'), '土屋 さん', 'たかさき みつ'],
  ['en', '髙﨑 ミツ (Takasaki Mitsu)', '土屋', 'Takasaki Mitsu'],
])('in %s a name is said so that its reader can read it', async (lang, full, bare, reading) => {
  const speech = await speaking(lang);
  expect(speech.person('髙﨑 ミツ', 'たかさき みつ')).toBe(full);
  expect(speech.person('土屋')).toBe(bare);
  expect(speech.reading('たかさき みつ')).toBe(reading);
});

test('やさしい日本語 speaks of people as the house does, counts aloud, and leaves to Japanese what it does not say', async () => {
  const speech = await speaking('ja-easy');
  TestBed.inject(Manners).adopt({ residentWord: '入居者', honorific: '様' });
  expect(speech.say('shell.nav.residents')).toBe(annotated('入居者《にゅうきょしゃ》'));
  expect(speech.person('土屋')).toBe(annotated('土屋 様《さま》'));
  expect(speech.say('residents.count', { count: 2 })).toBe(annotated('｜2人《ふたり》'));
  expect(speech.plain('shell.nav.residents')).toBe('入居者');
  expect(speech.word('regulationPlace', 'retention')).toBe('記録の保存');
  // What people typed stays what it is.
  expect(speech.say('shell.person', { name: '山《やま》' })).toBe('山《やま》さん');
  expect(withoutReadings(speech.moment('2026-01-10T03:00:00.000Z'))).toContain('1月10日(土) 12:00');
});
