import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { SwapState } from '@azukari/domain';

import { CountPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { countsOf, type Line } from './swap';

/** SwapProgress is how far a season is: a bar, and a count for each state, which narrows the list. */
@Component({
  selector: 'az-swap-progress',
  imports: [CountPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="sum">
      <strong>{{
        speech.say('swap.progress', { done: (done() | azCount), total: (lines().length | azCount) })
      }}</strong>
    </p>
    <svg
      role="progressbar"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      focusable="false"
      [attr.aria-label]="speech.say('swap.title')"
      [attr.aria-valuenow]="done()"
      aria-valuemin="0"
      [attr.aria-valuemax]="lines().length"
    >
      @for (part of parts(); track part.state) {
        <rect [attr.data-state]="part.state" [attr.x]="part.x" y="0" [attr.width]="part.width" height="4" />
      }
    </svg>
    <ul>
      @for (one of counts(); track one.state) {
        <li>
          <button
            type="button"
            class="az-no-print"
            [attr.data-state]="one.state"
            [attr.aria-pressed]="one.state === chosen()"
            (click)="choose.emit(one.state)"
          >
            <span class="dot" aria-hidden="true"></span>{{ speech.say('swap.state.' + one.state) }}
            <strong>{{ one.count | azCount }}</strong>
          </button>
          <span class="paper">{{ speech.say('swap.state.' + one.state) }} {{ one.count | azCount }}</span>
        </li>
      }
    </ul>
  `,
  styleUrl: './swap-progress.scss',
})
export class SwapProgress {
  protected readonly speech = inject(Speech);
  readonly lines = input.required<readonly Line[]>();
  readonly chosen = input.required<SwapState | null>();
  readonly choose = output<SwapState>();

  protected readonly counts = computed(() => countsOf(this.lines()));
  protected readonly done = computed(() => this.lines().filter(({ state }) => state === 'done').length);
  /** The bar fills from what is done. */
  protected readonly parts = computed(() => {
    const total = this.lines().length;
    let x = 0;
    return [...this.counts()].reverse().map(({ state, count }) => {
      const width = (100 * count) / total;
      x += width;
      return { state, x: x - width, width };
    });
  });
}
