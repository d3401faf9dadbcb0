import { may } from '@azukari/domain';
import type { Actor, Auth } from '@azukari/domain';
import type { Access } from '../http/handles.ts';
import { Refused } from '../http/refused.ts';

/** SignedIn is the person behind a request: the account, its facility, and how and when they showed who they are. */
export interface SignedIn extends Actor {
  readonly facilityId: string;
  readonly name: string;
  readonly auth: Auth;
  /** Machine time of the sign-in, in milliseconds. */
  readonly startedMs: number;
  readonly tokenHash: string;
  /** What the route that was called asks for; judged at the door, and again when a command's turn has come. */
  readonly access: Access;
}

/** refuseUnless says no when a route asks for more than this role and level may do. */
export function refuseUnless(now: Pick<Actor, 'role' | 'level'>, access: Access): void {
  if (access !== 'signed-in' && access !== 'public' && !may(now, access))
    throw new Refused({ kind: 'not-allowed', action: access, level: now.level });
}
