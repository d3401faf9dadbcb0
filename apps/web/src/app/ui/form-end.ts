import { ChangeDetectionStrategy, Component } from '@angular/core';

/** FormEnd holds the buttons that end a form, the one that matters last, always within reach of the thumb. */
@Component({
  selector: 'az-form-end',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<ng-content />',
  styles: `
    :host {
      position: sticky;
      bottom: 0;
      z-index: 1;
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
      margin: 0 calc(-1 * var(--az-page)) -32px;
      padding: 12px var(--az-page) 16px;
      border-top: 1px solid var(--az-line);
      background: var(--az-ground);
    }
    :host ::ng-deep az-outcome {
      flex-basis: 100%;
    }
    @media (max-width: 719px) {
      :host {
        bottom: 76px;
      }
      :host ::ng-deep > .az-button--primary {
        flex: 1 1 auto;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class FormEnd {}
