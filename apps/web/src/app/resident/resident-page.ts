import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listAgreements, listContacts, listItems, readResident } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { Item } from '../ui/item-state';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { coveringAgreement } from '../ui/agreement-state';
import { isStay } from '../ui/out-groups';
import { AgreementsPanel } from './agreements-panel';
import { ChecksPanel } from './checks-panel';
import { ContactsPanel } from './contacts-panel';
import { DisputePanel } from './dispute-panel';
import { FloorView } from './floor-view';
import { ItemsPanel } from './items-panel';
import { PapersPanel } from './papers-panel';
import { ResidentHead } from './resident-head';
import { Standing } from './standing';
import { Timeline } from './timeline';

const SECTIONS = ['items', 'timeline', 'agreements', 'contacts', 'checks', 'papers'] as const;

/** ResidentPage is all the house knows of one resident's cards; who may not see it sees her items and why. */
@Component({
  selector: 'az-resident-page',
  imports: [
    AgreementsPanel,
    ChecksPanel,
    ContactsPanel,
    DisputePanel,
    EmptyState,
    FloorView,
    Icon,
    ItemsPanel,
    PapersPanel,
    ResidentHead,
    RouterLink,
    Skeleton,
    Standing,
    Timeline,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './resident-page.html',
  styleUrl: './resident-page.scss',
})
export class ResidentPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  /** id comes from the address. */
  readonly id = input.required<string>();
  /** dates names an item whose dates are to be entered now; it comes from the address too. */
  readonly dates = input<string>();

  protected readonly sections = SECTIONS;
  protected readonly whole = computed(() => this.session.may('see-profile'));
  private readonly mine = () => (this.whole() ? { query: { residentId: this.id() } } : undefined);
  protected readonly resident = this.api.read(readResident, () =>
    this.whole() ? { path: { id: this.id() } } : undefined,
  );
  protected readonly itemsRead = this.api.read(listItems, () => ({ query: { residentId: this.id(), limit: 200 } }));
  protected readonly agreementsRead = this.api.read(listAgreements, this.mine);
  protected readonly contactsRead = this.api.read(listContacts, this.mine);
  protected readonly items = computed(() => (this.itemsRead.hasValue() ? this.itemsRead.value().items : []));
  protected readonly agreements = computed(() =>
    this.agreementsRead.hasValue() ? this.agreementsRead.value().agreements : [],
  );
  protected readonly contacts = computed(() =>
    this.contactsRead.hasValue() ? this.contactsRead.value().contacts : [],
  );
  protected readonly revision = signal(0);
  protected readonly stays = computed(() => this.items().filter(({ custody }) => custody.at !== 'ended').length);
  /** away is true while something is out on a stay, and she may come back with it. */
  protected readonly away = computed(() => this.items().some(({ custody }) => isStay(custody)));
  protected readonly agreementFor = (item: Item): string | null =>
    coveringAgreement(this.agreements(), item.kind, this.clock.today());

  /** reread follows what was recorded on this page. */
  protected reread(): void {
    this.itemsRead.reload();
    this.agreementsRead.reload();
    this.revision.update((before) => before + 1);
  }

  protected show(section: string): void {
    const heading = document.getElementById(`${section}-heading`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }
}
