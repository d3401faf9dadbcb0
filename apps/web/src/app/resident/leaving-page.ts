import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { leaveResident, listItems, readResident } from '@azukari/contract';
import { LEAVE_REASONS } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { DayField } from '../ui/day-field';
import { commandOf } from '../ui/command';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { ItemTile } from '../ui/item-tile';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';

type Reason = (typeof LEAVE_REASONS)[number];

/** LeavingPage notes that a resident left, and shows first what is still here of hers and what follows. */
@Component({
  selector: 'az-leaving-page',
  imports: [Choices, DayField, FormEnd, Icon, ItemTile, Outcome, PageHeading, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './leaving-page.html',
  styles: `
    ul {
      display: grid;
      gap: 8px;
    }
    .follows {
      padding-inline-start: 1.4em;
      list-style: disc;
      gap: 2px;
    }
    section {
      display: grid;
      gap: 10px;
    }
    section > a {
      justify-self: start;
    }
  `,
})
export class LeavingPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  readonly id = input.required<string>();

  protected readonly reasons = LEAVE_REASONS;
  protected readonly resident = this.api.read(readResident, () => ({ path: { id: this.id() } }));
  private readonly itemsRead = this.api.read(listItems, () => ({ query: { residentId: this.id(), limit: 200 } }));
  protected readonly items = computed(() =>
    this.itemsRead.hasValue() ? this.itemsRead.value().items.filter(({ custody }) => custody.at !== 'ended') : null,
  );
  protected readonly on = signal<string | null>(this.clock.today());
  protected readonly reason = signal<Reason | null>(null);
  protected readonly leaving = commandOf(leaveResident, () => this.router.navigate(['/residents', this.id()]));

  protected async leave(): Promise<void> {
    if (!this.resident.hasValue()) return;
    const { version } = this.resident.value();
    const order = { version, on: this.on() ?? '', reason: this.reason() as Reason };
    await this.leaving.send(order, { path: { id: this.id() } });
  }
}
