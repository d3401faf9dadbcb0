import { inject } from '@angular/core';
import { type CanActivateFn, Router, type UrlTree } from '@angular/router';
import { listResidents, listStorages, setUpState } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';

/** setUpFirst sends whoever wants to sign in to the first set-up while there is no facility yet. */
export const setUpFirst: CanActivateFn = async () => {
  const router = inject(Router);
  const asked = await inject(Api).ask(setUpState);
  return asked.kind === 'done' && asked.answer.needed ? router.createUrlTree(['/setup']) : true;
};

/** onlyOnce lets the first page of the set-up show only while it is needed; later it goes on at the first step that is open. */
export const onlyOnce: CanActivateFn = async () => {
  const router = inject(Router);
  const session = inject(Session);
  const api = inject(Api);
  const asked = await api.ask(setUpState);
  if (asked.kind !== 'done' || asked.answer.needed) return true;
  return (await session.resume())
    ? openStep(api, router)
    : router.createUrlTree(['/sign-in'], { queryParams: { then: '/setup' } });
};

async function openStep(api: Api, router: Router): Promise<UrlTree> {
  const [storages, residents] = await Promise.all([api.ask(listStorages), api.ask(listResidents)]);
  if (storages.kind === 'done' && storages.answer.storages.length === 0)
    return router.createUrlTree(['/setup/storages']);
  if (residents.kind === 'done' && residents.answer.residents.length === 0)
    return router.createUrlTree(['/setup/text']);
  return router.createUrlTree(['/setup/staff']);
}
