import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { agreeItems, describeItem, moveItems, reportFound, reportMissing, startSearch } from '@azukari/contract';

import { Session } from '../session/session';
import { decisionOf } from '../ui/decision';
import { type DescriptionDraft, DescriptionForm, NOTHING_KNOWN } from '../ui/description-form';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { Item } from '../ui/item-state';
import { Outcome } from '../ui/outcome';
import { PouchPicker } from '../ui/pouch-picker';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { ItemCard, type ItemTask } from './item-card';

interface Doing {
  readonly itemId: string;
  readonly task: ItemTask;
}

type Receipt = Parameters<Receipts['show']>[1];

/** ItemsPanel lists a resident's items with what can be done; small things are done in place. */
@Component({
  selector: 'az-items-panel',
  imports: [DescriptionForm, EmptyState, Icon, ItemCard, Outcome, PouchPicker, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './items-panel.html',
  styleUrl: './items-panel.scss',
})
export class ItemsPanel {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  readonly items = input.required<readonly Item[]>();
  readonly residentId = input.required<string>();
  /** agreementFor finds the agreement that covers an item's kind today. */
  readonly agreementFor = input<(item: Item) => string | null>(() => null);
  readonly changed = output();

  protected readonly here = computed(() => this.items().filter(({ custody }) => custody.at !== 'ended'));
  protected readonly gone = computed(() => this.items().filter(({ custody }) => custody.at === 'ended'));
  protected readonly pouches = computed(() => [...new Set(this.here().flatMap(({ storage }) => storage?.id ?? []))]);
  protected readonly doing = signal<Doing | null>(null);
  protected readonly known = signal<DescriptionDraft>(NOTHING_KNOWN);
  protected readonly unknown = signal(false);
  protected readonly pouch = signal<string | null>(null);

  protected readonly searching = decisionOf(startSearch);
  protected readonly losing = decisionOf(reportMissing);
  protected readonly finding = decisionOf(reportFound);
  protected readonly agreeing = decisionOf(agreeItems);
  protected readonly describing = decisionOf(describeItem);
  protected readonly moving = decisionOf(moveItems);
  protected readonly describeError = (field: string): string | null => this.describing.error(field);

  protected begin(item: Item, task: ItemTask): void {
    const doing = this.doing();
    const again = doing?.itemId === item.id && doing.task === task;
    this.doing.set(again ? null : { itemId: item.id, task });
    const { printedExpiresOn, certificateExpiresOn, insurerType, authMode, storage } = item;
    this.known.set({ printedExpiresOn, certificateExpiresOn, insurerType, authMode });
    this.unknown.set(false);
    this.pouch.set(storage?.id ?? null);
  }

  protected async carryOut(item: Item, task: ItemTask): Promise<void> {
    this.finish(task, await this.decide(item, task));
  }

  protected async again(task: ItemTask): Promise<void> {
    this.finish(task, await this.decision(task).again());
  }

  /** decision is what is under way for a task. */
  protected decision(task: ItemTask) {
    switch (task) {
      case 'search':
        return this.searching;
      case 'lost':
        return this.losing;
      case 'found':
        return this.finding;
      case 'agree':
        return this.agreeing;
      case 'dates':
        return this.describing;
      case 'pouch':
        return this.moving;
    }
  }

  private decide(item: Item, task: ItemTask): Promise<{ readonly receipt: Receipt } | null> {
    const itemIds = [item.id];
    const storageId = this.pouch();
    switch (task) {
      case 'search':
        return this.searching.decide((commandId) => ({ commandId, itemIds }));
      case 'lost':
        return this.losing.decide((commandId) => ({ commandId, itemIds }));
      case 'found':
        return this.finding.decide((commandId) => ({ commandId, itemIds, storageId }));
      case 'agree':
        return this.agreeing.decide((commandId) => ({
          commandId,
          itemIds,
          agreementId: this.agreementFor()(item) ?? '',
          storageId,
        }));
      case 'dates':
        return this.describing.decide((commandId) => ({ commandId, ...this.known() }), { path: { id: item.id } });
      case 'pouch':
        return this.moving.decide((commandId) => ({ commandId, itemIds, storageId: storageId ?? '' }));
    }
  }

  private finish(task: ItemTask, answer: { readonly receipt: Receipt } | null): void {
    if (answer === null) return;
    this.receipts.show(task === 'search' || task === 'found' ? task : 'recorded', answer.receipt);
    this.doing.set(null);
    this.changed.emit();
  }
}
