import { ChangeDetectionStrategy, Component, inject } from '@angular/core';

import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** LossHelp says whom to ring about a lost マイナンバーカード: it can be stopped at any hour, and nobody pays with it without the PIN. */
@Component({
  selector: 'az-loss-help',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-icon name="phone" />
    <div>
      <p class="title">{{ speech.say('searching.help.title') }}</p>
      <p><a href="tel:0120950178">0120-95-0178</a> {{ speech.say('searching.help.hours') }}</p>
      <ol>
        <li>{{ speech.say('searching.help.stop') }}</li>
        <li>{{ speech.say('searching.help.family') }}</li>
        <li>{{ speech.say('searching.help.police') }}</li>
        <li>{{ speech.say('searching.help.certificate') }}</li>
      </ol>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 14px;
      padding: 14px 18px;
      border-radius: var(--az-radius);
      background: var(--az-violet-soft);
      color: var(--az-ink);
    }
    az-icon {
      width: 28px;
      height: 28px;
      color: var(--az-violet);
    }
    .title {
      font-weight: 700;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--az-target);
      margin-inline-end: 8px;
      font-size: 1.444rem;
      font-weight: 700;
      color: var(--az-violet);
      white-space: nowrap;
    }
    ol {
      padding-inline-start: 1.4em;
      list-style: decimal;
    }
  `,
})
export class LossHelp {
  protected readonly speech = inject(Speech);
}
