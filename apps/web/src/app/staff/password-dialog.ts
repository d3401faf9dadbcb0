import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { resetPassword } from '@azukari/contract';

import { formCommandOf } from '../ui/form-command';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { FirstPassword } from './first-password';
import type { Staff } from './staff-list';

/** PasswordDialog gives a colleague who forgot a new first password, shown once. */
@Component({
  selector: 'az-password-dialog',
  imports: [FirstPassword, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('staff.password.title', { name: person.name }) }}</h2>
    @if (given(); as done) {
      <mat-dialog-content>
        <az-first-password [loginId]="done.staff.loginId" [password]="done.firstPassword" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button az-button--primary" (click)="dialog.close(true)">
          {{ speech.say('staff.password.written') }}
        </button>
      </mat-dialog-actions>
    } @else {
      <mat-dialog-content class="az-stack">
        <p>{{ speech.say('staff.password.ask') }}</p>
        <az-outcome [of]="resetting.ended()" (again)="resetAgain()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" (click)="dialog.close(false)">{{ speech.say('shell.cancel') }}</button>
        <button type="button" class="az-button az-button--primary" [disabled]="resetting.locked()" (click)="reset()">
          {{ speech.say('staff.password.submit') }}
        </button>
      </mat-dialog-actions>
    }
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class PasswordDialog {
  protected readonly speech = inject(Speech);
  protected readonly person = inject<Staff>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<PasswordDialog, boolean>>(MatDialogRef);
  protected readonly resetting = formCommandOf(resetPassword);
  protected readonly given = signal<{ readonly staff: Staff; readonly firstPassword: string | null } | null>(null);

  protected async reset(): Promise<void> {
    this.given.set(await this.resetting.send({ version: this.person.version }, { path: { id: this.person.id } }));
  }

  protected async resetAgain(): Promise<void> {
    this.given.set(await this.resetting.again());
  }
}
