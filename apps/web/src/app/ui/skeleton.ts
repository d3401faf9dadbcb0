import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Speech } from './speech';

/** Skeleton holds the place of a list while it is read; it appears only after 300 ms. */
@Component({
  selector: 'az-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    <span class="az-sr-only">{{ speech.say('shell.loading') }}</span>
    @for (bar of bars(); track bar) {
      <span class="bar"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      animation: appear 1ms 300ms both;
    }
    .bar {
      height: 64px;
      border-radius: var(--az-radius);
      background: var(--az-sunken);
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
      to {
        visibility: visible;
      }
    }
    @keyframes breathe {
      50% {
        opacity: 0.55;
      }
    }
  `,
})
export class Skeleton {
  protected readonly speech = inject(Speech);
  readonly rows = input(4);
  protected readonly bars = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}
