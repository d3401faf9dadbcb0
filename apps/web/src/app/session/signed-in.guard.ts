import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import type { Action } from '@azukari/domain';

import { Session } from './session';

/** signedIn lets only signed-in people in; others sign in and come back. */
export const signedIn: CanActivateFn = async (_, state) => {
  const session = inject(Session);
  const router = inject(Router);
  return (await session.resume()) || router.createUrlTree(['/sign-in'], { queryParams: { then: state.url } });
};

/** mayDo guards a screen with one action of the table; who may not is sent to 今日. */
export function mayDo(action: Action): CanActivateFn {
  return async () => {
    const session = inject(Session);
    const router = inject(Router);
    await session.resume();
    return session.may(action) || router.createUrlTree(['/today']);
  };
}
