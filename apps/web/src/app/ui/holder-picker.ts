import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import type { AnswerOf, DraftOf, checkOut, listContacts, listStaff } from '@azukari/contract';
import { may, type Relation, RELATIONS } from '@azukari/domain';

import { relationOf } from './contact-relation';
import { Field } from './field';
import { Speech } from './speech';
import { TextField } from './text-field';

/** Holder is who will carry the items. */
export type Holder = DraftOf<typeof checkOut>['holder'];

/** Colleague is what must be known of somebody to ask her to carry items. */
export type Colleague = Pick<AnswerOf<typeof listStaff>['staff'][number], 'id' | 'name' | 'role' | 'level'>;

/** Family is what must be known of a contact to give her items. */
export type Family = Pick<AnswerOf<typeof listContacts>['contacts'][number], 'id' | 'name' | 'relation' | 'capacity'>;

/** contactHolder is a contact who carries the items. */
export function contactHolder({ id, name, capacity }: Family): Holder {
  return { kind: 'other', relation: relationOf(capacity), name, contactId: id };
}

const OTHER = 'other';
/** NAMELESS need no name: the record has the resident's, and an ambulance is asked for none. */
const NAMELESS: readonly Relation[] = ['resident', 'ambulance'];

/** HolderPicker asks who carries the items: oneself, a colleague, or somebody else by relation and name. */
@Component({
  selector: 'az-holder-picker',
  imports: [Field, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field [label]="speech.say('holder.label')" for="holder">
      <select class="az-input" id="holder" [value]="chosen()" (change)="choose($event)">
        @for (person of people(); track person.id) {
          <option [value]="person.id" [selected]="person.id === chosen()">
            {{ person.id === me() ? speech.say('words.selfHolder') + '（' + person.name + '）' : person.name }}
          </option>
        }
        @for (contact of contacts(); track contact.id) {
          <option [value]="contact.id" [selected]="contact.id === chosen()">
            {{ contact.name }}{{ contact.relation ? '（' + contact.relation + '）' : '' }}
          </option>
        }
        <option [value]="other" [selected]="chosen() === other">{{ speech.say('holder.other') }}</option>
      </select>
    </az-field>
    @if (holder(); as now) {
      @if (now.kind === 'other' && !now.contactId) {
        <az-field [label]="speech.say('holder.relation')" for="relation">
          <select class="az-input" id="relation" (change)="chooseRelation($event)">
            @for (relation of relations; track relation) {
              <option [value]="relation" [selected]="relation === now.relation">
                {{ speech.word('relation', relation) }}
              </option>
            }
          </select>
        </az-field>
        <az-text-field
          name="holder-name"
          [need]="nameless.includes(now.relation) ? 'optional' : 'required'"
          [label]="speech.say('holder.name')"
          [error]="nameError()"
          [text]="now.name"
          (textChange)="rename($event)"
        />
      }
    }
  `,
  styles: ':host { display: grid; gap: 12px; }',
})
export class HolderPicker {
  protected readonly speech = inject(Speech);
  protected readonly other = OTHER;
  protected readonly relations = RELATIONS;
  protected readonly nameless = NAMELESS;
  readonly me = input.required<string>();
  readonly staff = input.required<readonly Colleague[]>();
  /** contacts are those of the family who may be given something now. */
  readonly contacts = input<readonly Family[]>([]);
  readonly nameError = input<string | null>();
  readonly holder = model.required<Holder>();

  protected readonly chosen = computed(() => {
    const holder = this.holder();
    return holder.kind === 'staff' ? holder.staffId : (holder.contactId ?? OTHER);
  });
  /** people are who may carry items today, oneself first; and whoever has them now, whatever became of the appointment. */
  protected readonly people = computed(() => {
    const kept = [this.me(), this.chosen()];
    return this.staff()
      .filter((person) => kept.includes(person.id) || may(person, 'check-out'))
      .sort((a, b) => Number(b.id === this.me()) - Number(a.id === this.me()));
  });

  protected choose(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const value = event.target.value;
    const contact = this.contacts().find(({ id }) => id === value);
    if (contact) this.holder.set(contactHolder(contact));
    else
      this.holder.set(
        value === OTHER ? { kind: 'other', relation: 'family', name: '' } : { kind: 'staff', staffId: value },
      );
  }

  protected chooseRelation(event: Event): void {
    const holder = this.holder();
    const relation = RELATIONS.find(
      (known) => event.target instanceof HTMLSelectElement && known === event.target.value,
    );
    if (holder.kind === 'other' && relation) this.holder.set({ ...holder, relation });
  }

  protected rename(name: string): void {
    const holder = this.holder();
    if (holder.kind === 'other') this.holder.set({ ...holder, name });
  }
}
