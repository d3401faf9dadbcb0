import { inject } from '@angular/core';
import { type CanActivateFn, Router, type UrlTree } from '@angular/router';
import type { Action } from '@azukari/domain';

import { Session } from './session';

const leadTo = (router: Router, path: string, then: string): UrlTree =>
  router.createUrlTree([path], { queryParams: { then } });

/** atTheDoor lets signed-in people in, also who owes a second factor; others sign in and come back. */
export const atTheDoor: CanActivateFn = async (_, state) => {
  const session = inject(Session);
  const router = inject(Router);
  return (await session.resume()) || leadTo(router, '/sign-in', state.url);
};

/** signedIn lets only signed-in people in; who owes a second factor is led to it before anything else. */
export const signedIn: CanActivateFn = async (_, state) => {
  const session = inject(Session);
  const router = inject(Router);
  if (!(await session.resume())) return leadTo(router, '/sign-in', state.url);
  return session.current()?.owesFactor ? leadTo(router, '/ways', state.url) : true;
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
