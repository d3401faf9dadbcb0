import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { checkOut, listItems, listStaff, readResident } from '@azukari/contract';
import { type Instant, PURPOSES, type Purpose } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DuePicker } from '../ui/due-picker';
import { usualDue } from '../ui/due-times';
import { type Holder, HolderPicker } from '../ui/holder-picker';
import { Icon } from '../ui/icon';
import { ItemPicker } from '../ui/item-picker';
import type { Item } from '../ui/item-state';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { reasonsFor } from './proposal';
import { WhoUntil } from './who-until';
import { Why } from './why';

/** Chosen is one resident of this outing with the items that were read for her. */
interface Chosen {
  readonly resident: ResidentBrief;
  readonly items: readonly Item[] | null;
}

/** ON_SCREEN are the purposes to press; 救急 has its own red button. */
const ON_SCREEN: readonly Purpose[] = PURPOSES.filter((purpose) => purpose !== 'emergency');

/** CheckOutPage is 出す: whose, what, where to, on one page with everything filled in that can be known. */
@Component({
  selector: 'az-check-out-page',
  imports: [
    DuePicker,
    HolderPicker,
    Icon,
    ItemPicker,
    Outcome,
    PageHeading,
    ResidentFinder,
    Skeleton,
    TextField,
    WhoUntil,
    Why,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './check-out-page.html',
  styleUrl: './check-out-page.scss',
})
export class CheckOutPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);
  /** resident in the address chooses a resident at once, from her own page. */
  readonly resident = input<string>();
  /** item in the address is ticked besides what is proposed. */
  readonly item = input<string>();

  protected readonly purposes = ON_SCREEN;
  // The minute in which the page was opened: proposals must not move under a thumb.
  protected readonly openedAt: Instant = this.clock.now();
  protected readonly chosen = signal<readonly Chosen[]>([]);
  // With a resident in the address nobody is to be found first.
  protected readonly adding = linkedSignal(() => this.resident() === undefined);
  protected readonly purpose = signal<Purpose>('outpatient');
  protected readonly destination = signal('');
  protected readonly found = signal<readonly string[]>([]);
  protected readonly due = linkedSignal<Instant | null>(() => usualDue(this.purpose(), this.openedAt));
  protected readonly holder = linkedSignal<Holder>(() => ({ kind: 'staff', staffId: this.session.staff()?.id ?? '' }));
  private readonly staffRead = this.api.read(listStaff);
  protected readonly staff = computed(() => (this.staffRead.hasValue() ? this.staffRead.value().staff : this.justMe()));
  protected readonly reasons = computed(() =>
    this.chosen().flatMap(({ items }) => reasonsFor(items ?? [], this.purpose(), this.clock.today())),
  );
  protected readonly itemIds = linkedSignal<readonly string[]>(() =>
    this.reasons().flatMap(({ item, proposed }) =>
      proposed || (item.id === this.item() && item.custody.at === 'stored') ? [item.id] : [],
    ),
  );
  protected readonly read = computed(() => this.chosen().some(({ items }) => items !== null));
  protected readonly takingOut = commandOf(checkOut, ({ receipt }) => {
    this.receipts.show(
      'check-out',
      receipt,
      this.chosen().flatMap(({ items }) => items ?? []),
    );
    return this.router.navigateByUrl('/today');
  });

  constructor() {
    queueMicrotask(() => void this.openWith(this.resident()));
  }

  protected except(): readonly string[] {
    return this.chosen().map(({ resident }) => resident.id);
  }

  protected async add(resident: ResidentBrief): Promise<void> {
    this.adding.set(false);
    this.chosen.update((before) => [...before, { resident, items: null }]);
    const asked = await this.api.ask(listItems, { query: { residentId: resident.id, limit: 200 } });
    if (asked.kind !== 'done') {
      this.remove(resident.id);
      return;
    }
    const items = asked.answer.items.filter(({ custody }) => custody.at !== 'ended');
    this.chosen.update((before) => before.map((one) => (one.resident.id === resident.id ? { resident, items } : one)));
  }

  protected remove(residentId: string): void {
    this.chosen.update((before) => before.filter(({ resident }) => resident.id !== residentId));
    if (this.chosen().length === 0) this.adding.set(true);
  }

  protected toggle(id: string): void {
    this.itemIds.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected toggleFound(id: string): void {
    const lies = !this.found().includes(id);
    this.found.update((ids) => (lies ? [...ids, id] : ids.filter((other) => other !== id)));
    // After a refusal the item is still ticked.
    this.itemIds.update((ids) => (lies ? [...new Set([...ids, id])] : ids.filter((other) => other !== id)));
    this.takingOut.forget();
  }

  /** choose leads to where the person is chosen, with the due time below. */
  protected choose(carrying: HTMLElement): void {
    carrying.scrollIntoView({ block: 'start' });
    carrying.querySelector('select')?.focus({ preventScroll: true });
  }

  protected change(id: string): void {
    void this.router.navigate(['/change'], { queryParams: { items: id } });
  }

  protected async takeOut(): Promise<void> {
    const itemIds = [...this.itemIds()];
    const foundIds = this.found().filter((id) => itemIds.includes(id));
    await this.takingOut.send({
      itemIds,
      foundIds,
      purpose: this.purpose(),
      destination: this.destination(),
      holder: this.holder(),
      dueBackAt: this.due(),
    });
  }

  /** refusedItem is the item of a refusal that has its two ways on. */
  protected refusedItem(): string | null {
    return this.takingOut.refusal('item-out')?.itemId ?? null;
  }

  private async openWith(residentId: string | undefined): Promise<void> {
    if (residentId === undefined) return;
    const asked = await this.api.ask(readResident, { path: { id: residentId } });
    if (asked.kind === 'done') await this.add(asked.answer);
    else this.adding.set(true);
  }

  private justMe() {
    const me = this.session.staff();
    return me === null ? [] : [me];
  }
}
