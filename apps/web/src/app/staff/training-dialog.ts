import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { noteTraining, withdrawTraining } from '@azukari/contract';

import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import type { FormTexts } from '../ui/form-texts';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import type { Appointment } from './appointment-book';

/** TrainingDialog writes down on which day somebody was taught how to handle cards, or takes the last one back. */
@Component({
  selector: 'az-training-dialog',
  imports: [DialogForm, Field, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('staff.book.training.title', { name: line.staff.name })"
      [submit]="speech.say('staff.book.training.submit')"
      [command]="noting"
      [ready]="!withdrawing.locked()"
      (send)="note($event)"
    >
      <p>{{ speech.say('staff.book.training.lead') }}</p>
      <az-field [label]="speech.say('staff.book.training.on')" for="training-on" [error]="noting.error('on')">
        <input
          class="az-input"
          id="training-on"
          name="on"
          type="date"
          aria-describedby="training-on-error"
          [value]="clock.today()"
          [max]="clock.today()"
          [attr.aria-invalid]="noting.error('on') ? true : null"
        />
      </az-field>
      @if (line.trainedOn; as on) {
        <div>
          <button
            type="button"
            class="az-button az-button--quiet"
            [disabled]="withdrawing.locked() || noting.locked()"
            (click)="withdraw(on)"
          >
            {{ speech.say('staff.book.training.withdraw', { day: speech.day(on) }) }}
          </button>
        </div>
        <az-outcome [of]="withdrawing.ended()" (again)="withdrawing.again()" />
      }
    </az-dialog-form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class TrainingDialog {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  protected readonly line = inject<Appointment>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<TrainingDialog, boolean>>(MatDialogRef);
  protected readonly noting = commandOf(noteTraining, () => this.dialog.close(true));
  protected readonly withdrawing = commandOf(withdrawTraining, () => this.dialog.close(true));

  protected async note(form: FormTexts): Promise<void> {
    await this.noting.send({ on: form.text('on') }, { path: { id: this.line.staff.id } });
  }

  protected async withdraw(on: string): Promise<void> {
    await this.withdrawing.send({ on }, { path: { id: this.line.staff.id } });
  }
}
