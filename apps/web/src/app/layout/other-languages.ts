import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';

import { Speech } from '../ui/speech';
import { LANG_CHOICES, Preferences } from './preferences';

/** OtherLanguages are the ways into the other languages, for a screen that has no menu yet. */
@Component({
  selector: 'az-other-languages',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (one of others(); track one.lang) {
      <button
        type="button"
        class="az-button az-button--quiet"
        [lang]="one.code"
        (click)="preferences.chooseLang(one.lang)"
      >
        {{ one.name }}
      </button>
    }
  `,
  styles: ':host { display: contents; }',
})
export class OtherLanguages {
  protected readonly preferences = inject(Preferences);
  private readonly speech = inject(Speech);
  protected readonly others = computed(() => LANG_CHOICES.filter(({ lang }) => lang !== this.speech.lang()));
}
