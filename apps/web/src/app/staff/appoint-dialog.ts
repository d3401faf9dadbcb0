import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { appoint } from '@azukari/contract';
import { LEVELS } from '@azukari/domain';

import { Clock } from '../ui/clock';
import { Field } from '../ui/field';
import { formCommandOf } from '../ui/form-command';
import { formTexts } from '../ui/form-texts';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import type { Staff } from './staff-list';

/** AppointDialog writes a line into the 任命簿: who, at which level, from which day. */
@Component({
  selector: 'az-appoint-dialog',
  imports: [Field, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('staff.appoint.title') }}</h2>
    <form novalidate (submit)="appoint($event)">
      <mat-dialog-content class="az-stack">
        <az-field
          [label]="speech.say('staff.appoint.who')"
          for="appoint-who"
          need="required"
          [error]="appointing.issue('staffId')"
        >
          <select
            class="az-input"
            id="appoint-who"
            name="staffId"
            aria-describedby="appoint-who-error"
            [attr.aria-invalid]="appointing.issue('staffId') ? true : null"
          >
            <option value="">{{ speech.say('staff.appoint.choose') }}</option>
            @for (person of staff; track person.id) {
              <option [value]="person.id">{{ person.name }}</option>
            }
          </select>
        </az-field>
        <fieldset>
          <legend>{{ speech.say('staff.appoint.level') }}</legend>
          @for (level of levels; track level) {
            <label class="az-choice">
              <input type="radio" name="level" [value]="level" [checked]="level === 'handler'" /><span>{{
                speech.word('level', level)
              }}</span>
            </label>
          }
        </fieldset>
        <div class="pair">
          <az-field
            [label]="speech.say('staff.appoint.from')"
            for="appoint-from"
            need="required"
            [error]="appointing.issue('from')"
          >
            <input
              class="az-input"
              id="appoint-from"
              name="from"
              type="date"
              aria-describedby="appoint-from-error"
              [value]="clock.today()"
              [attr.aria-invalid]="appointing.issue('from') ? true : null"
            />
          </az-field>
          <az-field
            [label]="speech.say('staff.appoint.to')"
            for="appoint-to"
            need="optional"
            [error]="appointing.issue('to')"
          >
            <input
              class="az-input"
              id="appoint-to"
              name="to"
              type="date"
              aria-describedby="appoint-to-error"
              [attr.aria-invalid]="appointing.issue('to') ? true : null"
            />
          </az-field>
        </div>
        <p class="az-soft">{{ speech.say('staff.appoint.hint') }}</p>
        <az-outcome [of]="appointing.ended()" (again)="appointAgain()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" mat-dialog-close>{{ speech.say('shell.cancel') }}</button>
        <button type="submit" class="az-button az-button--primary" [disabled]="appointing.locked()">
          {{ speech.say('staff.appoint.submit') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class AppointDialog {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  protected readonly staff = inject<readonly Staff[]>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AppointDialog, boolean>>(MatDialogRef);
  protected readonly levels = LEVELS;
  protected readonly appointing = formCommandOf(appoint);

  protected async appoint(event: Event): Promise<void> {
    const form = formTexts(event);
    const level = LEVELS.find((code) => code === form.text('level')) ?? 'handler';
    const sent = await this.appointing.send({
      staffId: form.text('staffId'),
      level,
      from: form.text('from'),
      to: form.day('to'),
    });
    if (sent !== null) this.dialog.close(true);
  }

  protected async appointAgain(): Promise<void> {
    if ((await this.appointing.again()) !== null) this.dialog.close(true);
  }
}
