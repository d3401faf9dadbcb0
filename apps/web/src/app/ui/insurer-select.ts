import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { listInsurers } from '@azukari/contract';

import { Api } from './api';
import { Field } from './field';
import { Speech } from './speech';

/** InsurerSelect asks whose paper an item is, among the insurers that the house has named. */
@Component({
  selector: 'az-insurer-select',
  imports: [Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (offered().length > 0 || !ifAny()) {
      <az-field
        need="optional"
        [for]="name()"
        [label]="speech.say('description.whose.label')"
        [hint]="chosen() === undefined && picked() !== null ? speech.say('description.whose.proposed') : ''"
        [error]="error()"
      >
        <select
          class="az-input"
          [id]="name()"
          [attr.aria-describedby]="name() + '-hint ' + name() + '-error'"
          (change)="pick($event)"
        >
          <option value="" [selected]="picked() === null">{{ speech.say('description.whose.none') }}</option>
          @for (one of offered(); track one.id) {
            <option [value]="one.id" [selected]="one.id === picked()">{{ one.name }}</option>
          }
        </select>
      </az-field>
    }
  `,
})
export class InsurerSelect {
  protected readonly speech = inject(Speech);
  readonly name = input('insurer');
  /** chosen is undefined while nobody has said: then proposed stands there, if it can still be chosen. */
  readonly chosen = input.required<string | null | undefined>();
  readonly proposed = input<string | null>(null);
  readonly error = input<string | null>(null);
  /** ifAny leaves the question out in a house that has named no insurers. */
  readonly ifAny = input(false);
  readonly choose = output<string | null>();

  private readonly read = inject(Api).read(listInsurers);
  /** offered are those in use; one that was retired stays while it is chosen. */
  protected readonly offered = computed(() => {
    const all = this.read.hasValue() ? this.read.value().insurers : [];
    return all.filter(({ id, retired }) => !retired || id === this.chosen());
  });

  /** picked is what stands in the field. */
  readonly picked = computed(() => {
    const chosen = this.chosen();
    return chosen === undefined ? (this.offered().find(({ id }) => id === this.proposed())?.id ?? null) : chosen;
  });

  protected pick({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.choose.emit(target.value === '' ? null : target.value);
  }
}
