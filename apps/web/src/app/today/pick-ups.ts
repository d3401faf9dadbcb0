import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import type { BoardAnswer } from '../ui/board';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

type PickUp = BoardAnswer['notices']['pickUps'][number];

/** PickUps are the families who come for something, by the day they named, with the way to 出す. */
@Component({
  selector: 'az-pick-ups',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (one of pickUps(); track one.plannedOn + one.resident.id) {
        <li [class.passed]="one.plannedOn < today()">
          <az-icon [name]="one.plannedOn < today() ? 'warning' : 'calendar'" />
          <div class="facts">
            <strong>{{ when(one) }}</strong>
            <span>
              <a [routerLink]="['/residents', one.resident.id]">{{ speech.person(one.resident.name) }}</a>
              {{ speech.items(one.items) }}
            </span>
          </div>
          @if (session.may('check-out')) {
            <a
              class="az-button az-button--floor az-no-print"
              routerLink="/check-out"
              [queryParams]="{ resident: one.resident.id, to: 'to-family', item: idsOf(one) }"
              ><az-icon name="check-out" />{{ speech.say('today.pickUp.checkOut')
              }}<span class="az-sr-only">{{ speech.person(one.resident.name) }}</span></a
            >
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 14px;
      padding: 10px 14px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
    }
    li > az-icon {
      width: 26px;
      height: 26px;
      color: var(--az-primary);
    }
    .passed > az-icon,
    .passed strong {
      color: var(--az-red);
    }
    .facts {
      display: grid;
      flex: 1 1 14rem;
      min-width: 0;
    }
  `,
})
export class PickUps {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly pickUps = input.required<readonly PickUp[]>();
  readonly today = input.required<string>();

  protected when({ plannedOn }: PickUp): string {
    const day = this.speech.day(plannedOn);
    const key = plannedOn === this.today() ? 'today' : plannedOn < this.today() ? 'passed' : 'ahead';
    return this.speech.say(`today.pickUp.${key}`, { day });
  }

  protected idsOf({ items }: PickUp): string {
    return items.map(({ id }) => id).join(',');
  }
}
