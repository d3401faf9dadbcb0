import { inject, Injectable, signal } from '@angular/core';
import type { AnswerOf, readFacility } from '@azukari/contract';
import { type Translation, TranslocoService } from '@jsverse/transloco';

import { ja } from '../../i18n/ja';
import { annotatedTree, ruby } from './furigana';

type Chosen = Pick<AnswerOf<typeof readFacility>, 'residentWord' | 'honorific'>;

const USUAL: Chosen = { residentWord: '利用者', honorific: 'さん' };

const READINGS: Readonly<Record<Chosen['residentWord'], string>> = {
  利用者: 'りようしゃ',
  入居者: 'にゅうきょしゃ',
  入所者: 'にゅうしょしゃ',
};
const read = (residentWord: Chosen['residentWord']) => ruby(residentWord, READINGS[residentWord]);

/** Manners is how this facility speaks of the people who live there: 利用者, 入居者 or 入所者; さん or 様. */
@Injectable({ providedIn: 'root' })
export class Manners {
  private readonly transloco = inject(TranslocoService);
  private readonly chosen = signal(USUAL);
  /** What came with a screen and not with the app. */
  private readonly brought = new Map<string, Translation>();

  /** current is read by Speech, so that every sentence follows a change. */
  readonly current = this.chosen.asReadonly();

  /** adopt takes over a facility's settings. The words change, never what people have typed. */
  adopt({ residentWord, honorific }: Chosen): void {
    const before = this.chosen();
    if (before.residentWord === residentWord && before.honorific === honorific) return;
    this.say({ ...ja, ...Object.fromEntries(this.brought) }, { residentWord, honorific });
    this.chosen.set({ residentWord, honorific });
  }

  /** bring adds the Japanese words of a screen, as this facility says them. */
  bring(words: Readonly<Record<string, Translation>>): void {
    const read = annotatedTree(words);
    for (const [group, of] of Object.entries(read)) this.brought.set(group, of);
    this.say(read, this.chosen());
  }

  /** easily has a text of やさしい日本語 speak of the people who live there as this facility does. */
  easily(said: string): string {
    const { residentWord } = this.chosen();
    return residentWord === USUAL.residentWord ? said : said.replaceAll(read(USUAL.residentWord), read(residentWord));
  }

  /** politely ends a named person in やさしい日本語 as this facility does. */
  politely(named: string): string {
    return this.chosen().honorific === '様' ? named.replace(/さん$/, ruby('様', 'さま')) : named;
  }

  private say(words: Translation, { residentWord, honorific }: Chosen): void {
    const own = said(words, residentWord) as Translation;
    const polite =
      'words' in words ? { words: { ...(own['words'] as Translation), honorific: `{{name}} ${honorific}` } } : {};
    this.transloco.setTranslation({ ...own, ...polite }, 'ja', { emitChange: false });
  }
}

/** bringWords brings Japanese words with a screen, which do not come with the app; it is called while the screen is made. */
export function bringWords(words: Readonly<Record<string, Translation>>): void {
  inject(Manners).bring(words);
}

function said(words: unknown, residentWord: string): unknown {
  if (typeof words === 'string') return words.replaceAll(USUAL.residentWord, residentWord);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, said(value, residentWord)]));
}
