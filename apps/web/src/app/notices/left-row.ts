import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { settleAnswer } from '@azukari/contract';

import { Session } from '../session/session';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { ShortDayPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { dialled, type Left, residentsOf } from './notice';
import { NoticeLines } from './notice-lines';

const ICONS = {
  'prepare-pick-up': 'calendar',
  'arrange-certificate': 'pencil',
  consult: 'person',
  'call-back': 'phone',
} as const;

/** LeftRow is what a family's answer has left to do, the way to do it, and 「済みました」. */
@Component({
  selector: 'az-left-row',
  imports: [Icon, NoticeLines, Outcome, RouterLink, ShortDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-task]': 'left().answer.task' },
  template: `
    <div class="facts">
      <p class="who">
        <strong class="task"><az-icon [name]="icon()" />{{ task() }}</strong>
        @if (left().answer.plannedOn; as day) {
          <b>{{ day | azShortDay }}</b>
        }
      </p>
      <p>{{ said() }}</p>
      @if (phone()) {
        <a class="phone" [href]="href()"><az-icon name="phone" />{{ phone() }}</a>
      }
      <az-notice-lines [notice]="left().notice" />
    </div>
    <div class="ways az-no-print">
      @if (left().answer.task === 'prepare-pick-up' && session.may('check-out')) {
        @for (one of people(); track one.resident.id) {
          <a
            class="az-button az-button--floor"
            routerLink="/check-out"
            [queryParams]="{
              resident: one.resident.id,
              to: 'to-family',
              item: one.ids,
              contact: left().notice.contact?.id,
              planned: left().answer.plannedOn,
            }"
            ><az-icon name="check-out" />{{ speech.say('notice.left.checkOut')
            }}<span class="az-sr-only">{{ speech.person(one.resident.name) }}</span></a
          >
        }
      }
      @if (left().answer.task === 'arrange-certificate') {
        <a class="az-button az-button--floor" routerLink="/deadlines/work"
          ><az-icon name="next" />{{ speech.say('notice.left.workLists') }}</a
        >
      }
      @if (session.may('keep-notices')) {
        <button
          type="button"
          class="az-button az-button--floor az-button--primary"
          [attr.aria-disabled]="settling.locked()"
          (click)="settle()"
        >
          <az-icon name="check" />{{ speech.say('notice.left.settle') }}<span class="az-sr-only">{{ task() }}</span>
        </button>
      }
    </div>
    <az-outcome class="whole" [of]="settling.ended()" (again)="settling.again()" />
  `,
  styleUrl: './task-row.scss',
  styles: `
    .task {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }
    .task az-icon {
      width: 1.3em;
      height: 1.3em;
    }
  `,
})
export class LeftRow {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly left = input.required<Left>();
  readonly changed = output();

  protected readonly task = computed(() => {
    const { task } = this.left().answer;
    return task === null ? '' : this.speech.word('answerTask', task);
  });
  protected readonly icon = computed(() => ICONS[this.left().answer.task ?? 'consult']);
  protected readonly said = computed(() => {
    const { notice, answer } = this.left();
    const who = notice.contact === null ? '' : this.speech.say('notice.contact', { ...notice.contact });
    const words = this.speech.word('familyAnswer', answer.answer);
    return this.speech.say('notice.left.said', { who, words, day: this.speech.day(answer.on) });
  });
  protected readonly phone = computed(() => this.left().notice.contact?.phone ?? '');
  protected readonly href = computed(() => dialled(this.phone()));
  protected readonly people = computed(() =>
    residentsOf(this.left().notice).map(({ resident, items }) => ({
      resident,
      ids: items.map(({ itemId }) => itemId).join(','),
    })),
  );
  protected readonly settling = commandOf(settleAnswer, () => this.changed.emit());

  protected async settle(): Promise<void> {
    await this.settling.send({}, { path: { id: this.left().answer.id } });
  }
}
