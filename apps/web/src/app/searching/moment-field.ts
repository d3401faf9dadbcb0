import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { dayInTokyo, type Instant } from '@azukari/domain';

import { Field } from '../ui/field';
import { formatTime } from '../ui/format';
import type { FormTexts } from '../ui/form-texts';
import { momentOf } from '../ui/moment-of';
import { Speech } from '../ui/speech';

/** MomentField asks for a day and a time in Japan that have passed; it begins with a moment and is read from the form. */
@Component({
  selector: 'az-moment-field',
  imports: [Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field [label]="label()" [for]="name() + '-day'" [error]="error()">
      <div class="pair">
        <input
          class="az-input"
          type="date"
          [id]="name() + '-day'"
          [name]="name() + '-day'"
          [attr.aria-describedby]="name() + '-day-error'"
          [attr.aria-invalid]="error() ? true : null"
          [value]="day()"
        />
        <input
          class="az-input"
          type="time"
          [name]="name() + '-time'"
          [attr.aria-label]="speech.say('due.time')"
          [attr.aria-invalid]="error() ? true : null"
          [value]="time()"
        />
      </div>
    </az-field>
  `,
  styles: `
    .pair {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    input {
      flex: 1 1 8rem;
      min-width: 0;
    }
  `,
})
export class MomentField {
  protected readonly speech = inject(Speech);
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly begin = input.required<Instant>();
  readonly error = input<string | null>();
  protected readonly day = computed(() => dayInTokyo(this.begin()));
  protected readonly time = computed(() => formatTime(this.begin()));
}

/** momentFrom is what stands in a MomentField; null while it is incomplete, and where it still says what it began with. */
export function momentFrom(form: FormTexts, name: string, begin: Instant): Instant | null {
  const [day, time] = [form.text(`${name}-day`), form.text(`${name}-time`)];
  return day === dayInTokyo(begin) && time === formatTime(begin) ? null : momentOf(day, time.slice(0, 5));
}
