import { Injectable, signal } from '@angular/core';

/** Confirmation is the quiet sentence after something was recorded. */
export interface Confirmation {
  readonly at: string;
  /** A key under `shell.done`. */
  readonly verb: string;
  readonly seq: number | null;
}

/** Receipt is what the server answers to an acknowledged command. */
export interface Receipt {
  readonly recordedAt: string;
  readonly entries: readonly { readonly seq: number }[];
}

const QUIET_MS = 2_000;

/** Receipts shows for two seconds that something was recorded, and under which number. */
@Injectable({ providedIn: 'root' })
export class Receipts {
  private readonly shown = signal<Confirmation | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly current = this.shown.asReadonly();

  /** show takes the receipt of an acknowledged command. */
  show(verb: string, receipt: Receipt): void {
    clearTimeout(this.timer);
    this.shown.set({ verb, at: receipt.recordedAt, seq: receipt.entries.at(-1)?.seq ?? null });
    this.timer = setTimeout(() => this.shown.set(null), QUIET_MS);
  }
}
