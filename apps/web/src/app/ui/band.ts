import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Band is one question of a page without steps: its word at the left, what answers it at the right. */
@Component({
  selector: 'az-band',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', '[attr.aria-label]': 'title()' },
  template: `
    <h2>{{ title() }}</h2>
    <div class="answer"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 5.2rem minmax(0, 1fr);
      gap: 8px 16px;
      padding: 16px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: color-mix(in srgb, var(--az-surface) 60%, var(--az-ground));
    }
    h2 {
      padding-top: 12px;
      color: var(--az-primary);
    }
    .answer {
      display: grid;
      gap: 16px;
      align-content: start;
      min-width: 0;
    }
    @media (max-width: 719px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
        padding: 12px;
      }
      h2 {
        padding-top: 0;
      }
    }
  `,
})
export class Band {
  readonly title = input.required<string>();
}
