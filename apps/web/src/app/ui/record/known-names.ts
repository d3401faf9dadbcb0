import { computed, inject, Injectable } from '@angular/core';
import { listStaff, listStorages } from '@azukari/contract';

import { Api } from '../api';
import { type Names, NO_NAMES } from './names';

/** KnownNames reads who works or worked here and all places, so that entries can name them. It is provided by a page. */
@Injectable()
export class KnownNames {
  private readonly api = inject(Api);
  private readonly people = this.api.read(listStaff, () => ({ query: { left: true } }));
  private readonly places = this.api.read(listStorages);

  readonly names = computed<Names>(() => {
    const staff = this.people.hasValue() ? this.people.value().staff : [];
    const storages = this.places.hasValue() ? this.places.value().storages : [];
    if (staff.length + storages.length === 0) return NO_NAMES;
    return {
      staff: new Map(staff.map(({ id, name }) => [id, name])),
      storages: new Map(storages.map(({ id, path }) => [id, path])),
    };
  });
}
