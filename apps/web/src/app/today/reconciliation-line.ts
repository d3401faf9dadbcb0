import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { BoardAnswer } from '../ui/board';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** ReconciliationLine says which month's 照合 is open, until when, and by how many days it is late. */
@Component({
  selector: 'az-reconciliation-line',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-late]': 'of().daysLate > 0' },
  template: `
    <span class="said"><az-icon [name]="of().daysLate > 0 ? 'warning' : 'counts'" />{{ said() }}</span>
    <span>{{ when() }}</span>
    <a class="az-button az-no-print" [routerLink]="page()">{{ speech.say('today.reconciliation.open') }}</a>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
      padding: 8px 14px;
      border: 1.5px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      font-size: 0.889rem;
    }
    .said {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      font-size: 1rem;
      font-weight: 700;
    }
    .said az-icon {
      flex: none;
      width: 1.4em;
      height: 1.4em;
    }
    a {
      margin-inline-start: auto;
    }
    :host([data-late='true']) {
      border-color: var(--az-red);
      background: var(--az-red-soft);
    }
    :host([data-late='true']) span {
      color: var(--az-red);
    }
  `,
})
export class ReconciliationLine {
  protected readonly speech = inject(Speech);
  readonly of = input.required<NonNullable<BoardAnswer['reconciliation']>>();

  protected readonly said = computed(() => {
    const { month, stage } = this.of();
    return this.speech.say(`today.reconciliation.${stage ?? 'none'}`, { month: this.speech.month(month) });
  });
  protected readonly when = computed(() => {
    const { daysLate, dueOn, months } = this.of();
    const first =
      daysLate > 0
        ? this.speech.say('today.reconciliation.late', { count: daysLate })
        : this.speech.say('today.reconciliation.dueOn', { day: this.speech.day(dueOn) });
    return months > 1 ? `${first}${this.speech.say('today.reconciliation.more', { count: months - 1 })}` : first;
  });
  /** A 照合 that has begun goes on where it is; otherwise somebody begins it in the list of months. */
  protected readonly page = computed(() => {
    const { id } = this.of();
    return id === null ? ['/counts/months'] : ['/counts/months', id];
  });
}
