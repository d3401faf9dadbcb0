import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { endAppointment } from '@azukari/contract';
import { addDays } from '@azukari/domain';

import { Clock } from '../ui/clock';
import { Field } from '../ui/field';
import { formCommandOf } from '../ui/form-command';
import { formTexts } from '../ui/form-texts';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import type { Appointment } from './appointment-book';

/** EndAppointmentDialog gives a line of the 任命簿 its last day. */
@Component({
  selector: 'az-end-appointment-dialog',
  imports: [Field, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('staff.end.title', { name: line.staff.name }) }}</h2>
    <form novalidate (submit)="end($event)">
      <mat-dialog-content class="az-stack">
        <p>{{ speech.say('staff.end.lead', { level: speech.word('level', line.level) }) }}</p>
        <fieldset>
          <legend>{{ speech.say('staff.end.when') }}</legend>
          <label class="az-choice"
            ><input type="radio" name="when" value="now" checked /><span>{{ speech.say('staff.end.now') }}</span></label
          >
          <label class="az-choice"
            ><input type="radio" name="when" value="day" /><span>{{ speech.say('staff.end.later') }}</span></label
          >
        </fieldset>
        <az-field [label]="speech.say('staff.end.day')" for="end-day" [error]="ending.issue('on')">
          <input
            class="az-input"
            id="end-day"
            name="on"
            type="date"
            aria-describedby="end-day-error"
            [value]="clock.today()"
            [min]="clock.today()"
            [attr.aria-invalid]="ending.issue('on') ? true : null"
          />
        </az-field>
        <az-outcome [of]="ending.ended()" (again)="endAgain()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" mat-dialog-close>{{ speech.say('shell.cancel') }}</button>
        <button type="submit" class="az-button az-button--primary" [disabled]="ending.locked()">
          {{ speech.say('staff.end.submit') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class EndAppointmentDialog {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  protected readonly line = inject<Appointment>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<EndAppointmentDialog, boolean>>(MatDialogRef);
  protected readonly ending = formCommandOf(endAppointment);

  protected async end(event: Event): Promise<void> {
    const form = formTexts(event);
    const on = form.text('when') === 'now' ? addDays(this.clock.today(), -1) : form.text('on');
    const ended = await this.ending.send({ version: this.line.version, on }, { path: { id: this.line.id } });
    if (ended !== null) this.dialog.close(true);
  }

  protected async endAgain(): Promise<void> {
    if ((await this.ending.again()) !== null) this.dialog.close(true);
  }
}
