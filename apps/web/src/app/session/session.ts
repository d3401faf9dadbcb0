import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type AnswerOf,
  askPasskey,
  type DraftOf,
  renewSession,
  type sessionAnswer,
  signIn,
  type signInAgainByPasskey,
  signInAtTablet,
  signInByPasskey,
  signOut,
  whoAmI,
} from '@azukari/contract';
import { type Action, may } from '@azukari/domain';
import type { z } from 'zod';

import { Api, type Sent } from '../ui/api';
import { Clock } from '../ui/clock';

/** SignedIn is who is signed in, where, and until when. */
export type SignedIn = z.output<typeof sessionAnswer>;

/** passkeysHere says whether this browser could show one here: an address in numbers has no name that it could be bound to. */
export function passkeysHere(): boolean {
  return 'PublicKeyCredential' in globalThis && !/^[\d.:[\]]+$/.test(location.hostname);
}

/** Session knows who is signed in on this tablet. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly who = signal<SignedIn | null>(null);
  private readonly timedOut = signal(false);
  private readonly lockedNow = signal(false);
  private asked = false;

  readonly current = this.who.asReadonly();
  readonly staff = computed(() => this.who()?.staff ?? null);
  /** lapsed is true after a session ended without the person's doing. */
  readonly lapsed = this.timedOut.asReadonly();
  /** locked is true where a session on a shared tablet has ended and the page waits for its person, unseen. */
  readonly locked = this.lockedNow.asReadonly();

  /** may asks the one table of who may do what; the API decides in the end. */
  may(action: Action): boolean {
    const staff = this.staff();
    return staff !== null && may(staff, action);
  }

  /** resume finds out once whether this browser still has a session. */
  async resume(): Promise<boolean> {
    if (this.who() !== null) return true;
    if (this.asked) return false;
    const asked = await this.api.ask(whoAmI);
    this.asked = asked.kind !== 'unreachable';
    if (asked.kind === 'done') this.begin(asked.answer);
    return asked.kind === 'done';
  }

  /** signIn opens a session; done by another person, it ends the one before (交代). */
  async signIn(shown: DraftOf<typeof signIn>): Promise<Sent<AnswerOf<typeof signIn>>> {
    const sent = await this.api.send(signIn, shown);
    if (sent.kind === 'done') this.begin(sent.answer);
    return sent;
  }

  /** signInAtTablet is signIn by one's name tile. */
  async signInAtTablet(shown: DraftOf<typeof signInAtTablet>): Promise<Sent<AnswerOf<typeof signIn>>> {
    const sent = await this.api.send(signInAtTablet, shown);
    if (sent.kind === 'done') this.begin(sent.answer);
    return sent;
  }

  /** renew tells the server that somebody is at work here, and hears until when it waits now. */
  async renew(): Promise<void> {
    const sent = await this.api.end(renewSession);
    if (sent.kind === 'done') this.begin(sent.answer);
  }

  /** signInByPasskey opens a session for whose passkey the browser shows, or shows `anew` who is signed in; null when the person put it off. */
  async signInByPasskey(
    of: typeof signInByPasskey | typeof signInAgainByPasskey = signInByPasskey,
  ): Promise<Sent<AnswerOf<typeof signIn>> | null> {
    const asked = await this.api.end(askPasskey);
    if (asked.kind !== 'done') return asked.kind === 'unreachable' ? { kind: 'unconfirmed' } : asked;
    const { shown } = await import('./passkey');
    const response = await shown(asked.answer.options);
    if (response === null) return null;
    const sent = await this.api.send(of, { response });
    if (sent.kind === 'done') this.begin(sent.answer);
    return sent;
  }

  async signOut(): Promise<void> {
    await this.api.end(signOut);
    this.who.set(null);
  }

  /** begin takes over an answered session, for instance after the first set-up. */
  begin(answer: SignedIn): void {
    this.asked = true;
    this.timedOut.set(false);
    // Another person does not see what the one before left on the screen: it stays unseen until the page begins anew.
    this.lockedNow.update((locked) => locked && this.who()?.staff.id !== answer.staff.id);
    this.clock.follow(answer.now);
    this.who.set(answer);
  }

  /** reread follows what was changed about oneself or the facility while the session goes on. */
  async reread(): Promise<void> {
    const asked = await this.api.ask(whoAmI);
    if (asked.kind === 'done') this.begin(asked.answer);
  }

  /** lapse notes that the server no longer knows this session. */
  lapse(): void {
    const ended = this.who();
    if (ended === null) return;
    if (ended.onTablet) {
      this.lockedNow.set(true);
      return;
    }
    this.who.set(null);
    this.timedOut.set(true);
  }
}
