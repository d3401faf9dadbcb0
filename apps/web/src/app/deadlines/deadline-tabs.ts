import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { Speech } from '../ui/speech';

const TABS = [
  { name: 'all', path: '/deadlines' },
  { name: 'work', path: '/deadlines/work' },
] as const;

/** DeadlineTabs lead from one page of 期限 to another. */
@Component({
  selector: 'az-deadline-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'az-no-print' },
  template: `
    <nav [attr.aria-label]="speech.say('deadlines.tabs.label')">
      @for (tab of tabs; track tab.name) {
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
          >{{ speech.say('deadlines.tabs.' + tab.name) }}</a
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
export class DeadlineTabs {
  protected readonly speech = inject(Speech);
  protected readonly tabs = TABS;
}
