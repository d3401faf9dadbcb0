import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { Speech } from './speech';

/** Tab is one screen among others of its kind: the end of its word, and where it is. */
export interface Tab {
  readonly name: string;
  readonly path: string;
}

/** Tabs lead from one screen to the others of its kind; their words stand under `words`, the one for all of them is its `label`. */
@Component({
  selector: 'az-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'az-no-print' },
  template: `
    <nav [attr.aria-label]="speech.say(words() + '.label')">
      @for (tab of tabs(); track tab.name) {
        <a
          class="az-button"
          [routerLink]="tab.path"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{
            paths: 'exact',
            queryParams: 'ignored',
            fragment: 'ignored',
            matrixParams: 'ignored',
          }"
          >{{ speech.say(words() + '.' + tab.name) }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .here {
      border-color: var(--az-primary);
      background: var(--az-primary-soft);
      color: var(--az-on-primary-soft);
    }
  `,
})
export class Tabs {
  protected readonly speech = inject(Speech);
  readonly words = input.required<string>();
  readonly tabs = input.required<readonly Tab[]>();
}
