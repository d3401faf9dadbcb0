import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { formatCount } from '../ui/format';
import { Speech } from '../ui/speech';

/** PackBar is how far a pack is: a bar, entries written of all, and what has arrived. */
@Component({
  selector: 'az-pack-bar',
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
      [attr.aria-label]="speech.say('pack.making')"
      [attr.aria-valuenow]="entries()?.done ?? 0"
      [attr.aria-valuetext]="sentence()"
      aria-valuemin="0"
      [attr.aria-valuemax]="entries()?.of ?? 0"
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
export class PackBar {
  protected readonly speech = inject(Speech);
  readonly entries = input.required<{ readonly done: number; readonly of: number } | null>();
  readonly bytes = input.required<number>();

  protected readonly sentence = computed(() => {
    const entries = this.entries();
    if (entries === null) return this.speech.say('pack.making');
    if (this.bytes() === 0) return this.speech.say('pack.waiting');
    return this.speech.say('pack.progress', { done: formatCount(entries.done), of: formatCount(entries.of) });
  });
  protected readonly width = computed(() => {
    const entries = this.entries();
    return entries === null || entries.of === 0 ? 0 : (100 * entries.done) / entries.of;
  });
  protected readonly received = computed(() =>
    this.bytes() === 0 ? '' : this.speech.say('pack.received', { megabytes: (this.bytes() / 1e6).toFixed(1) }),
  );
}
