import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { listStorages } from '@azukari/contract';

import { Api } from './api';
import { Field } from './field';
import { Speech } from './speech';

/** PouchPicker asks in which numbered pouch an item lies: the empty ones first, each under its drawer. */
@Component({
  selector: 'az-pouch-picker',
  imports: [Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field
      [label]="speech.say('pouch.label')"
      [for]="name()"
      [need]="need()"
      [hint]="hint() ?? ''"
      [error]="error()"
    >
      <select
        class="az-input"
        [id]="name()"
        [attr.aria-describedby]="name() + '-hint ' + name() + '-error'"
        [attr.aria-invalid]="error() ? true : null"
        (change)="choose($event)"
      >
        <option value="" [selected]="pouch() === null">{{ speech.say('pouch.none') }}</option>
        @for (drawer of drawers(); track drawer.path) {
          <optgroup [label]="drawer.path">
            @for (place of drawer.pouches; track place.id) {
              <option [value]="place.id" [selected]="place.id === pouch()">
                {{
                  speech.say(place.items === 0 ? 'pouch.free' : 'pouch.used', {
                    label: place.label,
                    count: place.items,
                  })
                }}
              </option>
            }
          </optgroup>
        }
      </select>
    </az-field>
  `,
})
export class PouchPicker {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  readonly name = input('pouch');
  readonly need = input<'required' | 'optional' | 'none'>('none');
  readonly hint = input<string>();
  readonly error = input<string | null>();
  /** first are the pouches to name before all others: where the resident's other items lie. */
  readonly first = input<readonly string[]>([]);
  readonly pouch = model.required<string | null>();

  private readonly all = this.api.read(listStorages);
  protected readonly drawers = computed(() => {
    const places = this.all.hasValue() ? this.all.value().storages : [];
    const pouches = places.filter(({ kind, retired }) => kind === 'pouch' && !retired);
    const near = pouches.filter(({ id }) => this.first().includes(id));
    const groups = places
      .filter(({ id }) => pouches.some(({ parentId }) => parentId === id))
      .map(({ id, path }) => ({
        path,
        pouches: pouches.filter((pouch) => pouch.parentId === id && !near.includes(pouch)),
      }));
    const loose = pouches.filter(({ parentId }) => parentId === null);
    return [
      { path: this.speech.say('pouch.near'), pouches: near },
      ...groups,
      { path: this.speech.say('pouch.loose'), pouches: loose },
    ].filter((group) => group.pouches.length > 0);
  });

  protected choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement)
      this.pouch.set(event.target.value === '' ? null : event.target.value);
  }
}
