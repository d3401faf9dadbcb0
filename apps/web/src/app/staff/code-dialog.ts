import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { type AnswerOf, giveCode } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Speech } from '../ui/speech';
import { OneTimeCode } from './one-time-code';
import type { Staff } from './staff-list';

/** CodeDialog gives a colleague who forgot her password a code, shown once, with which she chooses another. */
@Component({
  selector: 'az-code-dialog',
  imports: [DialogForm, OneTimeCode, MatDialogModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let title = speech.say('staff.code.title', { name: person.name });
    @if (given(); as done) {
      <h2 mat-dialog-title>{{ title }}</h2>
      <mat-dialog-content>
        <az-one-time-code [loginId]="done.staff.loginId" [code]="done.code" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button az-button--primary" (click)="dialog.close(true)">
          {{ speech.say('staff.code.written') }}
        </button>
      </mat-dialog-actions>
    } @else {
      <az-dialog-form [title]="title" [submit]="speech.say('staff.code.submit')" [command]="giving" (send)="give()">
        <p>{{ speech.say('staff.code.ask') }}</p>
        <label class="az-choice"
          ><input type="checkbox" (change)="withFactors.set(!withFactors())" /><span>{{
            speech.say('staff.code.withFactors')
          }}</span></label
        >
      </az-dialog-form>
    }
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class CodeDialog {
  protected readonly speech = inject(Speech);
  protected readonly person = inject<Staff>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<CodeDialog, boolean>>(MatDialogRef);
  /** withFactors: she lost her telephone and her codes on paper as well. */
  protected readonly withFactors = signal(false);
  protected readonly giving = commandOf(giveCode, (answer) => this.given.set(answer));
  protected readonly given = signal<AnswerOf<typeof giveCode> | null>(null);

  protected async give(): Promise<void> {
    await this.giving.send(
      { version: this.person.version, withFactors: this.withFactors() },
      { path: { id: this.person.id } },
    );
  }
}
