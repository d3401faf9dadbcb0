import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import type { Lang } from '../ui/format';

/** THEMES: follow the device, or always one of the two. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

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
  return remembered(LANG_KEY) === 'en' ? 'en' : 'ja';
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
      this.document.documentElement.lang = this.transloco.activeLang();
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
