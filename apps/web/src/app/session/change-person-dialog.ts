import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import { Speech } from '../ui/speech';
import { Tablet } from '../tablet/tablet';
import { TabletDoor } from '../tablet/tablet-door';
import { SignInForm } from './sign-in-form';

/** ChangePersonDialog is 交代: the next person signs in over the present one, and the screen stays. */
@Component({
  selector: 'az-change-person-dialog',
  imports: [MatDialogModule, SignInForm, TabletDoor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('session.change.title') }}</h2>
    <mat-dialog-content>
      <div class="az-stack">
        @if (tablet.current(); as here) {
          @defer (on immediate) {
            <az-tablet-door [tablet]="here" (done)="dialog.close()" />
          }
        } @else {
          <p>{{ speech.say('session.change.lead') }}</p>
          <az-sign-in-form [action]="speech.say('session.change.confirm')" (done)="dialog.close()" />
        }
        <button type="button" class="az-button" mat-dialog-close>{{ speech.say('shell.cancel') }}</button>
      </div>
    </mat-dialog-content>
  `,
})
export class ChangePersonDialog {
  protected readonly speech = inject(Speech);
  protected readonly dialog = inject<MatDialogRef<ChangePersonDialog>>(MatDialogRef);
  protected readonly tablet = inject(Tablet);
}
