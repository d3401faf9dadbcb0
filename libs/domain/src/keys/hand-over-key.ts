import { may } from '../access/may.ts';
import type { Actor } from '../access/may.ts';
import { notAhead, refuseFuture, refuseUnlessMay } from '../custody/draft.ts';
import { accept, refuse } from '../decision.ts';
import type { Decision } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import type { LockerKey } from './key.ts';

/** KeyOrder is what was tapped: from whom the screen says that the key comes, to whom it goes (null: the key box), and when, if not now. */
export interface KeyOrder {
  readonly from: Uuid | null;
  readonly to: Uuid | null;
  readonly at: Instant | null;
}

/** KeyReceiver is who gets a key, with role and level of the day on which she gets it. */
export interface KeyReceiver extends Actor {
  readonly name: string;
}

/** KeySituation is the key as the record has it, and who hands it to whom. */
export interface KeySituation {
  readonly key: LockerKey;
  readonly actor: Actor;
  /** Null for the key box. */
  readonly receiver: KeyReceiver | null;
  readonly now: Instant;
}

/** handOverKey decides whether a key goes on, and answers since when: null for now. A key of a locker no longer used only goes back into the box. */
export function handOverKey(order: KeyOrder, situation: KeySituation): Decision<Instant | null> {
  const at = notAhead(order.at, situation.now);
  const no =
    refuseUnlessMay(situation.actor, 'hold-keys') ??
    refuseElsewhere(order, situation.key) ??
    refuseReceiver(situation) ??
    refuseFuture(at, situation.now) ??
    refuseBefore(at, situation.key);
  return no ? refuse(no) : accept(at);
}

function refuseElsewhere({ from, to }: KeyOrder, { storageId, holder, since }: LockerKey): Refusal | null {
  const staffId = holder?.staffId ?? null;
  if (staffId !== from) return { kind: 'key-elsewhere', storageId, staffId, name: holder?.name ?? null, since };
  return from === to ? { kind: 'nothing-to-change' } : null;
}

function refuseReceiver({ key, receiver }: KeySituation): Refusal | null {
  if (receiver === null) return null;
  if (key.retired) return { kind: 'key-retired' };
  const { staffId, name } = receiver;
  return may(receiver, 'hold-keys') ? null : { kind: 'receiver-not-appointed', staffId, name };
}

function refuseBefore(at: Instant | null, { since }: LockerKey): Refusal | null {
  return at !== null && since !== null && at < since ? { kind: 'key-moved-since', since } : null;
}
