import { inject, InjectionToken } from '@angular/core';

/** PRACTICE_BASE is the address under which the practice house (れんしゅう) shows these same screens. */
export const PRACTICE_BASE = '/practice';

/** IN_PRACTICE says whether this page is one of a practice house: its address alone tells. */
export const IN_PRACTICE = new InjectionToken<boolean>('in practice', {
  providedIn: 'root',
  factory: () => location.pathname === PRACTICE_BASE || location.pathname.startsWith(`${PRACTICE_BASE}/`),
});

/** GO_TO loads another address anew, out of the practice house or into it: what one page knows the other never gets. */
export const GO_TO = new InjectionToken<(address: string) => void>('go to', {
  providedIn: 'root',
  factory: () => (address) => {
    location.assign(address);
  },
});

/** baseAddress is where the router begins. */
export function baseAddress(): string {
  return inject(IN_PRACTICE) ? `${PRACTICE_BASE}/` : '/';
}
