import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { addInsurer, changeInsurer } from '@azukari/contract';
import { INSURER_TYPES, type InsurerType, type YearlyKind } from '@azukari/domain';

import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Speech } from '../ui/speech';
import {
  type Insurer,
  type InsurerOrder,
  YEAR_ENDS,
  type YearEndDraft,
  yearEndDrafts,
  yearEndsOf,
} from './insurer-draft';

const AUTOMATIC = ['book', 'no-age', 'age'] as const;
type Automatic = (typeof AUTOMATIC)[number];

/** InsurerForm asks what an insurer is called and where it departs from the rules. It has no field for a number. */
@Component({
  selector: 'az-insurer-form',
  imports: [BoxedForm, Choices],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './insurer-form.html',
  styleUrl: './insurer-form.scss',
})
export class InsurerForm {
  protected readonly speech = inject(Speech);
  readonly insurer = input.required<Insurer | null>();
  readonly done = output();
  readonly cancelled = output();

  protected readonly types = INSURER_TYPES;
  protected readonly yearEndChoices = YEAR_ENDS;
  protected readonly automaticChoices = AUTOMATIC;
  protected readonly name = linkedSignal(() => this.insurer()?.name ?? '');
  protected readonly type = linkedSignal<InsurerType>(() => this.insurer()?.type ?? 'national');
  protected readonly yearEnds = linkedSignal(() => yearEndDrafts(this.insurer()));
  protected readonly endsAtSeventy = linkedSignal(() => this.insurer()?.endsAtSeventy ?? false);
  protected readonly automatic = linkedSignal<Automatic>(() => {
    const from = this.insurer()?.automaticFrom ?? 'book';
    return typeof from === 'number' ? 'age' : from;
  });
  protected readonly age = linkedSignal(() => {
    const from = this.insurer()?.automaticFrom;
    return typeof from === 'number' ? String(from) : '85';
  });
  protected readonly adding = commandOf(addInsurer, () => this.done.emit());
  protected readonly changing = commandOf(changeInsurer, () => this.done.emit());
  protected readonly command = computed(() => (this.insurer() === null ? this.adding : this.changing));

  protected readonly setName = (name: string): void => this.name.set(name);
  protected readonly setAge = (age: string): void => this.age.set(age);

  protected write(event: Event, into: (text: string) => void): void {
    if (event.target instanceof HTMLInputElement) into(event.target.value);
  }

  protected draw(kind: YearlyKind, part: Partial<YearEndDraft>): void {
    this.yearEnds.update((all) => all.map((one) => (one.kind === kind ? { ...one, ...part } : one)));
  }

  protected monthOf(kind: YearlyKind): (month: string) => void {
    return (month) => this.draw(kind, { month });
  }

  protected dateOf(kind: YearlyKind): (date: string) => void {
    return (date) => this.draw(kind, { date });
  }

  protected async save(): Promise<void> {
    const automatic = this.automatic();
    const order: InsurerOrder = {
      name: this.name(),
      type: this.type(),
      yearEnds: yearEndsOf(this.yearEnds()),
      endsAtSeventy: this.endsAtSeventy(),
      automaticFrom: automatic === 'age' ? Number(this.age()) : automatic,
    };
    const insurer = this.insurer();
    if (insurer === null) await this.adding.send(order);
    else await this.changing.send({ ...order, version: insurer.version }, { path: { id: insurer.id } });
  }

  /** yearEndError is said under the line whose day is none. */
  protected yearEndError(kind: YearlyKind): string | null {
    const nth = yearEndsOf(this.yearEnds()).findIndex((one) => one.kind === kind);
    return nth < 0 ? null : this.command().error(`yearEnds.${String(nth)}.ends`);
  }
}
