import { inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { CanDeactivateFn } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Unsaved } from '../ui/unsaved';

/** askBeforeLeaving asks once when a form is left, by a link or by going back, with something in it that is not recorded. */
export const askBeforeLeaving: CanDeactivateFn<unknown> = async () => {
  const unsaved = inject(Unsaved);
  const session = inject(Session);
  const dialog = inject(MatDialog);
  // Who is no longer signed in cannot record it anyway.
  if (!unsaved.something() || session.current() === null || session.locked()) return true;
  const { LeaveFormDialog } = await import('./leave-form-dialog');
  const asking = dialog.open<unknown, undefined, boolean>(LeaveFormDialog, { width: '480px' });
  return (await firstValueFrom(asking.afterClosed())) === true;
};
