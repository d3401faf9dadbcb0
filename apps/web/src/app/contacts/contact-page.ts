import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { addContact, type AnswerOf, changeContact, listContacts, readResident, removeContact } from '@azukari/contract';
import { CAPACITIES, HAND_OVER_RULES, NOTICE_WISHES } from '@azukari/domain';

import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { valueOf } from '../ui/form-texts';
import { HandOverChip } from '../ui/hand-over-chip';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

type Contact = AnswerOf<typeof listContacts>['contacts'][number];
type Draft = Omit<Contact, 'id' | 'residentId' | 'version' | 'note'> & { readonly note: string };
type Written = 'name' | 'kana' | 'relation' | 'phone' | 'email' | 'address';

const LANGUAGES = ['ja', 'ja-easy', 'en'] as const;
const TEXTS: readonly { readonly name: Written; readonly type: string; readonly need: 'required' | 'optional' }[] = [
  { name: 'name', type: 'text', need: 'required' },
  { name: 'kana', type: 'text', need: 'optional' },
  { name: 'relation', type: 'text', need: 'optional' },
  { name: 'phone', type: 'tel', need: 'optional' },
  { name: 'email', type: 'email', need: 'optional' },
  { name: 'address', type: 'text', need: 'optional' },
];

/** ContactPage writes or changes one 連絡先; who may be given a card, and who may know, stands before the address. */
@Component({
  selector: 'az-contact-page',
  imports: [Choices, Field, FormEnd, HandOverChip, Icon, Outcome, PageHeading, RouterLink, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contact-page.html',
  styleUrl: './contact-page.scss',
})
export class ContactPage {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  /** contactId is `new` or the contact to change. */
  readonly contactId = input.required<string>();

  protected readonly capacities = CAPACITIES;
  protected readonly rules = HAND_OVER_RULES;
  protected readonly wishes = NOTICE_WISHES;
  protected readonly languages = LANGUAGES;
  protected readonly texts = TEXTS;
  protected readonly valueOf = valueOf;
  protected readonly resident = this.api.read(readResident, () => ({ path: { id: this.id() } }));
  private readonly read = this.api.read(listContacts, () => ({ query: { residentId: this.id() } }));
  private readonly all = computed(() => (this.read.hasValue() ? this.read.value().contacts : []));
  protected readonly before = computed(() => this.all().find(({ id }) => id === this.contactId()) ?? null);
  protected readonly draft = linkedSignal<Draft>(() => {
    const before = this.before();
    if (before) return { ...before, note: before.note ?? '' };
    return {
      order: Math.min(20, Math.max(0, ...this.all().map(({ order }) => order)) + 1),
      name: '',
      kana: '',
      relation: '',
      capacity: 'family',
      phone: '',
      email: '',
      address: '',
      language: 'ja',
      handOver: 'allowed',
      mayKnow: true,
      notices: 'not-asked',
      mailFails: false,
      note: '',
    };
  });
  protected readonly orders = Array.from({ length: 20 }, (_, index) => index + 1);
  protected readonly removing = signal(false);
  protected readonly adding = commandOf(addContact, () => this.leave());
  protected readonly changing = commandOf(changeContact, () => this.leave());
  protected readonly taking = commandOf(removeContact, () => this.leave());
  protected readonly saving = computed(() => (this.before() === null ? this.adding : this.changing));

  protected change(part: Partial<Draft>): void {
    this.draft.update((before) => ({ ...before, ...part }));
  }

  protected write(field: Written, text: string): void {
    this.draft.update((before) => ({ ...before, [field]: text }));
  }

  /** chooseRule keeps never-contacts from hearing anything. */
  protected chooseRule(handOver: Contact['handOver']): void {
    this.change(handOver === 'never' ? { handOver, mayKnow: false } : { handOver });
  }

  protected async save(): Promise<void> {
    const before = this.before();
    const fields = this.fields();
    if (before === null) await this.adding.send({ residentId: this.id(), ...fields });
    else await this.changing.send({ version: before.version, ...fields }, { path: { id: before.id } });
  }

  protected async remove(): Promise<void> {
    const before = this.before();
    if (before !== null) await this.taking.send({ version: before.version }, { path: { id: before.id } });
  }

  private fields() {
    const { order, name, kana, relation, capacity, phone, email } = this.draft();
    const { address, language, handOver, mayKnow, notices, note } = this.draft();
    return {
      order,
      name,
      kana,
      relation,
      capacity,
      phone,
      email,
      address,
      language,
      handOver,
      mayKnow,
      notices,
      note,
    };
  }

  private leave(): Promise<boolean> {
    return this.router.navigate(['/residents', this.id()]);
  }
}
