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
    <div [class.hidden]="!open()" role="region" [attr.tabindex]="open() ? 0 : null" [attr.aria-label]="caption()">
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
    div {
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
    @media screen {
      .hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @media print {
      div {
        max-height: none;
        overflow: visible;
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
