import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { listItems, listResidents, listStaff } from '@azukari/contract';
import { ITEM_KINDS } from '@azukari/domain';

import { Api } from '../ui/api';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { FILTER_NAMES, filterFrom, type FilterName, GROUP_NAMES, type LedgerFilter } from './ledger-filter';

/** FilterBar narrows the record. What is set stands as chips, each to be removed with one press. */
@Component({
  selector: 'az-filter-bar',
  imports: [Field, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.scss',
})
export class FilterBar {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  readonly filter = input.required<LedgerFilter>();
  readonly narrow = output<Partial<LedgerFilter>>();

  protected readonly groups = GROUP_NAMES;
  protected readonly kinds = ITEM_KINDS;
  protected readonly open = signal(false);
  protected readonly residents = this.api.read(listResidents);
  protected readonly staff = this.api.read(listStaff);
  protected readonly items = this.api.read(listItems, () => {
    const { resident, item } = this.filter();
    if (resident !== null) return { query: { residentId: resident, limit: 200 } };
    return item === null ? undefined : { query: { limit: 200 } };
  });
  protected readonly chips = computed(() =>
    FILTER_NAMES.filter((name) => this.filter()[name] !== null).map((name) => ({
      name,
      text: this.speech.say(`ledger.filter.chip.${name}`, { value: this.valueText(name) }),
    })),
  );

  protected choose(name: FilterName, event: Event): void {
    const value = valueOf(event);
    const change = filterFrom({ [name]: value === '' ? undefined : value });
    // Another person has other items.
    this.narrow.emit(name === 'resident' ? { resident: change.resident, item: null } : { [name]: change[name] });
  }

  protected remove(name: FilterName): void {
    this.narrow.emit(name === 'resident' ? { resident: null, item: null } : { [name]: null });
  }

  protected clear(): void {
    this.narrow.emit({ ...filterFrom({}), log: this.filter().log });
  }

  private valueText(name: FilterName): string {
    const filter = this.filter();
    const unknown = this.speech.say('words.someone');
    switch (name) {
      case 'resident': {
        const resident = (this.residents.hasValue() ? this.residents.value().residents : []).find(
          ({ id }) => id === filter.resident,
        );
        return resident === undefined ? unknown : this.speech.person(resident.name);
      }
      case 'item': {
        const item = (this.items.hasValue() ? this.items.value().items : []).find(({ id }) => id === filter.item);
        return item === undefined ? this.speech.say('ledger.filter.item') : this.speech.item(item.kind, item.label);
      }
      case 'staff': {
        const person = (this.staff.hasValue() ? this.staff.value().staff : []).find(({ id }) => id === filter.staff);
        return person === undefined ? unknown : this.speech.say('words.staffHolder', { name: person.name });
      }
      case 'kind':
        return filter.kind === null ? '' : this.speech.word('kind', filter.kind);
      case 'type':
        return filter.type === null ? '' : this.speech.say(`ledger.group.${filter.type}`);
      case 'from':
      case 'to':
        return this.speech.day(filter[name] ?? '');
    }
  }
}
