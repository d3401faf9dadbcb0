import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { changePassword, NEW_PASSWORD_MIN } from '@azukari/contract';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import type { FormTexts } from '../ui/form-texts';
import { Speech } from '../ui/speech';

/** OwnPasswordDialog replaces one's own password; one's other devices are signed out by it. */
@Component({
  selector: 'az-own-password-dialog',
  imports: [Banner, DialogForm, Field, MatDialogModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (done()) {
      <h2 mat-dialog-title>{{ speech.say('more.password.title') }}</h2>
      <mat-dialog-content><az-banner tone="done" [body]="speech.say('more.password.done')" /></mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button az-button--primary" (click)="dialog.close()">
          {{ speech.say('shell.close') }}
        </button>
      </mat-dialog-actions>
    } @else {
      <az-dialog-form
        [title]="speech.say('more.password.title')"
        [submit]="speech.say('more.password.submit')"
        [command]="changing"
        (send)="change($event)"
      >
        <az-field [label]="speech.say('more.password.current')" for="current-password" [error]="error('current')">
          <input
            class="az-input"
            id="current-password"
            name="current"
            autocomplete="current-password"
            aria-describedby="current-password-error"
            [type]="shown() ? 'text' : 'password'"
            [attr.aria-invalid]="error('current') ? true : null"
          />
        </az-field>
        <az-field
          [label]="speech.say('more.password.next')"
          for="next-password"
          [hint]="speech.say('more.password.hint', { least })"
          [error]="error('next')"
        >
          <input
            class="az-input"
            id="next-password"
            name="next"
            autocomplete="new-password"
            aria-describedby="next-password-error"
            [type]="shown() ? 'text' : 'password'"
            [attr.aria-invalid]="error('next') ? true : null"
          />
        </az-field>
        <label class="az-choice"
          ><input type="checkbox" (change)="shown.set(!shown())" /><span>{{ speech.say('session.show') }}</span></label
        >
      </az-dialog-form>
    }
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class OwnPasswordDialog {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  protected readonly dialog = inject<MatDialogRef<OwnPasswordDialog>>(MatDialogRef);
  protected readonly least = NEW_PASSWORD_MIN;
  protected readonly changing = commandOf(changePassword, (session) => {
    this.session.begin(session);
    this.done.set(true);
  });
  protected readonly shown = signal(false);
  protected readonly done = signal(false);

  protected async change(form: FormTexts): Promise<void> {
    await this.changing.send({ current: form.text('current'), next: form.text('next') });
  }

  /** error is the sentence under a field, also where the refusal was about just this field. */
  protected error(field: 'current' | 'next'): string | null {
    const weak = this.changing.refusal('password-weak');
    if (weak !== null && field === 'next') return this.speech.say(`refusal.password-weak.${weak.reason}`);
    if (this.changing.refusal('password-wrong') && field === 'current')
      return this.speech.say('refusal.password-wrong');
    return this.changing.error(field);
  }
}
