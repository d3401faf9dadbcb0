import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type AnswerOf, checkResident, type readResident } from '@azukari/contract';
import { ANSWERS, type Answer, type Check, CHECKS } from '@azukari/domain';

import { Session } from '../session/session';
import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** ChecksPanel shows what was asked about a マイナ保険証 (利用登録, 一時利用停止), when, and takes a newer answer. */
@Component({
  selector: 'az-checks-panel',
  imports: [BoxedForm, Choices, DayField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="az-soft">{{ speech.say('resident.checks.lead') }}</p>
    @for (question of questions; track question) {
      @let heard = checks()[question];
      <article [attr.data-question]="question">
        <div class="line">
          <h3>{{ speech.say('resident.checks.' + question + '.title') }}</h3>
          <p class="answer" [attr.data-answer]="heard.answer">
            <az-icon [name]="heard.answer === 'unknown' ? 'question' : 'check'" />
            {{ speech.say('resident.checks.' + question + '.' + heard.answer) }}
          </p>
          <p class="az-soft">
            {{
              heard.checkedOn === null
                ? speech.say('resident.checks.never')
                : speech.say('resident.checks.on', { day: speech.day(heard.checkedOn) })
            }}
          </p>
          @if (session.may('keep-residents')) {
            <button
              type="button"
              class="az-button az-no-print"
              [attr.aria-expanded]="doing() === question"
              (click)="begin(question)"
            >
              {{ speech.say('resident.checks.note')
              }}<span class="az-sr-only">{{ speech.say('resident.checks.' + question + '.title') }}</span>
            </button>
          }
        </div>
        @if (doing() === question) {
          <az-boxed-form
            [command]="checking"
            [submit]="speech.say('resident.do.record')"
            (send)="record(question)"
            (cancelled)="doing.set(null)"
          >
            <az-choices
              [label]="speech.say('resident.checks.' + question + '.ask')"
              [name]="'answer-' + question"
              [options]="answers"
              [value]="answer()"
              [words]="'resident.checks.' + question"
              [error]="checking.error('answer')"
              (choose)="answer.set($event)"
            />
            <az-day-field
              [label]="speech.say('resident.checks.day')"
              [name]="'checked-' + question"
              [error]="checking.error('on')"
              [(value)]="on"
            />
          </az-boxed-form>
        }
      </article>
    }
  `,
  styles: `
    :host,
    article {
      display: grid;
      gap: 12px;
    }
    article {
      padding-top: 12px;
      border-top: 1px solid var(--az-line);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
    }
    .line > button {
      margin-inline-start: auto;
    }
    .answer {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-weight: 700;
    }
    .answer[data-answer='unknown'] {
      color: var(--az-violet);
    }
  `,
})
export class ChecksPanel {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly clock = inject(Clock);
  readonly residentId = input.required<string>();
  readonly checks = input.required<AnswerOf<typeof readResident>['checks']>();
  readonly changed = output();

  protected readonly questions = CHECKS;
  protected readonly answers = ANSWERS;
  protected readonly doing = signal<Check | null>(null);
  protected readonly answer = signal<Answer>('unknown');
  protected readonly on = signal<string | null>(null);
  protected readonly checking = commandOf(checkResident, () => {
    this.doing.set(null);
    this.changed.emit();
  });

  protected begin(question: Check): void {
    this.doing.set(this.doing() === question ? null : question);
    this.answer.set(this.checks()[question].answer);
    this.on.set(this.clock.today());
    this.checking.forget();
  }

  protected async record(question: Check): Promise<void> {
    const order = { question, answer: this.answer(), on: this.on() ?? '' };
    await this.checking.send(order, { path: { id: this.residentId() } });
  }
}
