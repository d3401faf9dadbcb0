import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ItemKind } from '@azukari/domain';

import { KIND_SHAPES } from './kind-shapes';

/** KindShapeDrawing draws the kind of an item, so that a hand in a hurry picks the right one. The word stands beside it. */
@Component({
  selector: 'az-kind-shape',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true', '[attr.data-tone]': 'shape().tone' },
  template: `
    <svg viewBox="0 0 56 40" focusable="false">
      <path class="body" [attr.d]="shape().body" />
      <path class="lines" [attr.d]="shape().lines" />
      @if (shape().solid; as solid) {
        <path class="solid" [attr.d]="solid" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 56px;
      height: 40px;
      --ink: light-dark(#3d4442, #d8d9d4);
      --soft: light-dark(#ece9e2, #343b38);
    }
    :host([data-tone='rose']) {
      --ink: light-dark(#9c1f5a, #ffb9d6);
      --soft: light-dark(#fbe0ec, #551736);
    }
    :host([data-tone='sky']) {
      --ink: light-dark(#0b4f8f, #b3d4ff);
      --soft: light-dark(#dcecfb, #12375f);
    }
    :host([data-tone='leaf']) {
      --ink: light-dark(#2c5f14, #c0e69f);
      --soft: light-dark(#e5f2d8, #2a4416);
    }
    :host([data-tone='peach']) {
      --ink: light-dark(#9a3c10, #ffc5a4);
      --soft: light-dark(#ffe4d3, #5a2a12);
    }
    :host([data-tone='lemon']) {
      --ink: light-dark(#6b5200, #f6dc75);
      --soft: light-dark(#fdf3bd, #4a3c00);
    }
    :host([data-tone='lilac']) {
      --ink: light-dark(#5b34a6, #dccbff);
      --soft: light-dark(#ece4fb, #39286a);
    }
    :host([data-tone='sand']) {
      --ink: light-dark(#6b4a26, #e9cba6);
      --soft: light-dark(#f4e6d2, #4a3520);
    }
    :host([data-tone='brick']) {
      --ink: light-dark(#8a2222, #ffbcb2);
      --soft: light-dark(#f8dfda, #552019);
    }
    :host([data-tone='teal']) {
      --ink: light-dark(#075b62, #9fe0e2);
      --soft: light-dark(#d6eff0, #10454a);
    }
    svg {
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    path {
      stroke: var(--ink);
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
      fill: none;
    }
    .body {
      fill: var(--soft);
    }
    .lines {
      stroke-width: 2.2;
    }
    .solid {
      fill: var(--ink);
      stroke: none;
    }
    @media print {
      .body {
        fill: none;
      }
    }
  `,
})
export class KindShapeDrawing {
  readonly kind = input.required<ItemKind>();
  protected readonly shape = computed(() => KIND_SHAPES[this.kind()]);
}
