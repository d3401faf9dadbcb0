import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { endAppointment } from '@azukari/contract';
import { addDays } from '@azukari/domain';

import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import type { FormTexts } from '../ui/form-texts';
import { Speech } from '../ui/speech';
import type { Appointment } from './appointment-book';

/** EndAppointmentDialog gives a line of the 任命簿 its last day. */
@Component({
  selector: 'az-end-appointment-dialog',
  imports: [DialogForm, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('staff.end.title', { name: line.staff.name })"
      [submit]="speech.say('staff.end.submit')"
      [command]="ending"
      (send)="end($event)"
    >
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
      <az-field [label]="speech.say('staff.end.day')" for="end-day" [error]="ending.error('on')">
        <input
          class="az-input"
          id="end-day"
          name="on"
          type="date"
          aria-describedby="end-day-error"
          [value]="clock.today()"
          [min]="clock.today()"
          [attr.aria-invalid]="ending.error('on') ? true : null"
        />
      </az-field>
    </az-dialog-form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class EndAppointmentDialog {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  protected readonly line = inject<Appointment>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<EndAppointmentDialog, boolean>>(MatDialogRef);
  protected readonly ending = commandOf(endAppointment, () => this.dialog.close(true));

  protected async end(form: FormTexts): Promise<void> {
    const on = form.text('when') === 'now' ? addDays(this.clock.today(), -1) : form.text('on');
    await this.ending.send({ version: this.line.version, on }, { path: { id: this.line.id } });
  }
}
