import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';

import type { ResidentBrief } from './resident-tile';
import { Icon } from './icon';
import { Speech } from './speech';

/** ChosenResident says for whom this is, and lets a person choose again. */
@Component({
  selector: 'az-chosen-resident',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>
      <strong>{{ speech.person(resident().name, resident().kana) }}</strong>
      <span class="az-soft">{{ resident().kana }} {{ resident().room }}</span>
    </p>
    <button type="button" class="az-button" (click)="again.emit()">
      <az-icon name="swap" />{{ speech.say('finder.chooseAgain') }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
      padding: 8px 8px 8px 16px;
      border: 1.5px solid var(--az-primary);
      border-radius: var(--az-radius);
      background: var(--az-primary-soft);
      color: var(--az-on-primary-soft);
    }
    strong {
      margin-inline-end: 10px;
      font-size: 1.056rem;
    }
    .az-soft {
      color: inherit;
    }
  `,
})
export class ChosenResident {
  protected readonly speech = inject(Speech);
  readonly resident = input.required<ResidentBrief>();
  readonly again = output();
}
