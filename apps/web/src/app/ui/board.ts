import { DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type AnswerOf, readBoard } from '@azukari/contract';

import { Api } from './api';
import { Clock } from './clock';
import { Receipts } from './receipts';

const POLL_MS = 4_000;

/** BoardAnswer is what is out, held, missing and soon to expire. */
export type BoardAnswer = AnswerOf<typeof readBoard>;

/**
 * Board follows what happens at the safe, also on other tablets. What stands around every screen provides it, and its pages
 * read the same; it begins with the first that asks, and stops at the door. Asking with `since` is cheap and does not renew the session.
 */
@Injectable()
export class Board {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly document = inject(DOCUMENT);
  private readonly seen = signal<BoardAnswer | null>(null);
  private readonly failedNow = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  private stopped = false;

  readonly current = this.seen.asReadonly();
  /** failed is true while there is nothing to show because the first question had no answer. */
  readonly failed = this.failedNow.asReadonly();

  constructor() {
    const wake = (): void => {
      if (this.document.visibilityState === 'visible') void this.refresh();
    };
    this.document.addEventListener('visibilitychange', wake);
    inject(DestroyRef).onDestroy(() => {
      this.stopped = true;
      clearTimeout(this.timer);
      this.document.removeEventListener('visibilitychange', wake);
    });
    void this.refresh();
    const receipts = inject(Receipts);
    // What was recorded here is seen here at once, whichever part of the screen recorded it.
    effect(() => {
      if (receipts.current() !== null) untracked(() => void this.refresh());
    });
  }

  /** refresh asks now; the next question follows four seconds later while somebody looks. */
  async refresh(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    clearTimeout(this.timer);
    const since = this.seen()?.revision;
    const asked = await this.api.ask(readBoard, { query: { since } });
    this.asking = false;
    if (asked.kind === 'done') {
      this.clock.follow(asked.answer.now);
      this.take(asked.answer);
    }
    this.failedNow.set(asked.kind !== 'done' && this.seen() === null);
    if (!this.stopped && this.document.visibilityState === 'visible') {
      this.timer = setTimeout(() => void this.refresh(), POLL_MS);
    }
  }

  /** The record may have been checked anew without a new entry, the notices may have stopped, a shift may have changed. */
  private take(answer: BoardAnswer): void {
    const seen = this.seen();
    if (seen === null || !answer.unchanged) this.seen.set(answer);
    else {
      const meanwhile = told(answer);
      if (differ(told(seen), meanwhile)) this.seen.set({ ...seen, ...meanwhile });
    }
  }
}

/** What may become another without an entry. */
function told({
  ledger,
  notices,
  counts,
  nightList,
  nightFile,
  transfers,
  backup,
  disk,
}: BoardAnswer): Partial<BoardAnswer> {
  return { ledger, notices, counts, nightList, nightFile, transfers, backup, disk };
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
