import type { Refusal } from '../refusal.ts';
import { may } from './may.ts';
import type { Action, Actor } from './may.ts';

/**
 * Access is what a request asks for: an action of the table, any session, a session that still owes a second factor (`at-the-door`),
 * or nothing (`public`). Each endpoint of the contract names one.
 */
export type Access = Action | 'signed-in' | 'at-the-door' | 'public';

/** WHOSE is to whom the things belong that a request names by id. */
export const WHOSE = ['own', 'other', 'unknown'] as const;
export type Whose = (typeof WHOSE)[number];

/** Asker is who stands at the door: what she may today, and whether a second factor is still owed. */
export interface Asker extends Pick<Actor, 'role' | 'level'> {
  readonly owesFactor: boolean;
}

/**
 * refuseAtDoor says no to a request, or null. Another facility's things are told like those that nobody knows, and only to who may ask at
 * all: what is forbidden is forbidden whatever the request names.
 */
export function refuseAtDoor(asker: Asker | null, access: Access, whose: Whose = 'own'): Refusal | null {
  const beyond: Refusal | null = whose === 'own' ? null : { kind: 'not-found' };
  if (access === 'public') return beyond;
  if (asker === null) return { kind: 'not-signed-in' };
  if (access === 'at-the-door') return beyond;
  if (asker.owesFactor) return { kind: 'factor-missing' };
  if (access === 'signed-in' || may(asker, access)) return beyond;
  return { kind: 'not-allowed', action: access, level: asker.level };
}
