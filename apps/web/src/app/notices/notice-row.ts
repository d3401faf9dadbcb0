import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';

import { Session } from '../session/session';
import { MomentPipe, ShortDayPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { AnswerForm } from './answer-form';
import { answersSaid, type Notice } from './notice';
import { NoticeChip } from './notice-chip';
import { NoticeDecision } from './notice-decision';
import { NoticeLines } from './notice-lines';
import type { Done } from './task-row';

const DECISIONS: Readonly<Partial<Record<Notice['state'], 'withheld' | 'bounced'>>> = {
  queued: 'withheld',
  accepted: 'bounced',
  uncertain: 'bounced',
};

/** NoticeRow is one notice: when, to whom, how, about what, what became of it, and what was answered. */
@Component({
  selector: 'az-notice-row',
  imports: [AnswerForm, MomentPipe, NoticeChip, NoticeDecision, NoticeLines, ShortDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-state]': 'notice().state' },
  template: `
    <div class="facts">
      <p class="who">
        <strong>{{ who() }}</strong>
        <span class="az-soft"
          >{{ notice().madeOn | azShortDay }} {{ speech.word('channel', notice().channel) }}
          @if (notice().attempts > 1) {
            {{ speech.say('notice.attempts', { count: notice().attempts }) }}
          }
        </span>
        <az-notice-chip [state]="notice().state" />
        @if (notice().settledAt; as at) {
          <span class="az-soft">{{ at | azMoment }}</span>
        }
      </p>
      <az-notice-lines [notice]="notice()" />
      @for (answer of answers(); track answer.id) {
        <p class="say">{{ answer.text }}</p>
      }
    </div>
    @if (session.may('keep-notices') && notice().contact !== null) {
      <div class="ways az-no-print">
        @if (!answering()) {
          <button type="button" class="az-button" (click)="answering.set(true)">
            {{ speech.say('notice.answer.begin') }}<span class="az-sr-only">{{ who() }}</span>
          </button>
        }
        @if (decision(); as what) {
          <az-notice-decision [what]="what" [notice]="notice()" [who]="who()" (decided)="changed.emit($event)" />
        }
      </div>
      @if (answering()) {
        <az-answer-form
          [kinds]="kinds()"
          class="whole az-no-print"
          [noticeId]="notice().id"
          (answered)="answering.set(false); changed.emit('answered')"
          (cancelled)="answering.set(false)"
        />
      }
    }
  `,
  styleUrl: './task-row.scss',
})
export class NoticeRow {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly notice = input.required<Notice>();
  readonly changed = output<Done>();

  protected readonly kinds = computed(() => this.notice().lines.map(({ itemKind }) => itemKind));
  protected readonly answering = signal(false);
  protected readonly who = computed(() => {
    const { contact, lines } = this.notice();
    if (contact !== null) return this.speech.say('notice.contact', { ...contact });
    return this.speech.say(lines.length === 0 ? 'notice.test' : 'notice.office');
  });
  /** decision is what a person can still decide: what waits is not sent, what left has come back. */
  protected readonly decision = computed(() => DECISIONS[this.notice().state] ?? null);
  protected readonly answers = computed(() => answersSaid(this.notice(), this.speech));
}
