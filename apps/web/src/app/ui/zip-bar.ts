import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Speech } from './speech';

/** ZipBar is how far a file is that the server makes: a bar, what is done of all, and what has arrived. */
@Component({
  selector: 'az-zip-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>
      <strong>{{ sentence() }}</strong> <span class="az-soft">{{ received() }}</span>
    </p>
    <svg
      role="progressbar"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      focusable="false"
      [attr.aria-label]="speech.say('zip.making')"
      [attr.aria-valuenow]="steps()?.done ?? 0"
      [attr.aria-valuetext]="sentence()"
      aria-valuemin="0"
      [attr.aria-valuemax]="steps()?.of ?? 0"
    >
      <rect x="0" y="0" [attr.width]="width()" height="4" />
    </svg>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding-block: 12px;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 4px 16px;
      margin: 0;
    }
    svg {
      width: 100%;
      height: 16px;
      border: 1px solid var(--az-line-strong);
      border-radius: 8px;
    }
    rect {
      fill: #2e8b57;
    }
  `,
})
export class ZipBar {
  protected readonly speech = inject(Speech);
  /** steps are done, of how many; null before the server has begun. */
  readonly steps = input.required<{ readonly done: number; readonly of: number } | null>();
  readonly bytes = input.required<number>();
  /** sentence says it in words. */
  readonly sentence = input.required<string>();

  protected readonly width = computed(() => {
    const steps = this.steps();
    return steps === null || steps.of === 0 ? 0 : (100 * steps.done) / steps.of;
  });
  protected readonly received = computed(() =>
    this.bytes() === 0 ? '' : this.speech.say('zip.received', { megabytes: (this.bytes() / 1e6).toFixed(1) }),
  );
}
