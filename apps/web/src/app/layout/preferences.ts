import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { type Lang, LANGS } from '../ui/format';
import { annotated } from '../ui/furigana';

/** THEMES: follow the device, or always one of the two. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** LANG_CHOICES are the languages to choose from, each in its own words; `code` is what a browser calls it. */
export const LANG_CHOICES: readonly { readonly lang: Lang; readonly code: string; readonly name: string }[] = [
  { lang: 'ja', code: 'ja', name: '日本語' },
  { lang: 'ja-easy', code: 'ja', name: annotated('やさしい日本語《にほんご》') },
  { lang: 'en', code: 'en', name: 'English' },
];

const LANG_KEY = 'azukari.lang';
const THEME_KEY = 'azukari.theme';

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // SecurityError where storage is switched off: the defaults will do.
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // SecurityError or QuotaExceededError: the choice then lasts until the page is closed.
  }
}

/** rememberedLang is the language this tablet was left in; Japanese first. */
export function rememberedLang(): Lang {
  const was = remembered(LANG_KEY);
  return LANGS.find((lang) => lang === was) ?? 'ja';
}

/** Preferences keeps language and brightness of this tablet. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Theme>(THEMES.find((theme) => theme === remembered(THEME_KEY)) ?? 'system');

  readonly theme = this.chosen.asReadonly();

  constructor() {
    effect(() => {
      const theme = this.chosen();
      if (theme === 'system') delete this.document.documentElement.dataset['theme'];
      else this.document.documentElement.dataset['theme'] = theme;
    });
    effect(() => {
      const active = this.transloco.activeLang();
      this.document.documentElement.lang = LANG_CHOICES.find(({ lang }) => lang === active)?.code ?? active;
    });
  }

  chooseTheme(theme: Theme): void {
    remember(THEME_KEY, theme);
    this.chosen.set(theme);
  }

  chooseLang(lang: Lang): void {
    remember(LANG_KEY, lang);
    this.transloco.load(lang).subscribe(() => this.transloco.setActiveLang(lang));
  }
}
