import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { GRACE_MINUTES, type Instant } from '@azukari/domain';

import { minutesLate } from './format';
import type { State } from './item-state';
import { Speech } from './speech';
import { StateChip } from './state-chip';

/** DueChip says until when an item is out, or by how much it is late. */
@Component({
  selector: 'az-due-chip',
  imports: [StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<az-state-chip [state]="state()" [text]="text()" />`,
  styles: ':host { display: inline-flex; }',
})
export class DueChip {
  private readonly speech = inject(Speech);
  readonly dueBackAt = input.required<Instant | null>();
  readonly now = input.required<Instant>();
  readonly purpose = input<string>();

  private readonly minutes = computed(() => {
    const due = this.dueBackAt();
    return due === null ? null : minutesLate(due, this.now());
  });
  protected readonly late = computed(() => (this.minutes() ?? 0) >= GRACE_MINUTES);
  protected readonly state = computed<State>(() =>
    this.late() ? 'late' : this.purpose() === 'emergency' ? 'emergency' : 'out',
  );
  protected readonly text = computed(() => {
    if (this.state() === 'emergency') return this.speech.word('state', 'emergency');
    const due = this.dueBackAt();
    const minutes = this.minutes();
    if (due === null || minutes === null) return this.speech.say('words.noDue');
    if (!this.late()) return this.speech.say('words.until', { time: this.speech.moment(due) });
    if (minutes < 120) return this.speech.say('words.lateBy', { minutes });
    if (minutes < 48 * 60) return this.speech.say('words.lateByHours', { hours: Math.floor(minutes / 60) });
    return this.speech.say('words.lateByDays', { days: Math.floor(minutes / (24 * 60)) });
  });
}
