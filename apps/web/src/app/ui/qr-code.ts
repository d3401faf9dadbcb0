import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import encodeQR from 'qr';

/** QrCode draws a text as a two-dimensional code; dark on white whatever the brightness, because cameras want it so. */
@Component({
  selector: 'az-qr-code',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg [attr.viewBox]="box()" role="img" [attr.aria-label]="label()" shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path [attr.d]="path()" fill="#000" />
    </svg>
  `,
  styles: `
    svg {
      display: block;
      width: 220px;
      height: 220px;
      border-radius: 8px;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  private readonly modules = computed(() => encodeQR(this.text(), 'raw', { ecc: 'medium', border: 4 }));
  protected readonly box = computed(() => `0 0 ${String(this.modules().length)} ${String(this.modules().length)}`);
  protected readonly path = computed(() =>
    this.modules()
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
      .join(''),
  );
}
