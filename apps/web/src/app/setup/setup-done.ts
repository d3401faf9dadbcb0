import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Speech } from '../ui/speech';

const NEXT: readonly { readonly name: string; readonly link: string; readonly icon: IconName }[] = [
  { name: 'opening', link: '/counts/opening', icon: 'counts' },
  { name: 'agreements', link: '/residents', icon: 'residents' },
  { name: 'intake', link: '/intake', icon: 'intake' },
  { name: 'facility', link: '/facility', icon: 'settings' },
  { name: 'promise', link: '/promise', icon: 'promise' },
];

/** SetupDone says what to do next, in the order in which a facility does it. */
@Component({
  selector: 'az-setup-done',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol>
      @for (one of next; track one.name) {
        <li>
          <a [routerLink]="one.link">
            <az-icon [name]="one.icon" />
            <span>
              <strong>{{ speech.say('setup.then.' + one.name + '.title') }}</strong>
              <span class="az-soft">{{ speech.say('setup.then.' + one.name + '.body') }}</span>
            </span>
            <az-icon name="next" />
          </a>
        </li>
      }
    </ol>
    <p>
      <a class="az-button az-button--primary az-button--big" routerLink="/today">{{
        speech.say('setup.then.today')
      }}</a>
    </p>
  `,
  styles: `
    :host,
    ol {
      display: grid;
      gap: 10px;
    }
    a:not(.az-button) {
      display: flex;
      align-items: center;
      gap: 16px;
      min-height: 72px;
      padding: 12px 18px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      color: var(--az-ink);
      text-decoration: none;
    }
    a > span {
      display: grid;
      flex: 1;
    }
    az-icon {
      color: var(--az-primary);
    }
    p {
      display: flex;
      justify-content: flex-end;
      margin-top: 12px;
    }
  `,
})
export class SetupDone {
  protected readonly speech = inject(Speech);
  protected readonly next = NEXT;
}
