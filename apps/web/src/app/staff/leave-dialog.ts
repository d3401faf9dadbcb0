import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { leaveStaff } from '@azukari/contract';

import { formCommandOf } from '../ui/form-command';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import type { Staff } from './staff-list';

/** LeaveDialog is 退職: it says what ends at once, and what stays. */
@Component({
  selector: 'az-leave-dialog',
  imports: [MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('staff.leave.title', { name: person.name }) }}</h2>
    <mat-dialog-content class="az-stack">
      <p>{{ speech.say('staff.leave.lead') }}</p>
      <ul>
        <li>{{ speech.say('staff.leave.sessions') }}</li>
        <li>{{ speech.say('staff.leave.appointments') }}</li>
        <li>{{ speech.say('staff.leave.record') }}</li>
      </ul>
      <p>{{ speech.say('staff.leave.held') }}</p>
      <az-outcome [of]="leaving.ended()" (again)="leaveAgain()" />
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="az-button" (click)="dialog.close(false)">{{ speech.say('shell.cancel') }}</button>
      <button type="button" class="az-button az-button--danger" [disabled]="leaving.locked()" (click)="leave()">
        {{ speech.say('staff.leave.submit') }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: '../ui/dialog-form.scss',
  styles: 'ul { list-style: disc; padding-inline-start: 1.4em; }',
})
export class LeaveDialog {
  protected readonly speech = inject(Speech);
  protected readonly person = inject<Staff>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<LeaveDialog, boolean>>(MatDialogRef);
  protected readonly leaving = formCommandOf(leaveStaff);

  protected async leave(): Promise<void> {
    const left = await this.leaving.send({ version: this.person.version }, { path: { id: this.person.id } });
    if (left !== null) this.dialog.close(true);
  }

  protected async leaveAgain(): Promise<void> {
    if ((await this.leaving.again()) !== null) this.dialog.close(true);
  }
}
