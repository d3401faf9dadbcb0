import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { type AnswerOf, resetPassword } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Speech } from '../ui/speech';
import { FirstPassword } from './first-password';
import type { Staff } from './staff-list';

/** PasswordDialog gives a colleague who forgot a new first password, shown once. */
@Component({
  selector: 'az-password-dialog',
  imports: [DialogForm, FirstPassword, MatDialogModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let title = speech.say('staff.password.title', { name: person.name });
    @if (given(); as done) {
      <h2 mat-dialog-title>{{ title }}</h2>
      <mat-dialog-content>
        <az-first-password [loginId]="done.staff.loginId" [password]="done.firstPassword" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button az-button--primary" (click)="dialog.close(true)">
          {{ speech.say('staff.password.written') }}
        </button>
      </mat-dialog-actions>
    } @else {
      <az-dialog-form
        [title]="title"
        [submit]="speech.say('staff.password.submit')"
        [command]="resetting"
        (send)="reset()"
      >
        <p>{{ speech.say('staff.password.ask') }}</p>
      </az-dialog-form>
    }
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class PasswordDialog {
  protected readonly speech = inject(Speech);
  protected readonly person = inject<Staff>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<PasswordDialog, boolean>>(MatDialogRef);
  protected readonly resetting = commandOf(resetPassword, (answer) => this.given.set(answer));
  protected readonly given = signal<AnswerOf<typeof resetPassword> | null>(null);

  protected async reset(): Promise<void> {
    await this.resetting.send({ version: this.person.version }, { path: { id: this.person.id } });
  }
}
