import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatDialogModule } from '@angular/material/dialog';

import { Speech } from '../ui/speech';

/** LeaveFormDialog says that what was entered is not recorded yet; staying is the likelier wish. */
@Component({
  selector: 'az-leave-form-dialog',
  imports: [MatDialogModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('shell.leaveForm.title') }}</h2>
    <mat-dialog-content
      ><p>{{ speech.say('shell.leaveForm.body') }}</p></mat-dialog-content
    >
    <mat-dialog-actions>
      <button type="button" class="az-button" [mat-dialog-close]="true">
        {{ speech.say('shell.leaveForm.leave') }}
      </button>
      <button type="button" class="az-button az-button--primary" [mat-dialog-close]="false" cdkFocusInitial>
        {{ speech.say('shell.leaveForm.stay') }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class LeaveFormDialog {
  protected readonly speech = inject(Speech);
}
