import { ChangeDetectionStrategy, Component, input } from '@angular/core';

import { Icon } from './icon';
import type { IconName } from './icons';

/** EmptyState says that there is nothing, and what to do next. A link or button goes into its content. */
@Component({
  selector: 'az-empty-state',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-icon [name]="icon()" />
    <p class="title">{{ title() }}</p>
    @if (body(); as words) {
      <p class="body">{{ words }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 6px;
      padding: 36px 20px;
      border: 1.5px dashed var(--az-line);
      border-radius: var(--az-radius);
      text-align: center;
    }
    az-icon {
      width: 44px;
      height: 44px;
      color: var(--az-primary);
    }
    .title {
      font-weight: 700;
      font-size: 1.111rem;
    }
    .body {
      max-width: 32em;
      color: var(--az-ink-soft);
    }
  `,
})
export class EmptyState {
  readonly title = input.required<string>();
  readonly body = input<string>();
  readonly icon = input<IconName>('check');
}
