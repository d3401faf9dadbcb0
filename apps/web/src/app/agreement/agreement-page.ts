import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { listContacts, listItems, makeAgreement, readResident } from '@azukari/contract';
import {
  CAPACITIES,
  type Capacity,
  ENVELOPE_RULES,
  type EnvelopeRule,
  HOW_HEARD,
  ITEM_KINDS,
  type ItemKind,
  ONLY_GIVEN_BACK,
} from '@azukari/domain';

import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { DayField } from '../ui/day-field';
import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { KindGrid } from '../ui/kind-grid';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { valueOf } from '../ui/form-texts';

type HowHeard = (typeof HOW_HEARD)[number];

/** USUAL are the kinds most houses keep: they stand first. */
const USUAL: readonly ItemKind[] = [
  'eligibility-certificate',
  'care-insurance-card',
  'care-copay-certificate',
  'my-number-card',
];
const KINDS: readonly ItemKind[] = [
  ...USUAL,
  ...ITEM_KINDS.filter((kind) => !USUAL.includes(kind) && !ONLY_GIVEN_BACK.includes(kind)),
];

/** AgreementPage writes down a signed 預かり依頼書: what is kept, who signed as what, why, and how the resident's own will was heard. */
@Component({
  selector: 'az-agreement-page',
  imports: [
    Choices,
    DayField,
    Field,
    FormEnd,
    Icon,
    KindGrid,
    Outcome,
    PageHeading,
    PaperButton,
    RouterLink,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agreement-page.html',
  styleUrl: './agreement-page.scss',
})
export class AgreementPage {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  readonly id = input.required<string>();
  /** kinds in the address are ticked at once, joined by commas. */
  readonly kinds = input<string>();
  /** then is where to go on afterwards, such as the intake that asked for this. */
  readonly then = input<string>();

  protected readonly all = KINDS;
  protected readonly capacities = CAPACITIES;
  protected readonly ways = HOW_HEARD;
  protected readonly envelopeRules = ENVELOPE_RULES;
  protected readonly reasons = ['self', 'dementia', 'lost', 'other'] as const;
  protected readonly valueOf = valueOf;
  protected readonly resident = this.api.read(readResident, () => ({ path: { id: this.id() } }));
  private readonly itemsRead = this.api.read(listItems, () => ({ query: { residentId: this.id(), limit: 200 } }));
  private readonly contactsRead = this.api.read(listContacts, () => ({ query: { residentId: this.id() } }));
  protected readonly contacts = computed(() =>
    this.contactsRead.hasValue() ? this.contactsRead.value().contacts : [],
  );

  protected readonly chosen = linkedSignal<readonly ItemKind[]>(() => {
    const asked = (this.kinds() ?? '').split(',');
    const here = this.itemsRead.hasValue() ? this.itemsRead.value().items : [];
    const held = here.flatMap(({ custody, kind }) => (custody.at !== 'ended' && custody.hold !== null ? kind : []));
    return KINDS.filter((kind) => asked.includes(kind) || held.includes(kind));
  });
  protected readonly capacity = signal<Capacity | null>('resident');
  protected readonly signer = linkedSignal(() =>
    this.capacity() === 'resident' && this.resident.hasValue() ? this.resident.value().name : '',
  );
  protected readonly reason = signal('');
  protected readonly willHeard = signal<HowHeard | null>(null);
  protected readonly willNote = signal('');
  protected readonly envelopes = signal<EnvelopeRule | null>(null);
  protected readonly paperPlace = signal('');
  protected readonly signedOn = signal<string | null>(this.clock.today());
  protected readonly from = linkedSignal(() => this.signedOn());
  protected readonly to = signal<string | null>(null);
  /** paper is the new one that is on the screen, not the one in force. */
  protected readonly paper = computed(() => ({
    residentIds: [this.id()],
    wish: { kinds: [...this.chosen()], from: this.from(), to: this.to() },
  }));
  protected readonly making = commandOf(makeAgreement, () => {
    const then = this.then();
    // Only our own screens, never an address somebody put into a link.
    return this.router.navigateByUrl(then?.startsWith('/intake') === true ? then : `/residents/${this.id()}`);
  });

  protected toggle(kind: ItemKind): void {
    this.chosen.update((kinds) => (kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]));
  }

  protected chooseContact(name: string, capacity: Capacity): void {
    this.capacity.set(capacity);
    this.signer.set(name);
  }

  protected propose(reason: string): void {
    this.reason.set(this.speech.say(`agreement.reasons.${reason}`));
  }

  protected async make(): Promise<void> {
    await this.making.send({
      residentId: this.id(),
      kinds: [...this.chosen()],
      signerName: this.signer(),
      capacity: this.capacity() as Capacity,
      reason: this.reason(),
      willHeard: this.willHeard() as HowHeard,
      willNote: this.willNote(),
      paperPlace: this.paperPlace(),
      signedOn: this.signedOn() ?? '',
      from: this.from() ?? '',
      to: this.to(),
      envelopes: this.envelopes(),
    });
  }
}
