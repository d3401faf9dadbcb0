import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { correctReconciliation } from '@azukari/contract';
import { AMEND_REASONS } from '@azukari/domain';

import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import type { Receipt } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { type ReconciliationAnswer, ReconcilingWords } from './reconciling';

/** CorrectionsPanel shows what was set right beside a closed 照合, and takes another correction. */
@Component({
  selector: 'az-corrections-panel',
  imports: [BoxedForm, Choices, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (of().corrected.length > 0 || mayCorrect()) {
      <section class="az-stack" aria-labelledby="corrected-heading">
        <h2 id="corrected-heading">{{ speech.say('reconciling.corrected') }}</h2>
        <p class="az-soft">{{ speech.say('reconciling.correctLead') }}</p>
        <ul>
          @for (one of of().corrected; track one.seq) {
            <li class="az-card">
              <span>{{ one.explanation }}</span>
              <span class="az-soft">{{
                speech.say('reconciling.correction', {
                  reason: speech.word('amendReason', one.reason),
                  name: one.by.name,
                  time: speech.moment(one.at),
                  seq: one.seq,
                })
              }}</span>
            </li>
          }
        </ul>
        @if (mayCorrect()) {
          @if (open()) {
            <az-boxed-form
              [command]="correcting"
              [submit]="speech.say('reconciling.record')"
              (send)="record()"
              (cancelled)="open.set(false)"
            >
              <az-choices
                name="reason"
                group="amendReason"
                need="required"
                [label]="speech.say('reconciling.reason')"
                [options]="REASONS"
                [value]="reason()"
                [error]="correcting.error('reason')"
                (choose)="reason.set($event)"
              />
              <az-text-field
                name="explanation"
                need="required"
                [long]="true"
                [label]="speech.say('reconciling.explanation')"
                [error]="correcting.error('explanation')"
                [(text)]="explanation"
              />
            </az-boxed-form>
          } @else {
            <button type="button" class="az-button az-button--floor" (click)="open.set(true)">
              {{ speech.say('reconciling.correct') }}
            </button>
          }
        }
      </section>
    }
  `,
  styles: `
    ul,
    li {
      display: grid;
      gap: 6px;
      overflow-wrap: anywhere;
    }
  `,
})
export class CorrectionsPanel {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(ReconcilingWords);
  readonly of = input.required<ReconciliationAnswer>();
  readonly mayCorrect = input.required<boolean>();
  readonly corrected = output<{ readonly receipt: Receipt; readonly reconciliation: ReconciliationAnswer }>();

  protected readonly REASONS = AMEND_REASONS;
  protected readonly open = signal(false);
  protected readonly reason = signal<(typeof AMEND_REASONS)[number]>('learnt-later');
  protected readonly explanation = signal('');
  protected readonly correcting = commandOf(correctReconciliation, (answer) => {
    this.open.set(false);
    this.explanation.set('');
    this.corrected.emit(answer);
  });

  protected async record(): Promise<void> {
    const order = { reason: this.reason(), explanation: this.explanation() };
    await this.correcting.send(order, { path: { id: this.of().id } });
  }
}
