import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { checkOut, listItems } from '@azukari/contract';
import { EMERGENCY_KINDS } from '@azukari/domain';

import { Session } from '../session/session';
import { Api, type Asked } from '../ui/api';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { ItemPicker } from '../ui/item-picker';
import type { Item } from '../ui/item-state';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';

/** EmergencyPage is 救急: person, confirm, go. It asks for no text, and nothing in the rules holds it up. */
@Component({
  selector: 'az-emergency-page',
  imports: [Icon, ItemPicker, Outcome, ResidentFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './emergency-page.html',
  styleUrl: './emergency-page.scss',
})
export class EmergencyPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);

  protected readonly resident = signal<ResidentBrief | null>(null);
  protected readonly items = signal<readonly Item[] | null>(null);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly found = signal<readonly string[]>([]);
  protected readonly failed = signal<Asked<unknown> | null>(null);
  protected readonly takingOut = commandOf(checkOut, ({ receipt }) => {
    this.receipts.show('check-out', receipt, this.items() ?? []);
    return this.router.navigateByUrl('/today');
  });

  protected async choose(resident: ResidentBrief): Promise<void> {
    this.resident.set(resident);
    const asked = await this.api.ask(listItems, { query: { residentId: resident.id, limit: 200 } });
    this.failed.set(asked.kind === 'done' ? null : asked);
    if (asked.kind !== 'done') return;
    const items = asked.answer.items.filter(({ custody }) => custody.at !== 'ended');
    this.items.set(items);
    this.chosen.set(
      items
        .filter(({ kind, custody }) => EMERGENCY_KINDS.includes(kind) && custody.at === 'stored')
        .map(({ id }) => id),
    );
  }

  protected startOver(): void {
    this.resident.set(null);
    this.items.set(null);
    this.chosen.set([]);
    this.found.set([]);
    this.takingOut.forget();
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected toggleFound(id: string): void {
    const lies = !this.found().includes(id);
    this.found.update((ids) => (lies ? [...ids, id] : ids.filter((other) => other !== id)));
    this.chosen.update((ids) => (lies ? [...ids, id] : ids.filter((other) => other !== id)));
  }

  protected async go(): Promise<void> {
    const itemIds = [...this.chosen()];
    await this.takingOut.send({
      itemIds,
      foundIds: this.found().filter((id) => itemIds.includes(id)),
      purpose: 'emergency',
      holder: { kind: 'other', relation: 'ambulance', name: '' },
      dueBackAt: null,
    });
  }
}
