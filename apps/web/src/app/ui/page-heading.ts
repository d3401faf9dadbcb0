import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** PageHeading is the one h1 of a screen, with a small line under it and the screen's own tools at its end. */
@Component({
  selector: 'az-page-heading',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="title">
      <h1 tabindex="-1">{{ title() }}</h1>
      @if (sub(); as words) {
        <p class="sub">{{ words }}</p>
      }
    </div>
    <div class="tools"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: 8px 16px;
    }
    h1:focus {
      outline: none;
      box-shadow: none;
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 14px;
    }
    /* A name that arrives later may take a line, but sends no button down. */
    @media (min-width: 720px) {
      .title {
        flex: 1 1 55%;
      }
    }
    .sub {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .tools:empty {
      display: none;
    }
  `,
})
export class PageHeading {
  readonly title = input.required<string>();
  readonly sub = input<string>();
}
