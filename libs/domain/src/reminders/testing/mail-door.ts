import type { SmtpReply, SmtpStage } from '../smtp.ts';
import type { Random } from './random.ts';

/** How the mail server treats one attempt: where it ends, and whether the mail was taken. */
export interface Fate {
  readonly reply: SmtpReply;
  readonly taken: boolean;
}

export interface MailFaults {
  /** How often an attempt fails without any reason of its own. */
  readonly faults: number;
  /** Whether connections are cut after the whole mail was handed over. */
  readonly cuts: boolean;
}

const TAKEN: Fate = { reply: { stage: 'content', code: 250 }, taken: true };
const fails = (stage: SmtpStage, code: number | null): Fate => ({ reply: { stage, code }, taken: false });

const OUTAGES: readonly Fate[] = [fails('connect', null), fails('greeting', 421), fails('sign-in', 535)];
const FAULTS: readonly Fate[] = [
  fails('connect', null),
  fails('greeting', 554),
  fails('sign-in', 454),
  fails('sender', 451),
  fails('sender', null),
  fails('recipient', 450),
  fails('recipient', 550),
  fails('data', null),
  fails('data', 451),
  fails('content', 452),
  fails('content', 554),
];
const CUTS: readonly Fate[] = [
  { reply: { stage: 'content', code: null }, taken: true },
  { reply: { stage: 'content', code: null }, taken: false },
];

/** MailDoor is the mail server outside, with addresses that refuse everything and days on which nobody answers. */
export class MailDoor {
  outageUntil = 0;
  private readonly random: Random;
  private readonly how: MailFaults;
  private readonly refusing = new Map<string, boolean>();

  constructor(random: Random, how: MailFaults) {
    this.random = random;
    this.how = how;
  }

  fate(person: string, now: number): Fate {
    if (now < this.outageUntil) return this.random.pick(OUTAGES);
    if (this.refuses(person)) return fails('recipient', 550);
    if (this.how.cuts && this.random.chance(0.02)) return this.random.pick(CUTS);
    return this.random.chance(this.how.faults) ? this.random.pick(FAULTS) : TAKEN;
  }

  private refuses(person: string): boolean {
    const known = this.refusing.get(person) ?? this.random.chance(0.04);
    this.refusing.set(person, known);
    return known;
  }
}
