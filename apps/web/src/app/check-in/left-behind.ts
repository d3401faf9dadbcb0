import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';

import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import type { OutGroup } from '../ui/out-groups';
import { Speech } from '../ui/speech';

/** Left is what stayed where the visit was. */
export interface Left {
  readonly itemIds: readonly string[];
  readonly relation: 'clinic' | 'pharmacy';
  readonly name: string;
}

/** LeftBehind is 受診先に置いてきた: which items, and at which place. Somebody has to call there afterwards. */
@Component({
  selector: 'az-left-behind',
  imports: [Field, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      type="button"
      class="az-button az-button--quiet ask"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      <az-icon name="place" />{{ speech.say('check-in.left.ask') }}
    </button>
    @if (open()) {
      <form class="az-stack" (submit)="send($event, place.value)">
        <fieldset>
          <legend>{{ speech.say('check-in.left.which') }}</legend>
          @for (item of group().items; track item.id) {
            <label class="az-choice">
              <input type="checkbox" [checked]="chosen().includes(item.id)" (change)="toggle(item.id)" />
              <span>{{ speech.item(item.kind, item.label) }}</span>
            </label>
          }
        </fieldset>
        <az-field
          [label]="speech.say('check-in.left.where')"
          [for]="'left-' + group().key"
          need="required"
          [error]="nameError()"
        >
          <input
            #place
            class="az-input"
            autocomplete="off"
            [id]="'left-' + group().key"
            [attr.aria-describedby]="'left-' + group().key + '-error'"
            [attr.aria-invalid]="nameError() ? true : null"
            [value]="group().destination ?? ''"
          />
        </az-field>
        <p class="az-soft">{{ speech.say('check-in.left.lead') }}</p>
        <button
          type="submit"
          class="az-button az-button--primary az-button--floor"
          [disabled]="busy() || chosen().length === 0"
        >
          {{ speech.say('check-in.left.submit') }}
        </button>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 8px;
    }
    form {
      width: min(34rem, 100%);
      padding: 14px;
      border: 1px solid var(--az-line);
      border-radius: 10px;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 4px;
      font-weight: 700;
    }
  `,
})
export class LeftBehind {
  protected readonly speech = inject(Speech);
  readonly group = input.required<OutGroup>();
  readonly busy = input(false);
  readonly nameError = input<string | null>();
  readonly leave = output<Left>();

  protected readonly open = signal(false);
  protected readonly chosen = linkedSignal<readonly string[]>(() => this.group().items.map(({ id }) => id));
  private readonly relation = computed(() => (this.group().purpose === 'pharmacy' ? 'pharmacy' : 'clinic'));

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected send(event: Event, name: string): void {
    event.preventDefault();
    this.leave.emit({ itemIds: this.chosen(), relation: this.relation(), name });
  }
}
