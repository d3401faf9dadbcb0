import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { confirmWhereabouts } from '@azukari/contract';

import { Session } from '../session/session';
import type { BoardAnswer } from '../ui/board';
import { commandOf } from '../ui/command';
import { ItemTile } from '../ui/item-tile';
import { MomentPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';

/** Whereabouts is what is in hospital, and once a week somebody asks there whether they still have it. */
@Component({
  selector: 'az-whereabouts',
  imports: [ItemTile, MomentPipe, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-outcome [of]="confirming.ended()" (again)="confirming.again()" />
    <ul>
      @for (one of asked(); track one.item.id) {
        <li>
          <az-item-tile [item]="one.item" owner="link">
            <span class="az-soft">{{ speech.say('today.locate.known', { time: (one.knownAt | azMoment) }) }}</span>
            @if (session.may('change')) {
              <button
                type="button"
                class="az-button az-button--floor az-no-print"
                [disabled]="confirming.locked()"
                (click)="confirm(one.item.id)"
              >
                {{ speech.say('today.locate.confirm')
                }}<span class="az-sr-only">{{ speech.item(one.item.kind, one.item.label) }}</span>
              </button>
            }
          </az-item-tile>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr));
      gap: 8px;
    }
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

  protected readonly confirming = commandOf(confirmWhereabouts, ({ receipt }) => {
    this.receipts.show(
      'recorded',
      receipt,
      this.asked().map(({ item }) => item),
    );
    this.confirmed.emit();
  });

  protected async confirm(itemId: string): Promise<void> {
    await this.confirming.send({ itemIds: [itemId] });
  }
}
