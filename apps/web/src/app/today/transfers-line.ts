import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Banner } from '../ui/banner';
import type { BoardAnswer } from '../ui/board';
import { Speech } from '../ui/speech';
import { TransferWords } from '../ui/transfer-words';

/** TransfersLine says what of another home is on its way here, and what of this one has not come there. */
@Component({
  selector: 'az-transfers-line',
  imports: [Banner, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (name of names; track name) {
      @if (of()[name]; as count) {
        <az-banner
          [tone]="name === 'coming' ? 'info' : 'refused'"
          [title]="speech.say('transfers.today.' + name, { count })"
          [body]="speech.say('transfers.today.' + name + 'Body')"
        >
          <a class="az-button" routerLink="/transfers">{{ speech.say('transfers.today.open') }}</a>
        </az-banner>
      }
    }
  `,
  styles: ':host { display: grid; gap: 12px; }',
})
export class TransfersLine {
  protected readonly speech = inject(Speech);
  protected readonly names = ['coming', 'notArrived'] as const;
  readonly of = input.required<BoardAnswer['transfers']>();

  constructor() {
    inject(TransferWords);
  }
}
