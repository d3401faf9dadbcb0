import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';

import { KANA_ROWS, type KanaRowName } from './kana-rows';
import { Speech } from './speech';

/** KanaRow is the row あ か さ た な は ま や ら わ to find a resident without typing. */
@Component({
  selector: 'az-kana-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="row" role="group" [attr.aria-label]="speech.say('words.kanaRow.label')">
      @for (row of rows; track row) {
        <button
          type="button"
          [attr.aria-pressed]="row === chosen()"
          [disabled]="!available().includes(row)"
          (click)="choose.emit(row)"
        >
          {{ speech.say('words.kanaRow.' + row) }}
        </button>
      }
    </div>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: repeat(10, minmax(48px, 1fr));
      gap: 6px;
    }
    @media (max-width: 719px) {
      .row {
        grid-template-columns: repeat(5, minmax(48px, 1fr));
      }
    }
    button {
      min-height: 56px;
      padding: 0 2px;
      border: 1.5px solid var(--az-line-strong);
      border-radius: 10px;
      background: var(--az-surface);
      font-weight: 700;
      font-size: 1.111rem;
      cursor: pointer;
      touch-action: manipulation;
    }
    button[aria-pressed='true'] {
      border-color: var(--az-primary);
      background: var(--az-primary);
      color: var(--az-on-primary);
    }
    button:disabled {
      border-color: var(--az-line);
      background: transparent;
      color: var(--az-ink-soft);
      font-weight: 400;
      cursor: default;
    }
  `,
})
export class KanaRow {
  protected readonly speech = inject(Speech);
  protected readonly rows = KANA_ROWS;
  readonly chosen = input<KanaRowName | null>(null);
  /** available are the rows in which somebody lives. */
  readonly available = input<readonly KanaRowName[]>(KANA_ROWS);
  readonly choose = output<KanaRowName>();
}
