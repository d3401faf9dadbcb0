import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { confirmWhereabouts } from '@azukari/contract';
import { addDays, dayInTokyo, DAYS_UNTIL_ASKED } from '@azukari/domain';

import { Session } from '../session/session';
import type { BoardAnswer } from '../ui/board';
import { commandOf } from '../ui/command';
import { HolderChip } from '../ui/holder-chip';
import { KindShapeDrawing } from '../ui/kind-shape';
import { MomentPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { OverdueChip } from './overdue-chip';

type Asked = BoardAnswer['toLocate'][number];

/** Call is what one telephone call asks about: the things of one person in one place. */
interface Call {
  readonly key: string;
  readonly first: Asked;
  readonly items: readonly Asked['item'][];
  /** dueOn is the day from which it is asked about. */
  readonly dueOn: string;
}

/** Whereabouts is what is in hospital, and once a week somebody asks there whether they still have it. */
@Component({
  selector: 'az-whereabouts',
  imports: [HolderChip, KindShapeDrawing, MomentPipe, Outcome, OverdueChip, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-outcome [of]="confirming.ended()" (again)="confirming.again()" />
    <ul class="az-lines">
      @for (call of calls(); track call.key) {
        <li class="az-line">
          <div class="az-line-facts">
            @if (call.first.item.resident; as resident) {
              <a [routerLink]="['/residents', resident.id]">{{ speech.person(resident.name, resident.kana) }}</a>
            }
            <ul class="az-things">
              @for (item of call.items; track item.id) {
                <li><az-kind-shape [kind]="item.kind" />{{ speech.item(item.kind, item.label) }}</li>
              }
            </ul>
            @if (call.first.item.custody; as custody) {
              @if (custody.at === 'out') {
                <az-holder-chip [holder]="custody.holder" [destination]="custody.destination" />
              }
            }
            <span class="az-soft">{{
              speech.say('today.locate.known', { time: (call.first.knownAt | azMoment) })
            }}</span>
          </div>
          <az-overdue-chip [by]="call.dueOn" />
          @if (session.may('change')) {
            <button
              type="button"
              class="az-button az-button--floor az-no-print"
              [disabled]="confirming.locked()"
              (click)="confirm(call)"
            >
              {{ speech.say('today.locate.confirm') }}<span class="az-sr-only">{{ speech.items(call.items) }}</span>
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    button {
      margin-inline-start: auto;
    }
  `,
})
export class Whereabouts {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  readonly asked = input.required<BoardAnswer['toLocate']>();
  readonly confirmed = output();

  protected readonly calls = computed<readonly Call[]>(() =>
    [...Map.groupBy(this.asked(), callOf)].flatMap(([key, own]) => {
      const [first] = own;
      if (!first) return [];
      const dueOn = addDays(dayInTokyo(first.knownAt), DAYS_UNTIL_ASKED);
      return [{ key, first, dueOn, items: own.map(({ item }) => item) }];
    }),
  );

  protected readonly confirming = commandOf(confirmWhereabouts, ({ receipt }) => {
    this.receipts.show(
      'recorded',
      receipt,
      this.asked().map(({ item }) => item),
    );
    this.confirmed.emit();
  });

  protected async confirm({ items }: Call): Promise<void> {
    await this.confirming.send({ itemIds: items.map(({ id }) => id) });
  }
}

/** What is with the same person or house, of the same resident, last known at the same moment, is asked about at once. */
function callOf({ item: { id, resident, custody }, knownAt }: Asked): string {
  const where = custody.at === 'out' ? JSON.stringify([custody.holder, custody.destination]) : '';
  return [resident?.id ?? id, where, knownAt].join('/');
}
