import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, endAgreement, type listAgreements, reviewAgreement, settleEnvelopes } from '@azukari/contract';

import { ENVELOPE_RULES, type EnvelopeRule, reviewDue } from '@azukari/domain';

import { Session } from '../session/session';
import { BoxedForm } from '../ui/boxed-form';
import { Clock } from '../ui/clock';
import { Choices } from '../ui/choices';
import { DayField } from '../ui/day-field';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { DayPipe, WordPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import { isLive } from '../ui/agreement-state';

/** Agreement is a 預かり依頼書 as it was signed. */
export type Agreement = AnswerOf<typeof listAgreements>['agreements'][number];

type Task = 'review' | 'end' | 'envelopes';

/** AgreementsPanel shows what was agreed: the one that lives, its yearly review, its end, and those before it. */
@Component({
  selector: 'az-agreements-panel',
  imports: [BoxedForm, Choices, DayField, DayPipe, EmptyState, Icon, Outcome, PaperButton, RouterLink, WordPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agreements-panel.html',
  styleUrl: './agreements-panel.scss',
})
export class AgreementsPanel {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  readonly residentId = input.required<string>();
  readonly agreements = input.required<readonly Agreement[]>();
  readonly changed = output();

  protected readonly live = computed(() => this.agreements().filter((one) => isLive(one, this.clock.today())));
  protected readonly past = computed(() => this.agreements().filter((one) => !isLive(one, this.clock.today())));
  protected readonly doing = signal<{ readonly id: string; readonly task: Task } | null>(null);
  protected readonly on = signal<string | null>(null);
  protected readonly reviewing = commandOf(reviewAgreement, () => this.finish());
  protected readonly settling = commandOf(settleEnvelopes, () => this.finish());
  protected readonly rules = ENVELOPE_RULES;
  protected readonly ending = commandOf(endAgreement, () => this.finish());

  /** due is the day of the yearly review, and whether it has come. */
  protected due(agreement: Agreement) {
    return reviewDue(agreement, this.clock.today());
  }

  protected begin(id: string, task: Task): void {
    const doing = this.doing();
    this.doing.set(doing?.id === id && doing.task === task ? null : { id, task });
    this.on.set(this.clock.today());
  }

  protected async carryOut({ id, version }: Agreement, task: 'review' | 'end'): Promise<void> {
    const decision = task === 'review' ? this.reviewing : this.ending;
    await decision.send({ version, on: this.on() ?? '' }, { path: { id } });
  }

  protected async settle({ id, version }: Agreement, rule: EnvelopeRule): Promise<void> {
    await this.settling.send({ version, rule }, { path: { id } });
  }

  protected finish(): void {
    this.doing.set(null);
    this.changed.emit();
  }
}
