import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import type { BoardAnswer } from '../ui/board';
import { HandOverChip } from '../ui/hand-over-chip';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

type FamilyAnswer = BoardAnswer['notices']['answers'][number];

const ICONS = {
  'prepare-pick-up': 'calendar',
  'arrange-certificate': 'pencil',
  consult: 'person',
  'call-back': 'phone',
} as const;

/** FamilyAnswers are what families have answered and nobody has seen to: who comes when for what, and who wants to be called. */
@Component({
  selector: 'az-family-answers',
  imports: [HandOverChip, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (row of rows(); track row.one.id + row.one.resident.id) {
        <li [class.passed]="row.passed" [attr.data-task]="row.one.task">
          <az-icon [name]="row.icon" />
          <div class="facts">
            <strong>{{ row.what }}</strong>
            <span>
              <a [routerLink]="['/residents', row.one.resident.id]">{{ speech.person(row.one.resident.name) }}</a>
              {{ speech.items(row.one.items) }}
            </span>
            <span class="az-soft">{{ row.said }}</span>
          </div>
          @if (row.one.handOver !== null && row.one.handOver !== 'allowed') {
            <az-hand-over-chip [rule]="row.one.handOver" />
          }
          @if (row.one.task === 'prepare-pick-up' && row.one.handOver !== 'never' && session.may('check-out')) {
            <a
              class="az-button az-button--floor az-no-print"
              routerLink="/check-out"
              [queryParams]="{
                resident: row.one.resident.id,
                to: 'to-family',
                item: idsOf(row.one),
                contact: row.one.contactId,
                planned: row.one.plannedOn,
              }"
              ><az-icon name="check-out" />{{ speech.say('today.answer.checkOut')
              }}<span class="az-sr-only">{{ speech.person(row.one.resident.name) }}</span></a
            >
          }
          @if (session.may('see-profile')) {
            <a class="az-button az-button--floor az-no-print" routerLink="/notices"
              ><az-icon name="next" />{{ speech.say('today.answer.open')
              }}<span class="az-sr-only">{{ row.what }} {{ speech.person(row.one.resident.name) }}</span></a
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
export class FamilyAnswers {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly answers = input.required<readonly FamilyAnswer[]>();
  readonly today = input.required<string>();

  protected readonly rows = computed(() =>
    this.answers().map((one) => {
      const passed = one.plannedOn !== null && one.plannedOn < this.today();
      return {
        one,
        passed,
        what: this.what(one),
        icon: passed ? ('warning' as const) : ICONS[one.task],
        said: this.speech.say('today.answer.said', { day: this.speech.day(one.on) }),
      };
    }),
  );

  private what({ task, plannedOn }: FamilyAnswer): string {
    if (plannedOn === null) return this.speech.word('answerTask', task);
    const key = plannedOn === this.today() ? 'today' : plannedOn < this.today() ? 'passed' : 'ahead';
    return this.speech.say(`today.answer.${key}`, { day: this.speech.day(plannedOn) });
  }

  protected idsOf({ items }: FamilyAnswer): string {
    return items.map(({ id }) => id).join(',');
  }
}
