import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { acknowledgeReminder } from '@azukari/contract';
import type { NOTICE_OUTCOMES } from '@azukari/domain';

import { Session } from '../session/session';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { ShortDayPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { AnswerForm } from './answer-form';
import { answersSaid, dialled, type Notice } from './notice';
import { NoticeDecision } from './notice-decision';
import { NoticeLines } from './notice-lines';

/** Done is what became of a task, for the sentence that says so. */
export type Done = (typeof NOTICE_OUTCOMES)[number] | 'posted' | 'answered' | 'withheld' | 'bounced' | 'settled';

/** Only who was called was told: a letter was posted, and what the office sees to is settled. */
const DONE: Readonly<Record<Notice['channel'], Done>> = {
  mail: 'told',
  phone: 'told',
  letter: 'posted',
  office: 'settled',
};

/** TaskRow is one letter to post, one call to make, or one matter for the office: to whom, about what, and how it ended. */
@Component({
  selector: 'az-task-row',
  imports: [AnswerForm, Icon, NoticeDecision, NoticeLines, Outcome, ShortDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-channel]': 'notice().channel' },
  templateUrl: './task-row.html',
  styleUrl: './task-row.scss',
})
export class TaskRow {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  readonly notice = input.required<Notice>();
  readonly changed = output<Done>();

  protected readonly answering = signal(false);
  protected readonly mayKeep = computed(() => this.session.may('keep-notices'));
  protected readonly who = computed(() => {
    const { contact } = this.notice();
    return contact === null ? this.speech.say('notice.office') : this.speech.say('notice.contact', { ...contact });
  });
  protected readonly phone = computed(() => this.notice().contact?.phone ?? '');
  protected readonly href = computed(() => dialled(this.phone()));
  protected readonly kinds = computed(() => this.notice().lines.map(({ itemKind }) => itemKind));
  protected readonly answers = computed(() => answersSaid(this.notice(), this.speech));
  /** whys are the reasons for which it came to the office. */
  protected readonly whys = computed(() => [...new Set(this.notice().lines.flatMap(({ why }) => why ?? []))]);
  /** toSay is the sentence of a call: it asks what the family wants to do. */
  protected readonly toSay = computed(() => {
    if (this.notice().channel !== 'phone') return null;
    const [first, ...others] = this.notice().lines;
    if (!first) return null;
    const facts = {
      name: first.resident.name,
      item: this.speech.item(first.itemKind, first.label),
      deadline: this.speech.word('deadline', first.kind),
      day: this.speech.day(first.date),
      more: others.length === 0 ? '' : this.speech.say('notice.toSayMore', { count: others.length }),
    };
    return this.speech.say(first.date < this.clock.today() ? 'notice.toSayPast' : 'notice.toSay', facts);
  });
  private outcome: (typeof NOTICE_OUTCOMES)[number] = 'told';
  protected readonly acknowledging = commandOf(acknowledgeReminder, () =>
    this.changed.emit(this.outcome === 'told' ? DONE[this.notice().channel] : this.outcome),
  );

  protected async acknowledge(outcome: (typeof NOTICE_OUTCOMES)[number]): Promise<void> {
    if (this.acknowledging.locked()) return;
    this.outcome = outcome;
    await this.acknowledging.send({ outcome }, { path: { id: this.notice().id } });
  }
}
