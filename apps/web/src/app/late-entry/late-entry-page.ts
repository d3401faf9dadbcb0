import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { enterLate, listItems, listStaff, readResident } from '@azukari/contract';
import { PURPOSES, type Purpose } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { ChosenResident } from '../ui/chosen-resident';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { commandOf } from '../ui/command';
import { valueOf } from '../ui/form-texts';
import { formatTime } from '../ui/format';
import { type Holder, HolderPicker } from '../ui/holder-picker';
import { Icon } from '../ui/icon';
import { ItemChecks } from '../ui/item-checks';
import type { Item } from '../ui/item-state';
import { momentOf } from '../ui/moment-of';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { paperSheet } from './paper-sheet';

/** LateEntryPage is あとから記録: what was out and came back, with the time people tell and the time of writing it down. */
@Component({
  selector: 'az-late-entry-page',
  imports: [
    ChosenResident,
    EmptyState,
    Field,
    HolderPicker,
    Icon,
    ItemChecks,
    Outcome,
    PageHeading,
    ResidentFinder,
    RouterLink,
    Skeleton,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './late-entry-page.html',
  styleUrl: './late-entry-page.scss',
})
export class LateEntryPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);
  /** residentId in the address chooses a resident at once, from her own page. */
  readonly residentId = input<string>();

  protected readonly purposes = PURPOSES;
  private readonly chosenHere = signal<ResidentBrief | null>(null);
  private readonly chosenBefore = this.api.read(readResident, () => {
    const id = this.residentId();
    return id === undefined ? undefined : { path: { id } };
  });
  private readonly dismissed = signal(false);
  protected readonly resident = computed<ResidentBrief | null>(
    () => this.chosenHere() ?? (this.chosenBefore.hasValue() && !this.dismissed() ? this.chosenBefore.value() : null),
  );
  protected readonly items = this.api.read(listItems, () => {
    const resident = this.resident();
    return resident === null ? undefined : { query: { residentId: resident.id, limit: 200 } };
  });
  protected readonly present = computed(() =>
    (this.items.hasValue() ? this.items.value().items : []).filter(({ custody }) => custody.at !== 'ended'),
  );
  private readonly staffRead = this.api.read(listStaff);
  protected readonly staff = computed(() => {
    const me = this.session.staff();
    if (this.staffRead.hasValue() && this.session.may('enter-late-for-others')) return this.staffRead.value().staff;
    return me === null ? [] : [me];
  });

  protected readonly itemIds = linkedSignal<readonly string[]>(() => {
    const stored = this.present().filter(isStored);
    return stored.length === 1 ? stored.map(({ id }) => id) : [];
  });
  protected readonly purpose = signal<Purpose>('outpatient');
  protected readonly destination = signal('');
  protected readonly holder = linkedSignal<Holder>(() => ({ kind: 'staff', staffId: this.session.staff()?.id ?? '' }));
  protected readonly sheet = signal('');
  protected readonly note = signal('');
  protected readonly outDay = signal(this.clock.today());
  protected readonly outClock = signal('');
  protected readonly backDay = linkedSignal(() => this.outDay());
  protected readonly backClock = signal('');
  protected readonly entering = commandOf(enterLate, ({ receipt }) => {
    this.receipts.show('late-entry', receipt);
    return this.router.navigate(['/ledger'], { queryParams: { resident: this.resident()?.id } });
  });
  protected readonly stored = isStored;
  protected readonly valueOf = valueOf;

  /** claimed says what will stand in the record as told by people; null until it is complete. */
  protected readonly claimed = computed(() => {
    const out = momentOf(this.outDay(), this.outClock());
    const back = momentOf(this.backDay(), this.backClock());
    return out === null || back === null ? null : { out: this.speech.moment(out), back: this.speech.moment(back) };
  });
  protected readonly recorded = computed(() => formatTime(this.clock.now()));

  protected choose(resident: ResidentBrief): void {
    this.chosenHere.set(resident);
    this.entering.forget();
  }

  protected chooseAgain(): void {
    this.chosenHere.set(null);
    this.dismissed.set(true);
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    await this.entering.send({
      itemIds: [...this.itemIds()],
      purpose: this.purpose(),
      destination: this.destination(),
      holder: this.holder(),
      // What is incomplete is sent as it is: the answer names the field.
      outAt: momentOf(this.outDay(), this.outClock()) ?? '',
      backAt: momentOf(this.backDay(), this.backClock()) ?? '',
      sheet: paperSheet(this.sheet()),
      note: this.note(),
    });
  }
}

function isStored({ custody }: Item): boolean {
  return custody.at === 'stored';
}
