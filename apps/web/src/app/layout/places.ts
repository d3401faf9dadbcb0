import type { Action } from '@azukari/domain';

import type { IconName } from '../ui/icons';

/** NavPlace is one entry of the navigation; its word is `shell.nav.<name>`. */
export interface NavPlace {
  readonly name: string;
  readonly path: string;
  readonly icon: IconName;
  readonly action: Action;
  readonly onPhone: boolean;
}

/** NAV_PLACES are the entries in the order of the rail. On a phone the rest is reached through その他. */
export const NAV_PLACES: readonly NavPlace[] = [
  { name: 'today', path: '/today', icon: 'today', action: 'see-board', onPhone: true },
  { name: 'check-out', path: '/check-out', icon: 'check-out', action: 'check-out', onPhone: true },
  { name: 'check-in', path: '/check-in', icon: 'check-in', action: 'check-in', onPhone: true },
  { name: 'residents', path: '/residents', icon: 'residents', action: 'see-board', onPhone: true },
  { name: 'ledger', path: '/ledger', icon: 'ledger', action: 'read-record', onPhone: false },
  { name: 'deadlines', path: '/deadlines', icon: 'calendar', action: 'see-board', onPhone: false },
  { name: 'counts', path: '/counts', icon: 'counts', action: 'see-board', onPhone: false },
  { name: 'notices', path: '/notices', icon: 'bell', action: 'see-profile', onPhone: false },
  { name: 'staff', path: '/staff', icon: 'staff', action: 'appoint', onPhone: false },
  { name: 'more', path: '/more', icon: 'more', action: 'see-board', onPhone: true },
];
