import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Banner } from '../ui/banner';
import { Speech } from '../ui/speech';

/** OpeningLine says how much of a list that was taken over nobody has looked for yet. */
@Component({
  selector: 'az-opening-line',
  imports: [Banner, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-banner
      tone="info"
      [title]="speech.say('today.opening.title')"
      [body]="speech.say('today.opening.body', { count: left() })"
    >
      <a class="az-button" routerLink="/counts/opening">{{ speech.say('today.opening.open') }}</a>
    </az-banner>
  `,
})
export class OpeningLine {
  protected readonly speech = inject(Speech);
  readonly left = input.required<number>();
}
