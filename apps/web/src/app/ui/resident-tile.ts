import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';

import { Speech } from './speech';

/** ResidentBrief is what a list shows of a resident. */
export interface ResidentBrief {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly room: string;
}

/** ResidentTile is one resident to press: kana, name, room. Long names wrap and keep their characters together. */
@Component({
  selector: 'az-resident-tile',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" [attr.aria-pressed]="pressed() ?? null" (click)="choose.emit(resident())">
      <span class="kana">{{ speech.reading(resident().kana) }}</span>
      <span class="name">{{ speech.person(resident().name) }}</span>
      @if (resident().room) {
        <span class="room">{{ resident().room }}</span>
      }
    </button>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    button {
      display: flex;
      flex-wrap: wrap;
      align-content: center;
      align-items: end;
      justify-content: space-between;
      gap: 0 10px;
      width: 100%;
      height: 100%;
      min-height: 72px;
      padding: 8px 14px;
      border: 1.5px solid var(--az-line-strong);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      text-align: start;
      cursor: pointer;
      touch-action: manipulation;
    }
    button:hover {
      background: var(--az-sunken);
    }
    button[aria-pressed='true'] {
      border-color: var(--az-primary);
      background: var(--az-primary-soft);
      box-shadow: inset 0 0 0 1.5px var(--az-primary);
    }
    .kana {
      flex-basis: 100%;
      font-size: 0.834rem;
      line-height: 1.4;
      color: var(--az-ink-soft);
    }
    .name {
      font-weight: 700;
      font-size: 1.056rem;
      line-height: 1.4;
    }
    .room {
      padding: 0 8px;
      border-radius: 6px;
      background: var(--az-neutral-soft);
      color: var(--az-neutral);
      font-size: 0.889rem;
      margin-inline-start: auto;
    }
  `,
})
export class ResidentTile {
  protected readonly speech = inject(Speech);
  readonly resident = input.required<ResidentBrief>();
  readonly pressed = input<boolean>();
  readonly choose = output<ResidentBrief>();
}
