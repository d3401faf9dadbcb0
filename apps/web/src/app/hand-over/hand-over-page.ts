import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, handOver, listContacts, listItems, listStaff } from '@azukari/contract';
import { DISPOSITIONS, type Disposition } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Band } from '../ui/band';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { goToFirstError } from '../ui/first-error';
import { FormEnd } from '../ui/form-end';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { type Item, placeState } from '../ui/item-state';
import { Clock } from '../ui/clock';
import { KindShapeDrawing } from '../ui/kind-shape';
import { CountPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { StateChip } from '../ui/state-chip';
import { TextField } from '../ui/text-field';
import { DispositionPicker } from './disposition-picker';
import { type Receiver, ReceiverPicker } from './receiver-picker';

/** HandOverPage is お返しする and its sisters: does it come back? If not, how does custody end, and who receives. */
@Component({
  selector: 'az-hand-over-page',
  imports: [
    Band,
    Banner,
    CountPipe,
    DispositionPicker,
    EmptyState,
    Field,
    FormEnd,
    Icon,
    KindShapeDrawing,
    Outcome,
    PageHeading,
    PaperButton,
    ReceiverPicker,
    ResidentFinder,
    RouterLink,
    Skeleton,
    StateChip,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './hand-over-page.html',
  styleUrl: './hand-over-page.scss',
})
export class HandOverPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly injector = inject(Injector);
  /** resident and items (joined by commas) in the address are chosen at once. */
  readonly resident = input<string>();
  readonly items = input<string>();

  protected readonly valueOf = valueOf;
  protected readonly residentId = linkedSignal(() => this.resident() ?? null);
  protected readonly everything = computed(() => this.session.may('hand-over'));
  protected readonly itemsRead = this.api.read(listItems, () => {
    const residentId = this.residentId();
    return residentId === null ? undefined : { query: { residentId, limit: 200 } };
  });
  private readonly contactsRead = this.api.read(listContacts, () => {
    const residentId = this.residentId();
    return residentId !== null && this.session.may('see-profile') ? { query: { residentId } } : undefined;
  });
  private readonly staffRead = this.api.read(listStaff);
  protected readonly contacts = computed(() =>
    this.contactsRead.hasValue() ? this.contactsRead.value().contacts : [],
  );
  protected readonly here = computed<readonly Item[] | null>(() =>
    this.itemsRead.hasValue() ? this.itemsRead.value().items.filter(({ custody }) => custody.at !== 'ended') : null,
  );
  protected readonly owner = computed(() => this.here()?.find(({ resident }) => resident !== null)?.resident ?? null);
  protected readonly witnesses = computed(() => {
    const me = this.session.staff()?.id;
    return this.staffRead.hasValue()
      ? this.staffRead.value().staff.filter(({ id, leftOn }) => id !== me && leftOn === null)
      : [];
  });

  protected readonly chosen = linkedSignal<readonly string[]>(() => {
    const asked = (this.items() ?? '').split(',');
    const here = this.here() ?? [];
    const found = here.filter(({ id }) => asked.includes(id));
    return (found.length > 0 ? found : here.length === 1 ? here : []).map(({ id }) => id);
  });
  protected readonly comesBack = signal<boolean | null>(null);
  protected readonly dispositions = computed<readonly Disposition[]>(() =>
    this.everything() ? DISPOSITIONS : ['returned'],
  );
  protected readonly disposition = linkedSignal<Disposition | null>(() => (this.everything() ? null : 'returned'));
  protected readonly receiver = linkedSignal<Receiver | null>(() => this.usualReceiver());
  protected readonly witnessId = signal<string | null>(null);
  protected readonly replacedById = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly successors = computed(() =>
    (this.here() ?? []).filter(({ id, custody }) => !this.chosen().includes(id) && custody.at === 'stored'),
  );
  protected readonly toResident = computed(
    () => this.disposition() === 'returned' && this.receiver()?.relation === 'resident',
  );
  protected readonly handing = commandOf(handOver, (answer) => {
    this.done.set(answer);
    window.scrollTo({ top: 0 });
  });
  protected readonly tried = signal(false);
  protected readonly done = signal<AnswerOf<typeof handOver> | null>(null);
  protected readonly given = signal<readonly string[]>([]);

  protected readonly receiverError = computed(() =>
    this.tried() && this.receiver() === null ? this.speech.say('hand-over.receiverMissing') : null,
  );
  protected readonly witnessError = computed(() =>
    this.tried() && this.disposition() === 'destroyed' && this.witnessId() === null
      ? this.speech.say('hand-over.witnessMissing')
      : null,
  );
  protected readonly successorError = computed(() =>
    this.tried() && this.disposition() === 'replaced' && this.replacedById() === null
      ? this.speech.say('hand-over.successorMissing')
      : null,
  );

  protected chooseResident({ id }: ResidentBrief): void {
    this.residentId.set(id);
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  }

  protected choose(disposition: Disposition): void {
    this.disposition.set(disposition);
    this.tried.set(false);
    this.handing.forget();
  }

  protected place(item: Item) {
    return placeState(item, this.clock.now());
  }

  protected async record(): Promise<void> {
    this.tried.set(true);
    const disposition = this.disposition();
    const receiver = this.receiver();
    const missing = this.receiverError() ?? this.witnessError() ?? this.successorError();
    if (disposition === null || receiver === null || missing !== null) {
      goToFirstError(this.injector);
      return;
    }
    const itemIds = [...this.chosen()];
    this.given.set(itemIds);
    await this.handing.send({
      itemIds,
      disposition,
      receiver,
      witnessId: disposition === 'destroyed' ? this.witnessId() : null,
      replacedById: disposition === 'replaced' ? this.replacedById() : null,
      note: this.note(),
    });
  }

  private usualReceiver(): Receiver | null {
    const owner = this.owner();
    switch (this.disposition()) {
      case 'returned':
        return owner === null ? null : { relation: 'resident', name: owner.name, contactId: null };
      case 'surrendered':
        return { relation: 'municipality', name: '', contactId: null };
      case 'transferred':
        return { relation: 'other-facility', name: '', contactId: null };
      case 'destroyed':
        return { relation: 'other', name: '', contactId: null };
      case 'replaced':
      case null:
        return null;
    }
  }
}
