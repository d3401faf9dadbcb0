import type { Uuid } from '@azukari/domain';
import type { Clock } from '../clock.ts';
import type { SignedIn } from '../session/signed-in.ts';
import type { Author } from './ledger.ts';

/** authorOf is a signed-in person as the author of the entries of a command. */
export function authorOf(by: SignedIn, clock: Clock, command: Uuid = crypto.randomUUID()): Author {
  return {
    facilityId: by.facilityId,
    actor: `staff:${by.staffId}`,
    name: by.name,
    auth: by.auth,
    // Who pressed her name at a tablet has not signed in.
    authAge: by.auth === 'device' ? null : Math.max(0, Math.floor((clock.elapsedMs() - by.startedMs) / 1000)),
    tablet: by.tablet,
    command,
  };
}
