import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { appoint } from '@azukari/contract';
import { LEVELS } from '@azukari/domain';

import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import type { FormTexts } from '../ui/form-texts';
import { Speech } from '../ui/speech';
import type { Staff } from './staff-list';

/** AppointDialog writes a line into the 任命簿: who, at which level, from which day. */
@Component({
  selector: 'az-appoint-dialog',
  imports: [Choices, DialogForm, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('staff.appoint.title')"
      [submit]="speech.say('staff.appoint.submit')"
      [command]="appointing"
      (send)="appoint($event)"
    >
      <az-field
        [label]="speech.say('staff.appoint.who')"
        for="appoint-who"
        need="required"
        [error]="appointing.error('staffId')"
      >
        <select
          class="az-input"
          id="appoint-who"
          name="staffId"
          aria-describedby="appoint-who-error"
          [attr.aria-invalid]="appointing.error('staffId') ? true : null"
        >
          <option value="">{{ speech.say('staff.appoint.choose') }}</option>
          @for (person of staff; track person.id) {
            <option [value]="person.id">{{ person.name }}</option>
          }
        </select>
      </az-field>
      <az-choices
        name="level"
        [label]="speech.say('staff.appoint.level')"
        [options]="levels"
        group="level"
        [value]="level()"
        (choose)="level.set($event)"
      />
      <div class="pair">
        <az-field
          [label]="speech.say('staff.appoint.from')"
          for="appoint-from"
          need="required"
          [error]="appointing.error('from')"
        >
          <input
            class="az-input"
            id="appoint-from"
            name="from"
            type="date"
            aria-describedby="appoint-from-error"
            [value]="clock.today()"
            [attr.aria-invalid]="appointing.error('from') ? true : null"
          />
        </az-field>
        <az-field
          [label]="speech.say('staff.appoint.to')"
          for="appoint-to"
          need="optional"
          [error]="appointing.error('to')"
        >
          <input
            class="az-input"
            id="appoint-to"
            name="to"
            type="date"
            aria-describedby="appoint-to-error"
            [attr.aria-invalid]="appointing.error('to') ? true : null"
          />
        </az-field>
      </div>
      <p class="az-soft">{{ speech.say('staff.appoint.hint') }}</p>
    </az-dialog-form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class AppointDialog {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  protected readonly staff = inject<readonly Staff[]>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AppointDialog, boolean>>(MatDialogRef);
  protected readonly levels = LEVELS;
  protected readonly level = signal<(typeof LEVELS)[number]>('handler');
  protected readonly appointing = commandOf(appoint, () => this.dialog.close(true));

  protected async appoint(form: FormTexts): Promise<void> {
    await this.appointing.send({
      staffId: form.text('staffId'),
      level: this.level(),
      from: form.text('from'),
      to: form.day('to'),
    });
  }
}
