import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { agreeItems, describeItem, moveItems, reportFound, reportMissing, startSearch } from '@azukari/contract';
import { dayInTokyo } from '@azukari/domain';

import { Session } from '../session/session';
import { BoxedForm } from '../ui/boxed-form';
import { commandOf } from '../ui/command';
import { type DescriptionDraft, DescriptionForm, NOTHING_KNOWN } from '../ui/description-form';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { Item } from '../ui/item-state';
import { PouchPicker } from '../ui/pouch-picker';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { ItemCard, type ItemTask } from './item-card';

interface Doing {
  readonly itemId: string;
  readonly task: ItemTask;
}

/** ItemsPanel lists a resident's items with what can be done; small things are done in place. */
@Component({
  selector: 'az-items-panel',
  imports: [BoxedForm, DescriptionForm, EmptyState, Icon, ItemCard, PouchPicker, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './items-panel.html',
  styleUrl: './items-panel.scss',
})
export class ItemsPanel {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly items = input.required<readonly Item[]>();
  readonly residentId = input.required<string>();
  /** agreementFor finds the agreement that covers an item's kind today. */
  readonly agreementFor = input<(item: Item) => string | null>(() => null);
  /** dates names the item whose dates are asked for as the page opens. */
  readonly dates = input<string>();
  readonly changed = output();

  protected readonly here = computed(() => this.items().filter(({ custody }) => custody.at !== 'ended'));
  protected readonly gone = computed(() => this.items().filter(({ custody }) => custody.at === 'ended'));
  protected readonly pouches = computed(() => [...new Set(this.here().flatMap(({ storage }) => storage?.id ?? []))]);
  protected readonly doing = signal<Doing | null>(null);
  protected readonly known = signal<DescriptionDraft>(NOTHING_KNOWN);
  protected readonly unknown = signal(false);
  protected readonly pouch = signal<string | null>(null);
  private readonly description = viewChild(DescriptionForm);
  protected readonly dayOf = dayInTokyo;

  protected readonly commands = {
    search: commandOf(startSearch, this.after('search')),
    lost: commandOf(reportMissing, this.after('recorded')),
    found: commandOf(reportFound, this.after('found')),
    agree: commandOf(agreeItems, this.after('recorded')),
    dates: commandOf(describeItem, this.after('recorded')),
    pouch: commandOf(moveItems, this.after('recorded')),
  };
  protected readonly describeError = (field: string): string | null => this.commands.dates.error(field);

  constructor() {
    let opened: string | undefined;
    effect(() => {
      const asked = this.here().find(({ id }) => id === this.dates());
      if (!asked || asked.id === opened || !this.session.may('take-in')) return;
      opened = asked.id;
      untracked(() => this.begin(asked, 'dates'));
      afterNextRender(
        { read: () => this.host.querySelector('form')?.scrollIntoView({ block: 'center' }) },
        { injector: this.injector },
      );
    });
  }

  protected begin(item: Item, task: ItemTask): void {
    const doing = this.doing();
    const again = doing?.itemId === item.id && doing.task === task;
    this.doing.set(again ? null : { itemId: item.id, task });
    const { printedExpiresOn, noDatePrinted, certificateExpiresOn, insurerType, authMode, storage } = item;
    this.known.set({ printedExpiresOn, noDatePrinted, certificateExpiresOn, insurerType, authMode });
    this.unknown.set(false);
    this.pouch.set(storage?.id ?? null);
  }

  protected carryOut(item: Item, task: ItemTask): Promise<boolean> {
    const itemIds = [item.id];
    const storageId = this.pouch();
    switch (task) {
      case 'search':
        return this.commands.search.send({ itemIds });
      case 'lost':
        return this.commands.lost.send({ itemIds });
      case 'found':
        return this.commands.found.send({ itemIds, storageId });
      case 'agree':
        return this.commands.agree.send({ itemIds, agreementId: this.agreementFor()(item) ?? '', storageId });
      case 'dates':
        if (this.description()?.settled() === false) return Promise.resolve(false);
        return this.commands.dates.send(this.known(), { path: { id: item.id } });
      case 'pouch':
        return this.commands.pouch.send({ itemIds, storageId: storageId ?? '' });
    }
  }

  private after(verb: string) {
    return ({ receipt }: { readonly receipt: Receipt }): void => {
      this.receipts.show(verb, receipt, this.items());
      this.doing.set(null);
      this.changed.emit();
    };
  }
}
