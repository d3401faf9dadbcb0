import type { AnswerOf, listReminders } from '@azukari/contract';

import type { IconName } from './icons';

/** Machine is how the machinery of the notices stands. */
export type Machine = AnswerOf<typeof listReminders>['machine'];

/** HEARTBEATS draw the states of the machinery; `ok` needs nobody. */
export const HEARTBEATS: Readonly<Record<Machine['state'], { readonly icon: IconName; readonly ok: boolean }>> = {
  working: { icon: 'check', ok: true },
  resting: { icon: 'clock', ok: true },
  holding: { icon: 'warning', ok: false },
  stopped: { icon: 'warning', ok: false },
  off: { icon: 'no-connection', ok: false },
};
