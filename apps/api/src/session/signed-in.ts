import { FRESH_SIGN_IN_MINUTES, isFreshSignIn, refuseAtDoor } from '@azukari/domain';
import type { Access, Actor, Asker, Auth, Uuid } from '@azukari/domain';
import { Refused } from '../http/refused.ts';

/** SignedIn is the person behind a request: the account, its facility, and how and when they showed who they are. */
export interface SignedIn extends Actor {
  readonly facilityId: string;
  readonly name: string;
  readonly auth: Auth;
  /** The enrolled tablet on which this session was opened; null elsewhere. */
  readonly tablet: Uuid | null;
  /** True while a second factor is demanded of her and this session has shown none. */
  readonly owesFactor: boolean;
  /** Machine time of the sign-in, in milliseconds. */
  readonly startedMs: number;
  /** Machine time at which the session ends unless it is used. */
  readonly lastsUntilMs: number;
  readonly tokenHash: string;
  /** What the route that was called asks for; judged at the door, and again when a command's turn has come. */
  readonly access: Access;
}

/** refuseUnless says no when a route asks for more than whoever stands there may do. */
export function refuseUnless(asker: Asker | null, access: Access): void {
  const no = refuseAtDoor(asker, access);
  if (no) throw new Refused(no);
}

/** refuseUnlessFresh asks for a sign-in of the last minutes, before what takes more than an open session. */
export function refuseUnlessFresh(by: Pick<SignedIn, 'startedMs'>, nowMs: number): void {
  if (!isFreshSignIn(nowMs - by.startedMs))
    throw new Refused({ kind: 'sign-in-not-fresh', minutes: FRESH_SIGN_IN_MINUTES });
}
