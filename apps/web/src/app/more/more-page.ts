import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Action } from '@azukari/domain';

import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';

interface Link {
  readonly name: string;
  readonly icon: IconName;
  readonly action: Action;
}

const LINKS: readonly Link[] = [
  { name: 'intake', icon: 'intake', action: 'take-in' },
  { name: 'hand-over', icon: 'hand-over', action: 'return-to-resident' },
  { name: 'late-entry', icon: 'late-entry', action: 'enter-late' },
  { name: 'searching', icon: 'magnifier', action: 'search' },
  { name: 'ledger', icon: 'ledger', action: 'read-record' },
  { name: 'staff', icon: 'staff', action: 'appoint' },
  { name: 'storages', icon: 'storages', action: 'keep-storages' },
  { name: 'promise', icon: 'promise', action: 'see-board' },
];

/** MorePage leads to every screen that has no place of its own in the bar. */
@Component({
  selector: 'az-more-page',
  imports: [Icon, PageHeading, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page az-page--narrow">
      <az-page-heading [title]="speech.say('more.title')" />
      <ul>
        @for (link of links(); track link.name) {
          <li>
            <a [routerLink]="'/' + link.name"
              ><az-icon [name]="link.icon" />{{ speech.say('more.links.' + link.name) }}</a
            >
          </li>
        }
        <li>
          <button type="button" (click)="session.signOut()">
            <az-icon name="sign-out" />{{ speech.say('more.signOut') }}
          </button>
        </li>
      </ul>
    </div>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));
      gap: 10px;
    }
    a,
    button {
      display: flex;
      align-items: center;
      gap: 14px;
      width: 100%;
      min-height: 64px;
      padding: 8px 18px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      color: var(--az-ink);
      text-align: start;
      text-decoration: none;
      font-weight: 700;
      cursor: pointer;
    }
    az-icon {
      color: var(--az-primary);
    }
  `,
})
export class MorePage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly links = computed(() => LINKS.filter(({ action }) => this.session.may(action)));
}
