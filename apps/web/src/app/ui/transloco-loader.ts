import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

import { ja } from '../../i18n/ja';
import { annotatedTree } from './furigana';

/** WordsLoader hands out the words: Japanese comes with the app, any other language when it is asked for. */
@Injectable({ providedIn: 'root' })
export class WordsLoader implements TranslocoLoader {
  async getTranslation(lang: string): Promise<Translation> {
    if (lang === 'en') return annotatedTree((await import('../../i18n/en')).en);
    if (lang === 'ja-easy') return annotatedTree((await import('../../i18n/easy')).easy);
    return ja;
  }
}
