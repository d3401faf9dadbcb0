import { ChangeDetectionStrategy, Component, inject, type Injector } from '@angular/core';
import { MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { Speech } from '../ui/speech';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

const ONE = 'show-anew';

/** AnewDialog asks who is signed in to show once more who she is; what she was about to do lies below, untouched. */
@Component({
  selector: 'az-anew-dialog',
  imports: [MatDialogModule, SignInAgain],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-dialog-content>
      <div class="az-stack">
        <az-sign-in-again
          [title]="speech.say('session.again.title')"
          [lead]="speech.say('session.again.lead', { name: session.staff()?.name ?? '' })"
          [action]="speech.say('session.again.go')"
          (done)="dialog.close(true)"
        />
        <button type="button" class="az-button" mat-dialog-close>{{ speech.say('shell.cancel') }}</button>
      </div>
    </mat-dialog-content>
  `,
})
export class AnewDialog {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly dialog = inject<MatDialogRef<AnewDialog, boolean>>(MatDialogRef);
}

/** askAnew opens the dialog, or waits for the one that is open, and says whether she has shown who she is. */
export async function askAnew(injector: Injector): Promise<boolean> {
  const dialogs = injector.get(MatDialog);
  const ariaLabel = injector.get(Speech).say('session.again.title');
  const open =
    (dialogs.getDialogById(ONE) as MatDialogRef<AnewDialog, boolean> | undefined) ??
    dialogs.open<AnewDialog, undefined, boolean>(AnewDialog, {
      id: ONE,
      width: '480px',
      autoFocus: 'input',
      ariaLabel,
    });
  return (await firstValueFrom(open.afterClosed())) === true;
}
