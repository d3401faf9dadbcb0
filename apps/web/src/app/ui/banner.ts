import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { Icon } from './icon';
import type { IconName } from './icons';

/** BannerTone colours a banner; the drawing says the same. */
export type BannerTone = 'refused' | 'waiting' | 'info' | 'done';

const DRAWING: Readonly<Record<BannerTone, IconName>> = {
  refused: 'warning',
  waiting: 'no-connection',
  info: 'info',
  done: 'check',
};

/** Banner says what happened and carries the way on as its content. */
@Component({
  selector: 'az-banner',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'tone()', '[attr.role]': "tone() === 'info' ? null : 'alert'" },
  template: `
    <az-icon [name]="drawing()" />
    <div class="words">
      @if (title(); as words) {
        <p class="title">{{ words }}</p>
      }
      <p>{{ body() }}</p>
      <div class="actions"><ng-content /></div>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 12px;
      padding: 14px 16px;
      border: 1.5px solid currentColor;
      border-inline-start-width: 8px;
      border-radius: var(--az-radius);
      background: var(--az-amber-soft);
      color: var(--az-amber);
    }
    :host([data-tone='waiting']) {
      background: var(--az-violet-soft);
      color: var(--az-violet);
    }
    :host([data-tone='info']) {
      background: var(--az-blue-soft);
      color: var(--az-blue);
    }
    :host([data-tone='done']) {
      background: var(--az-green-soft);
      color: var(--az-green);
    }
    az-icon {
      width: 28px;
      height: 28px;
    }
    .words {
      display: grid;
      gap: 4px;
      flex: 1;
      min-width: 0;
      color: var(--az-ink);
    }
    .title {
      font-weight: 700;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 6px;
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class Banner {
  readonly tone = input<BannerTone>('refused');
  readonly title = input<string>();
  readonly body = input.required<string>();
  protected readonly drawing = computed(() => DRAWING[this.tone()]);
}
