import type { Actor, Auth } from '@azukari/domain';

/** SignedIn is the person behind a request: the account, its facility, and how and when they showed who they are. */
export interface SignedIn extends Actor {
  readonly facilityId: string;
  readonly name: string;
  readonly auth: Auth;
  /** Machine time of the sign-in, in milliseconds. */
  readonly startedMs: number;
  readonly tokenHash: string;
}
