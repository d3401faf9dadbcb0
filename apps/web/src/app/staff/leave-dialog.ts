import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { leaveStaff } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Speech } from '../ui/speech';
import type { Staff } from './staff-list';

/** LeaveDialog is 退職: it says what ends at once, and what stays. */
@Component({
  selector: 'az-leave-dialog',
  imports: [DialogForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('staff.leave.title', { name: person.name })"
      [submit]="speech.say('staff.leave.submit')"
      [danger]="true"
      [command]="leaving"
      (send)="leave()"
    >
      <p>{{ speech.say('staff.leave.lead') }}</p>
      <ul>
        <li>{{ speech.say('staff.leave.sessions') }}</li>
        <li>{{ speech.say('staff.leave.appointments') }}</li>
        <li>{{ speech.say('staff.leave.record') }}</li>
      </ul>
      <p>{{ speech.say('staff.leave.held') }}</p>
    </az-dialog-form>
  `,
  styles: 'ul { list-style: disc; padding-inline-start: 1.4em; }',
})
export class LeaveDialog {
  protected readonly speech = inject(Speech);
  protected readonly person = inject<Staff>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<LeaveDialog, boolean>>(MatDialogRef);
  protected readonly leaving = commandOf(leaveStaff, () => this.dialog.close(true));

  protected async leave(): Promise<void> {
    await this.leaving.send({ version: this.person.version }, { path: { id: this.person.id } });
  }
}
