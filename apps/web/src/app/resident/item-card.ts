import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { ItemTile } from '../ui/item-tile';
import type { Item } from '../ui/item-state';
import { Speech } from '../ui/speech';

/** ItemTask is what can be done with an item on this page without leaving it. */
export type ItemTask = 'search' | 'found' | 'lost' | 'agree' | 'dates' | 'pouch';

interface Way {
  readonly word: string;
  readonly link?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly task?: ItemTask;
}

const FIRST = 2;

/** ItemCard is one 預かり品 with what can be done with it now; the likeliest two are in sight, the rest one tap away. */
@Component({
  selector: 'az-item-card',
  imports: [Icon, ItemTile, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-item-tile [item]="item()">
      <div class="ways az-no-print">
        @for (way of shown(); track way.word) {
          @if (way.link; as link) {
            <a class="az-button" [routerLink]="link" [queryParams]="way.query">{{
              speech.say('resident.item.' + way.word)
            }}</a>
          } @else if (way.task; as task) {
            <button type="button" class="az-button" [attr.aria-pressed]="open() === task" (click)="choose.emit(task)">
              {{ speech.say('resident.item.' + way.word) }}
            </button>
          }
        }
        @if (ways().length > first) {
          <button
            type="button"
            class="az-button az-button--quiet"
            [attr.aria-expanded]="all()"
            (click)="all.set(!all())"
          >
            <az-icon name="more" />
            <span class="az-sr-only">{{
              speech.say('resident.item.more', { item: speech.item(item().kind, item().label) })
            }}</span>
          </button>
        }
      </div>
      @if (hold(); as words) {
        <p class="hold">{{ words }}</p>
      }
      <div class="task"><ng-content /></div>
    </az-item-tile>
  `,
  styles: `
    :host {
      display: block;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-inline-start: auto;
    }
    .ways .az-button[aria-pressed='true'] {
      border-color: var(--az-primary);
      background: var(--az-primary-soft);
      color: var(--az-on-primary-soft);
    }
    .ways .az-button--quiet {
      padding-inline: 10px;
    }
    .hold {
      flex-basis: 100%;
      color: var(--az-amber);
      font-size: 0.889rem;
    }
    .task {
      flex-basis: 100%;
    }
    .task:empty {
      display: none;
    }
  `,
})
export class ItemCard {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  readonly item = input.required<Item>();
  /** agreementId is the agreement that covers it today; null while it is not known. */
  readonly agreementId = input<string | null>(null);
  /** open is the task that is being done with this item now. */
  readonly open = input<ItemTask | null>(null);
  readonly choose = output<ItemTask>();

  protected readonly first = FIRST;
  protected readonly all = signal(false);
  protected readonly ways = computed(() => this.waysOf(this.item()));
  protected readonly shown = computed(() => (this.all() ? this.ways() : this.ways().slice(0, FIRST)));
  protected readonly hold = computed(() => {
    const { custody } = this.item();
    if (custody.at === 'ended' || custody.hold === null) return null;
    const { reason, resolveBy } = custody.hold;
    return this.speech.say('resident.item.hold', {
      reason: this.speech.word('holdReason', reason),
      day: this.speech.day(resolveBy),
    });
  });

  private waysOf(item: Item): readonly Way[] {
    const picture: Way = { word: 'picture', link: `/pictures/items/${item.id}` };
    return this.session.may('read-record') ? [...this.moving(item), picture] : this.moving(item);
  }

  private moving(item: Item): readonly Way[] {
    const { id, custody } = item;
    const residentId = item.resident?.id ?? '';
    const may = this.session;
    const handOver: readonly Way[] = may.may('return-to-resident')
      ? [{ word: 'handOver', link: '/hand-over', query: { resident: residentId, items: id } }]
      : [];
    const search: readonly Way[] = may.may('search') ? [{ word: 'search', task: 'search' }] : [];
    const dates: readonly Way[] = may.may('take-in') ? [{ word: 'dates', task: 'dates' }] : [];
    switch (custody.at) {
      case 'stored':
        return [
          ...this.agreeing(item),
          ...(may.may('check-out')
            ? [{ word: 'checkOut', link: '/check-out', query: { resident: residentId, item: id } }]
            : []),
          ...handOver,
          ...dates,
          ...(may.may('move') ? [{ word: 'pouch', task: 'pouch' } as const] : []),
          ...search,
        ];
      case 'out':
        return [
          ...(may.may('check-in') ? [{ word: 'checkIn', link: '/check-in', query: { item: id } }] : []),
          ...(may.may('change') ? [{ word: 'change', link: '/change', query: { items: id } }] : []),
          ...this.agreeing(item),
          ...handOver,
          ...dates,
          ...search,
        ];
      case 'missing':
        return [
          ...(may.may('check-in') ? [{ word: 'found', task: 'found' } as const] : []),
          ...(custody.stage === 'searching' && may.may('report-missing')
            ? [{ word: 'lost', task: 'lost' } as const]
            : []),
          ...dates,
        ];
      case 'ended':
        return [];
    }
  }

  private agreeing({ custody, agreed, resident, kind }: Item): readonly Way[] {
    if (custody.at === 'ended' || custody.hold === null || kind === 'legacy-insurance-card') return [];
    if (agreed)
      return this.session.may('take-in') && this.agreementId() !== null ? [{ word: 'agree', task: 'agree' }] : [];
    return this.session.may('keep-agreements') && resident !== null
      ? [{ word: 'makeAgreement', link: `/residents/${resident.id}/agreement`, query: { kinds: kind } }]
      : [];
  }
}
