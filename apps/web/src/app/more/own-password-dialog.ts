import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { changePassword, NEW_PASSWORD_MIN } from '@azukari/contract';

import { Session, type SignedIn } from '../session/session';
import { Banner } from '../ui/banner';
import { Field } from '../ui/field';
import { formCommandOf } from '../ui/form-command';
import { formTexts } from '../ui/form-texts';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';

/** OwnPasswordDialog replaces one's own password; one's other devices are signed out by it. */
@Component({
  selector: 'az-own-password-dialog',
  imports: [Banner, Field, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('more.password.title') }}</h2>
    <form novalidate (submit)="change($event)">
      <mat-dialog-content class="az-stack">
        @if (done()) {
          <az-banner tone="done" [body]="speech.say('more.password.done')" />
        } @else {
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
            ><input type="checkbox" (change)="shown.set(!shown())" /><span>{{
              speech.say('session.show')
            }}</span></label
          >
          <az-outcome [of]="changing.ended()" (again)="changeAgain()" />
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        @if (done()) {
          <button type="button" class="az-button az-button--primary" (click)="dialog.close()">
            {{ speech.say('shell.close') }}
          </button>
        } @else {
          <button type="button" class="az-button" (click)="dialog.close()">{{ speech.say('shell.cancel') }}</button>
          <button type="submit" class="az-button az-button--primary" [disabled]="changing.locked()">
            {{ speech.say('more.password.submit') }}
          </button>
        }
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class OwnPasswordDialog {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  protected readonly dialog = inject<MatDialogRef<OwnPasswordDialog>>(MatDialogRef);
  protected readonly least = NEW_PASSWORD_MIN;
  protected readonly changing = formCommandOf(changePassword);
  protected readonly shown = signal(false);
  protected readonly done = signal(false);

  protected async change(event: Event): Promise<void> {
    const form = formTexts(event);
    if (!this.done()) this.finish(await this.changing.send({ current: form.text('current'), next: form.text('next') }));
  }

  protected async changeAgain(): Promise<void> {
    this.finish(await this.changing.again());
  }

  /** error is the sentence under a field, also where the refusal was about just this field. */
  protected error(field: 'current' | 'next'): string | null {
    const ended = this.changing.ended();
    if (ended?.kind !== 'refused') return this.changing.issue(field);
    const { refusal } = ended;
    if (refusal.kind === 'password-wrong' && field === 'current') return this.speech.say('refusal.password-wrong');
    return refusal.kind === 'password-weak' && field === 'next'
      ? this.speech.say(`refusal.password-weak.${refusal.reason}`)
      : null;
  }

  private finish(session: SignedIn | null): void {
    if (session === null) return;
    this.session.begin(session);
    this.done.set(true);
  }
}
