import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { checkOut, listContacts, listItems, listStaff, readResident } from '@azukari/contract';
import {
  dayInTokyo,
  type Instant,
  isCalendarDay,
  type Presence,
  presencesFor,
  PURPOSES,
  type Purpose,
  tokyoTime,
  visitFor,
} from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DuePicker } from '../ui/due-picker';
import { usualDue } from '../ui/due-times';
import { contactHolder, type Holder, HolderPicker } from '../ui/holder-picker';
import { Icon } from '../ui/icon';
import { ItemPicker } from '../ui/item-picker';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import type { PaperDraft } from '../ui/paper';
import { PaperButton } from '../ui/paper-button';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { ScanLine, type ScannedPouch } from '../ui/scan/scan-line';
import { Skeleton } from '../ui/skeleton';
import { presenceWords } from '../ui/presence-words';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { type Chosen, proposalFor } from './proposal-read';
import { WhoUntil } from './who-until';
import { Why } from './why';

/** ON_SCREEN are the purposes to press; 救急 has its own red button. */
const ON_SCREEN: readonly Purpose[] = PURPOSES.filter((purpose) => purpose !== 'emergency');

/** CheckOutPage is 出す: whose, what, where to, on one page with everything filled in that can be known. */
@Component({
  selector: 'az-check-out-page',
  imports: [
    Choices,
    DuePicker,
    HolderPicker,
    Icon,
    ItemPicker,
    Outcome,
    PageHeading,
    PaperButton,
    ResidentFinder,
    ScanLine,
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
  /** item in the address, one or several between commas, is ticked besides what is proposed. */
  readonly item = input<string>();
  /** to in the address is the purpose that is chosen at first. */
  readonly to = input<string>();
  /** contact in the address is who of the family comes, on the day `planned`. */
  readonly contact = input<string>();
  readonly planned = input<string>();

  protected readonly purposes = ON_SCREEN;
  // The minute in which the page was opened: proposals must not move under a thumb.
  protected readonly openedAt: Instant = this.clock.now();
  protected readonly chosen = signal<readonly Chosen[]>([]);
  // With a resident in the address nobody is to be found first.
  protected readonly adding = linkedSignal(() => this.resident() === undefined);
  protected readonly purpose = linkedSignal<Purpose>(
    () => ON_SCREEN.find((purpose) => purpose === this.to()) ?? 'outpatient',
  );
  protected readonly destination = signal('');
  protected readonly found = signal<readonly string[]>([]);
  protected readonly due = linkedSignal<Instant | null>(
    () => this.plannedUntil() ?? usualDue(this.purpose(), this.openedAt),
  );
  private readonly contactsRead = this.api.read(listContacts, () => {
    const [first] = this.residentIds();
    return this.purpose() === 'to-family' && first !== undefined ? { query: { residentId: first } } : undefined;
  });
  /** contacts are those of the family who may be given something. */
  protected readonly contacts = computed(() =>
    this.purpose() === 'to-family' && this.contactsRead.hasValue()
      ? this.contactsRead.value().contacts.filter(({ handOver }) => handOver !== 'never')
      : [],
  );
  protected readonly holder = linkedSignal<Holder>(() => this.usualHolder());
  private readonly staffRead = this.api.read(listStaff);
  protected readonly staff = computed(() => (this.staffRead.hasValue() ? this.staffRead.value().staff : this.justMe()));
  /** asked are the ways in which she may take part; null where it makes no difference. */
  protected readonly asked = computed(() => {
    const presences = presencesFor(this.purpose())?.presences ?? [];
    return presences.length > 1 ? presences : null;
  });
  protected readonly presence = linkedSignal<Presence>(() => presencesFor(this.purpose())?.usual ?? 'along');
  protected readonly presenceWords = computed(() => presenceWords(this.purpose()));
  private readonly residentIds = computed(() => this.chosen().map(({ resident }) => resident.id), { equal: sameIds });
  protected readonly proposal = proposalFor(
    () => ({ purpose: this.purpose(), presence: this.presence(), residentIds: this.residentIds() }),
    this.chosen,
  );
  protected readonly itemIds = linkedSignal<readonly string[]>(() =>
    this.proposal
      .reasons()
      .flatMap(({ item, proposed }) =>
        proposed || (this.ticked().includes(item.id) && item.custody.at === 'stored') ? [item.id] : [],
      ),
  );
  /** What lay in a pouch whose label was read is taken as well. */
  private readonly scanned = signal<readonly string[]>([]);
  private readonly ticked = computed(() => [...(this.item()?.split(',') ?? []), ...this.scanned()]);
  protected readonly read = computed(() => this.chosen().some((one) => this.isRead(one)));
  /** slip is what the 外出メモ is made from; null where nothing is shown to anybody. */
  protected readonly slip = computed<PaperDraft | null>(() => {
    const visit = visitFor(this.purpose(), this.presence());
    if (visit === null || this.itemIds().length === 0) return null;
    const { setting, residentGoesAlong: goesAlong } = visit;
    const carrier = this.holder();
    const holder =
      carrier.kind === 'other' ? carrier.name : this.staff().find(({ id }) => id === carrier.staffId)?.name;
    const going = { setting, goesAlong, destination: this.destination(), holder, dueBackAt: this.due() };
    return { itemIds: [...this.itemIds()], visit: going };
  });
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
    return this.residentIds();
  }

  /** isRead says whether a resident's items can be shown, ticked where an answer came. */
  protected isRead({ resident, items }: Chosen): boolean {
    return items !== null && (this.proposal.knows(resident.id) || !this.proposal.asking());
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

  /** choosePouch chooses whose pouch was read, with what lies in it. */
  protected async choosePouch({ path, items }: ScannedPouch, line: ScanLine): Promise<void> {
    const stored = items.filter(({ custody, resident }) => custody.at === 'stored' && resident !== null);
    const owners = new Map(stored.flatMap(({ resident }) => (resident === null ? [] : [[resident.id, resident]])));
    if (owners.size === 0) {
      line.refuse(path);
      return;
    }
    const ids = stored.map(({ id }) => id);
    this.itemIds.update((now) => [...new Set([...now, ...ids])]);
    this.scanned.update((now) => [...new Set([...now, ...ids])]);
    for (const [id, resident] of owners) if (!this.residentIds().includes(id)) await this.add(resident);
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

  /** Who carries it at first: with the family never oneself, and of several contacts only the one who said that she comes. */
  private usualHolder(): Holder {
    if (this.purpose() !== 'to-family') return { kind: 'staff', staffId: this.session.staff()?.id ?? '' };
    const contacts = this.contacts();
    const comes = contacts.find(({ id }) => id === this.contact()) ?? (contacts.length === 1 ? contacts[0] : undefined);
    return comes ? contactHolder(comes) : { kind: 'other', relation: 'family', name: '' };
  }

  /** The planned day is the one on which the family goes; it comes back that day or when they say so. */
  private plannedUntil(): Instant | null {
    const day = this.planned();
    if (this.purpose() !== 'to-family' || day === undefined || !isCalendarDay(day)) return null;
    const until = tokyoTime(day, '17:00');
    return day >= dayInTokyo(this.openedAt) && until > this.openedAt ? until : null;
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

function sameIds(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, n) => id === others[n]);
}
