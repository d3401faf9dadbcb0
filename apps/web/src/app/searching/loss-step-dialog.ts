import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type AnswerOf, type listLosses, listStaff, noteLossStep } from '@azukari/contract';
import type { LossStep } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import type { FormTexts } from '../ui/form-texts';
import { Speech } from '../ui/speech';
import { MomentField, momentFrom } from './moment-field';

/** Loss is one 紛失 as the API tells it. */
export type Loss = AnswerOf<typeof listLosses>['losses'][number];

/** StepAsked is a step of a loss that somebody has done. */
export interface StepAsked {
  readonly seq: number;
  readonly step: LossStep;
}

const HINTED: readonly LossStep[] = ['card-stopped', 'police-told'];

/** LossStepDialog writes down who did a step, when, and what was said. */
@Component({
  selector: 'az-loss-step-dialog',
  imports: [DialogForm, Field, MomentField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.word('lossStep', asked.step)"
      [submit]="speech.say('searching.guide.record')"
      [command]="noting"
      [ready]="staff().length > 0"
      (send)="note($event)"
    >
      <az-field [label]="speech.say('searching.guide.by')" for="loss-by" [error]="noting.error('staffId')">
        <select class="az-input" id="loss-by" name="staffId">
          @for (person of staff(); track person.id) {
            <option [value]="person.id" [selected]="person.id === me">{{ person.name }}</option>
          }
        </select>
      </az-field>
      <az-moment-field
        name="doneAt"
        [label]="speech.say('searching.guide.at')"
        [begin]="begin"
        [error]="noting.error('doneAt')"
      />
      <az-field
        [label]="speech.say('searching.guide.note')"
        for="loss-note"
        need="optional"
        [hint]="hint()"
        [error]="noting.error('note')"
      >
        <textarea class="az-input" id="loss-note" name="note" aria-describedby="loss-note-error"></textarea>
      </az-field>
    </az-dialog-form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class LossStepDialog {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  protected readonly asked = inject<StepAsked>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<LossStepDialog, boolean>>(MatDialogRef);
  protected readonly begin = inject(Clock).now();
  protected readonly me = inject(Session).staff()?.id ?? '';
  private readonly read = this.api.read(listStaff);
  protected readonly staff = computed(() => (this.read.hasValue() ? this.read.value().staff : []));
  protected readonly noting = commandOf(noteLossStep, () => this.dialog.close(true));

  protected hint(): string {
    const { step } = this.asked;
    return this.speech.say(`searching.guide.noteHint.${HINTED.includes(step) ? step : 'any'}`);
  }

  protected async note(form: FormTexts): Promise<void> {
    await this.noting.send({
      ...this.asked,
      answer: 'done',
      staffId: form.text('staffId'),
      doneAt: momentFrom(form, 'doneAt', this.begin),
      note: form.text('note'),
    });
  }
}
