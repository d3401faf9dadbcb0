import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import type { AnswerOf, listContacts } from '@azukari/contract';
import type { Disposition, Relation } from '@azukari/domain';

import { Choices } from '../ui/choices';
import { relationOf } from '../ui/contact-relation';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { HandOverChip } from '../ui/hand-over-chip';
import { Speech } from '../ui/speech';

type Contact = AnswerOf<typeof listContacts>['contacts'][number];

/** Receiver is who gets the items for good. */
export interface Receiver {
  readonly relation: Relation;
  readonly name: string;
  readonly contactId: string | null;
}

/** RELATIONS_FOR are who may receive with each disposition, when it is nobody on the list of contacts. */
const RELATIONS_FOR: Readonly<Record<Disposition, readonly Relation[]>> = {
  returned: ['family', 'guardian', 'other'],
  surrendered: ['municipality', 'insurer', 'other'],
  transferred: ['other-facility', 'hospital', 'other'],
  destroyed: ['other'],
  replaced: ['resident', 'municipality', 'insurer', 'other'],
};

/** ReceiverPicker asks who receives: the resident, a contact, or somebody else. A contact who may never receive is a red stop. */
@Component({
  selector: 'az-receiver-picker',
  imports: [Choices, Field, HandOverChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './receiver-picker.html',
  styleUrl: './receiver-picker.scss',
})
export class ReceiverPicker {
  protected readonly speech = inject(Speech);
  protected readonly valueOf = valueOf;
  readonly disposition = input.required<Disposition>();
  /** residentName is null for what was found and belongs to nobody yet. */
  readonly residentName = input.required<string | null>();
  readonly contacts = input.required<readonly Contact[]>();
  /** everybody lets others than the resident receive. */
  readonly everybody = input.required<boolean>();
  readonly error = input<string | null>();
  readonly nameError = input<string | null>();
  readonly receiver = model.required<Receiver | null>();

  protected readonly people = computed(() => this.disposition() === 'returned');
  protected readonly relations = computed(() => RELATIONS_FOR[this.disposition()]);
  protected readonly other = computed(() => {
    const receiver = this.receiver();
    return receiver !== null && receiver.contactId === null && (!this.people() || receiver.relation !== 'resident');
  });

  protected chooseResident(): void {
    this.receiver.set({ relation: 'resident', name: this.residentName() ?? '', contactId: null });
  }

  protected chooseContact({ id, name, capacity }: Contact): void {
    this.receiver.set({ relation: relationOf(capacity), name, contactId: id });
  }

  protected chooseRelation(relation: Relation): void {
    this.receiver.set({ relation, name: this.other() ? (this.receiver()?.name ?? '') : '', contactId: null });
  }

  protected rename(name: string): void {
    const receiver = this.receiver();
    if (receiver) this.receiver.set({ ...receiver, name });
  }
}
