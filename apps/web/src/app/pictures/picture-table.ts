import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';

import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** PictureTable says what a picture draws as a table: to a screen reader and on paper always, to the eye on demand. */
@Component({
  selector: 'az-picture-table',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" class="az-button az-button--quiet" [attr.aria-expanded]="open()" (click)="open.set(!open())">
      <az-icon name="down" />{{ speech.say('picturing.table.' + (open() ? 'hide' : 'show')) }}
    </button>
    <div [class.az-sr-only]="!open()" role="region" [attr.tabindex]="open() ? 0 : null" [attr.aria-label]="caption()">
      <table class="az-table">
        <caption class="az-sr-only">
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr>
            @for (head of heads(); track $index) {
              <th scope="col">{{ head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (cell of row; track $index) {
                @if ($first) {
                  <th scope="row">{{ cell }}</th>
                } @else {
                  <td>{{ cell }}</td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    .az-button {
      justify-self: start;
    }
    div:not(.az-sr-only) {
      position: relative;
      overflow: auto;
      max-height: 30rem;
    }
    td {
      min-width: 6.5rem;
    }
    tbody th {
      font-size: inherit;
      color: inherit;
    }
    @media print {
      div,
      div:not(.az-sr-only) {
        position: static;
        width: auto;
        height: auto;
        max-height: none;
        margin: 0;
        overflow: visible;
        clip-path: none;
        white-space: normal;
      }
    }
  `,
})
export class PictureTable {
  protected readonly speech = inject(Speech);
  readonly caption = input.required<string>();
  readonly heads = input.required<readonly string[]>();
  /** The first cell of a row is its head. */
  readonly rows = input.required<readonly (readonly string[])[]>();
  protected readonly open = signal(false);
}
