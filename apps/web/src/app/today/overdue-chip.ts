import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Clock } from '../ui/clock';
import { Speech } from '../ui/speech';
import { StateChip } from '../ui/state-chip';

const DAY_MS = 24 * 60 * 60_000;

/** OverdueChip says by how many days something that the house had to do by a day has not been done; before, it says nothing. */
@Component({
  selector: 'az-overdue-chip',
  imports: [StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (days() > 0) {
      <az-state-chip state="late" [text]="speech.say('words.lateByDays', { days: days() })" />
    }
  `,
  styles: ':host:empty { display: none; }',
})
export class OverdueChip {
  protected readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  /** by is the last day on which it was in time. */
  readonly by = input.required<string>();

  protected readonly days = computed(() => (Date.parse(this.clock.today()) - Date.parse(this.by())) / DAY_MS);
}
