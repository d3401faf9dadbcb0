import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { answerReminder } from '@azukari/contract';
import { answersAbout, FAMILY_ANSWERS, type FamilyAnswer, type ItemKind } from '@azukari/domain';

import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';

/** AnswerForm enters what a family has said: one of five, and with 自分で手続きに行く the day on which she comes. */
@Component({
  selector: 'az-answer-form',
  imports: [DayField, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate (submit)="$event.preventDefault(); record('self-renewal')">
      <p class="label" [id]="'answer-' + noticeId()">{{ speech.say('notice.answer.label') }}</p>
      <div class="az-row" role="group" [attr.aria-labelledby]="'answer-' + noticeId()">
        @for (answer of answers(); track answer) {
          <button
            type="button"
            class="az-button az-button--floor"
            [attr.aria-expanded]="answer === 'self-renewal' ? goes() : null"
            [attr.aria-disabled]="answering.locked()"
            (click)="choose(answer)"
          >
            {{ speech.word('familyAnswer', answer) }}
          </button>
        }
      </div>
      @if (goes()) {
        <az-day-field
          name="plannedOn"
          need="required"
          [label]="speech.say('notice.answer.plannedOn')"
          [hint]="speech.say('notice.answer.plannedOnHint')"
          [error]="answering.error('plannedOn')"
          [(value)]="plannedOn"
        />
        <button type="submit" class="az-button az-button--primary" [attr.aria-disabled]="answering.locked()">
          {{ speech.say('notice.answer.submit') }}
        </button>
      }
      <az-outcome [of]="answering.ended()" (again)="answering.again()" />
      <button type="button" class="az-button az-button--quiet" (click)="cancelled.emit()">
        {{ speech.say('shell.cancel') }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      justify-items: start;
      gap: 12px;
      padding: 14px 16px;
      border-inline-start: 6px solid var(--az-primary);
      border-radius: var(--az-radius-small);
      background: var(--az-sunken);
    }
    .label {
      font-weight: 700;
    }
  `,
})
export class AnswerForm {
  protected readonly speech = inject(Speech);
  readonly noticeId = input.required<string>();
  /** kinds are the items the notice is about: the family was offered no other answers. */
  readonly kinds = input.required<readonly ItemKind[]>();
  readonly answered = output();
  readonly cancelled = output();

  protected readonly answers = computed(() =>
    FAMILY_ANSWERS.filter((answer) => this.kinds().some((kind) => answersAbout(answer, kind))),
  );
  protected readonly goes = signal(false);
  protected readonly plannedOn = signal<string | null>(null);
  protected readonly answering = commandOf(answerReminder, () => this.answered.emit());

  protected choose(answer: FamilyAnswer): void {
    this.goes.set(answer === 'self-renewal');
    if (answer !== 'self-renewal') void this.record(answer);
  }

  protected async record(answer: FamilyAnswer): Promise<void> {
    const plannedOn = answer === 'self-renewal' ? this.plannedOn() : null;
    await this.answering.send({ answer, plannedOn }, { path: { id: this.noticeId() } });
  }
}
