import { inject, Injectable, signal } from '@angular/core';
import type { AnswerOf, readFacility } from '@azukari/contract';
import { TranslocoService } from '@jsverse/transloco';

import { ja } from '../../i18n/ja';

type Chosen = Pick<AnswerOf<typeof readFacility>, 'residentWord' | 'honorific'>;

const USUAL: Chosen = { residentWord: '利用者', honorific: 'さん' };

/** Manners is how this facility speaks of the people who live there: 利用者, 入居者 or 入所者; さん or 様. */
@Injectable({ providedIn: 'root' })
export class Manners {
  private readonly transloco = inject(TranslocoService);
  private readonly chosen = signal(USUAL);

  /** current is read by Speech, so that every sentence follows a change. */
  readonly current = this.chosen.asReadonly();

  /** adopt takes over a facility's settings. The words change, never what people have typed. */
  adopt({ residentWord, honorific }: Chosen): void {
    const before = this.chosen();
    if (before.residentWord === residentWord && before.honorific === honorific) return;
    const words = said(ja, residentWord) as typeof ja;
    const polite = { ...words, words: { ...words.words, honorific: `{{name}} ${honorific}` } };
    this.transloco.setTranslation(polite, 'ja', { emitChange: false });
    this.chosen.set({ residentWord, honorific });
  }
}

function said(words: unknown, residentWord: string): unknown {
  if (typeof words === 'string') return words.replaceAll(USUAL.residentWord, residentWord);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, said(value, residentWord)]));
}
