import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { confirmCounts, readCounts, startCount, takeOverCount } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { following } from '../ui/following';
import { Icon } from '../ui/icon';
import { MomentPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import type { PaperDraft } from '../ui/paper';
import { PaperButton } from '../ui/paper-button';
import { type Receipt, Receipts } from '../ui/receipts';
import { ScanLine, type ScannedPouch } from '../ui/scan/scan-line';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { type Counts, CountingWords } from './counting';

type Drawer = Counts['drawers'][number];

/** CountsPage is 点検: which drawers to count, what waits for a second person, and the newest counts. */
@Component({
  selector: 'az-counts-page',
  imports: [Icon, MomentPipe, Outcome, PageHeading, PaperButton, RouterLink, ScanLine, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './counts-page.html',
  styleUrl: './counts-page.scss',
})
export class CountsPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(CountingWords);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly receipts = inject(Receipts);
  protected readonly read = inject(Api).read(readCounts);

  /** The pouch whose label was read, if that is why a count is opened. */
  private pouch: string | undefined;
  /** F16 is of the whole house. */
  protected readonly night: PaperDraft = {};
  protected readonly mayCount = computed(() => this.session.may('count'));
  protected readonly toConfirm = computed(() =>
    this.read.hasValue() ? this.read.value().awaited.filter(({ countedBy }) => !this.isMine(countedBy)) : [],
  );
  protected readonly starting = commandOf(startCount, ({ count }) => this.go(count.id));
  protected readonly taking = commandOf(takeOverCount, ({ count }) => this.go(count.id));
  protected readonly confirming = commandOf(confirmCounts, ({ receipt }) => this.confirmed(receipt));

  constructor() {
    following(this.read);
  }

  protected isMine({ id }: { readonly id: string }): boolean {
    return this.session.staff()?.id === id;
  }

  protected async count({ id, open }: Drawer): Promise<void> {
    if (open === null) await this.starting.send({ drawerId: id });
    else if (this.isMine(open.owner)) await this.go(open.id);
    else await this.taking.send({}, { path: { id: open.id } });
  }

  /** countPouch counts the place in which a pouch stands whose label was read, and opens that pouch. */
  protected async countPouch({ id, drawerId, path }: ScannedPouch, line: ScanLine): Promise<void> {
    const drawer = this.read.hasValue() ? this.read.value().drawers.find((one) => one.id === drawerId) : undefined;
    this.pouch = id;
    if (drawer) await this.count(drawer);
    else line.refuse(path, 'elsewhere');
  }

  protected async confirm(): Promise<void> {
    await this.confirming.send({ countIds: this.toConfirm().map(({ id }) => id) });
  }

  private go(id: string): Promise<boolean> {
    return this.router.navigate(['/counts', id], { queryParams: { pouch: this.pouch } });
  }

  private confirmed(receipt: Receipt): void {
    this.receipts.show('recorded', receipt);
    this.read.reload();
  }
}
