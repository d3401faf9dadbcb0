import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';

import { ItemTile } from '../ui/item-tile';
import { Speech } from '../ui/speech';
import { LossGuide } from './loss-guide';
import type { Loss } from './loss-step-dialog';

/** PastLosses are the losses that have ended; each opens with what was done about it. */
@Component({
  selector: 'az-past-losses',
  imports: [ItemTile, LossGuide],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (losses().length > 0) {
      <section class="az-stack" aria-labelledby="past-losses">
        <h2 id="past-losses">{{ speech.say('searching.guide.past') }}</h2>
        @for (loss of losses(); track loss.seq) {
          <details class="az-card" [open]="opened() === loss.seq" (toggle)="follow(loss, $event)">
            <summary>
              <az-item-tile [item]="loss.item" [owner]="true" />
              <span class="az-soft">
                {{ speech.moment(loss.reportedAt) }}
                @if (loss.ending; as ending) {
                  → {{ speech.word('lossEnd', ending.as) }}（{{ speech.moment(ending.at) }}）
                }
              </span>
            </summary>
            @if (opened() === loss.seq) {
              <az-loss-guide [loss]="loss" (changed)="changed.emit()" />
            }
          </details>
        }
      </section>
    }
  `,
  styles: `
    summary {
      display: grid;
      gap: 4px;
      min-height: var(--az-target);
      cursor: pointer;
    }
    az-item-tile {
      border: 0;
      padding: 0;
      min-height: 0;
    }
    details[open] summary {
      margin-block-end: 12px;
    }
  `,
})
export class PastLosses {
  protected readonly speech = inject(Speech);
  readonly losses = input.required<readonly Loss[]>();
  readonly changed = output();
  protected readonly opened = signal<number | null>(null);

  protected follow(loss: Loss, event: Event): void {
    if (!(event.target instanceof HTMLDetailsElement)) return;
    if (event.target.open) this.opened.set(loss.seq);
    else if (this.opened() === loss.seq) this.opened.set(null);
  }
}
