import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';

import { formatMonth } from '../ui/format';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import type { Bucket } from './deadline';
import type { Bar } from './grouping';

/** MonthChart draws how much ends in which month. Each bar is a button with its number, so that nothing is told by height alone. */
@Component({
  selector: 'az-month-chart',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul [attr.aria-label]="speech.say('dating.chart.label')">
      @for (bar of drawn(); track bar.bucket) {
        <li>
          <button
            type="button"
            [attr.data-bucket]="bar.bucket"
            [class.none]="bar.count === 0"
            [disabled]="bar.count === 0 && chosen() !== bar.bucket"
            [attr.aria-pressed]="chosen() === bar.bucket"
            (click)="choose.emit(bar.bucket)"
          >
            <span class="az-sr-only">{{ bar.name }}</span>
            <span class="count" aria-hidden="true">{{ bar.count }}</span>
            <span class="track" aria-hidden="true"><span class="bar" [style.--share]="bar.share + '%'"></span></span>
            <span class="label" aria-hidden="true">
              @if (bar.bucket === 'unknown') {
                <az-icon name="question" />
              } @else if (bar.bucket === 'overdue') {
                <az-icon name="expired" />
              }
              {{ bar.label }}
              @if (bar.year) {
                <small>{{ bar.year }}</small>
              }
            </span>
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './month-chart.scss',
})
export class MonthChart {
  protected readonly speech = inject(Speech);
  readonly bars = input.required<readonly Bar[]>();
  readonly chosen = input<Bucket | null>(null);
  readonly choose = output<Bucket>();

  protected readonly drawn = computed(() => {
    const first = this.bars().find(({ bucket }) => isMonth(bucket))?.bucket;
    return this.bars().map((bar) => {
      const { bucket, count } = bar;
      const month = isMonth(bucket);
      const label = month
        ? formatMonth(bucket, this.speech.lang(), 'short')
        : this.speech.say(`dating.chart.${bucket}`);
      const whole = month ? formatMonth(bucket, this.speech.lang(), 'long') : label;
      // The year is said where it begins; the hidden words say it always.
      const year = month && (bucket === first || bucket.endsWith('-01')) ? bucket.slice(0, 4) : '';
      return { ...bar, label, year, name: this.speech.say('dating.chart.bar', { label: whole, count }) };
    });
  });
}

const isMonth = (bucket: Bucket): boolean => /^\d/.test(bucket);
