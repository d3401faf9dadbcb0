/** Fixtures are one of each thing of a facility, by id; every version is 1. */
export interface Fixtures {
  readonly residentId: string;
  readonly contactId: string;
  readonly agreementId: string;
  /** In the safe, under the agreement; it ends on 2030-03-31. */
  readonly itemId: string;
  /** The same, and this deadline is closed. */
  readonly closedId: string;
  /** Out since an emergency; `outSeq` is that entry. */
  readonly outId: string;
  /** In the safe without an agreement. */
  readonly heldId: string;
  /** Found: without a resident. */
  readonly foundId: string;
  /** In the safe, unopened, from an insurer; it may be opened. */
  readonly envelopeId: string;
  readonly insurerId: string;
  readonly pouchId: string;
  readonly emptyPouchId: string;
  /** A locker that nobody counts. */
  readonly drawerId: string;
  /** Counts: one's own, nothing told yet; told, with one thing too many; all answered; a colleague's; and one that waits for a second person. */
  readonly countId: string;
  readonly comparedId: string;
  readonly settledId: string;
  readonly othersId: string;
  readonly awaitedId: string;
  /** Counts that go by a list: `itemId` is not looked for yet; nothing is left. */
  readonly listedId: string;
  readonly lookedId: string;
  /** 照合: nothing counted for it yet; all counted; it waits for a second person; closed. */
  readonly monthBegunId: string;
  readonly monthCountedId: string;
  readonly monthAwaitedId: string;
  readonly monthClosedId: string;
  readonly staffId: string;
  readonly appointmentId: string;
  /** A tablet whose code nobody has typed yet. */
  readonly tabletId: string;
  /** A letter that nobody has posted yet, with its code, and the answer to another, which left something to do. */
  readonly noticeId: string;
  readonly replyCode: string;
  readonly answerId: string;
  /** A mail that was accepted. */
  readonly sentId: string;
  /** A mail to oneself. */
  readonly testId: string;
  /** Somebody who left so long ago that her words may go, and a colleague's request that another's do. */
  readonly goneId: string;
  readonly erasureId: string;
  /** Somebody who was marked as dead by mistake: nobody is told anything of hers yet. */
  readonly stoppedId: string;
  /** What a third home sent here, and what went there from here; nobody has said anything of either. */
  readonly comingId: string;
  readonly passedOnId: string;
  /** A command that was recorded. */
  readonly pastCommandId: string;
}

/** Seqs are entries of the facility's own log. */
export interface Seqs {
  readonly outSeq: number;
  /** What is noted of `residentId` stands under this number. */
  readonly applicationSeq: number;
  /** Losses: one that is open, and one that is closed although the card was not found. */
  readonly lossSeq: number;
  readonly closedLossSeq: number;
}

/** Thing is the name of one of them. */
export type Thing = keyof Fixtures | keyof Seqs;

/** Request is a request that the server accepts, but for its command's id. */
export interface Request {
  readonly body?: Readonly<Record<string, unknown>>;
  readonly at?: Readonly<Record<string, string>>;
}

/** Sample makes a request out of a facility's things; a suite may hand it another's. */
export type Sample = (of: Fixtures & Seqs, today: string) => Request;
