import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

import { Speech } from '../ui/speech';

/** ScreenTitle names the browser's tab after the screen; a route's `title` is the name of its feature folder. */
@Injectable()
export class ScreenTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly speech = inject(Speech);
  private readonly feature = signal<string | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      const feature = this.feature();
      const app = this.speech.plain('shell.app');
      this.title.setTitle(feature === undefined ? app : `${this.speech.plain(`${feature}.title`)} | ${app}`);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.feature.set(this.buildTitle(state));
  }
}
