import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';

import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Speech } from '../ui/speech';
import type { Period } from './period';

/** PeriodBar chooses a period and its last day, and keeps both in the address. */
@Component({
  selector: 'az-period-bar',
  imports: [Choices, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="bar az-no-print">
      <az-choices
        [label]="speech.say('picturing.period.label')"
        name="period"
        words="picturing.period"
        [options]="of().lengths"
        [value]="of().length()"
        (choose)="go({ period: $event })"
      />
      <az-field [label]="speech.say('picturing.period.until')" for="until">
        <input
          class="az-input"
          id="until"
          type="date"
          [max]="clock.today()"
          [value]="days().to < clock.today() ? days().to : clock.today()"
          (change)="until($event)"
        />
      </az-field>
    </div>
    <p>
      {{ speech.say('picturing.period.days', { from: speech.day(days().from), to: speech.day(days().to) }) }}
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 12px 28px;
    }
  `,
})
export class PeriodBar {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  readonly of = input.required<Period>();
  protected readonly days = computed(() => this.of().days());

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  protected until(event: Event): void {
    this.go({ until: valueOf(event) || null });
  }
}
