import { Injectable, signal } from '@angular/core';

import type { Item } from './item-state';

/** Subject is an item that was moved, as much of it as a sentence needs. */
export type Subject = Pick<Item, 'id' | 'kind' | 'label' | 'resident'>;

/** Confirmation is the quiet sentence after something was recorded. */
export interface Confirmation {
  readonly at: string;
  /** A key under `shell.done`. */
  readonly verb: string;
  readonly seqs: readonly number[];
  readonly about: readonly Subject[];
}

/** Receipt is what the server answers to an acknowledged command. */
export interface Receipt {
  readonly recordedAt: string;
  readonly entries: readonly { readonly seq: number; readonly itemId: string | null }[];
}

const QUIET_MS = 2_000;
const UNDO_MS = 8_000;

/** UNDOABLE are the taps after which one notices at once that it was the wrong card. */
export const UNDOABLE: readonly string[] = ['check-out', 'check-in'];

/** Receipts shows for some seconds that something was recorded, of whom, and under which number. */
@Injectable({ providedIn: 'root' })
export class Receipts {
  private readonly shown = signal<Confirmation | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly current = this.shown.asReadonly();

  /** show takes the receipt of an acknowledged command, and the items among which those are that it moved. */
  show(verb: string, { recordedAt, entries }: Receipt, items: readonly Subject[] = []): void {
    clearTimeout(this.timer);
    const moved = new Set(entries.map(({ itemId }) => itemId));
    const about = items.filter(({ id }) => moved.has(id));
    this.shown.set({ verb, at: recordedAt, seqs: entries.map(({ seq }) => seq), about });
    const undoable = UNDOABLE.includes(verb) && about.length > 0;
    this.timer = setTimeout(() => this.forget(), undoable ? UNDO_MS : QUIET_MS);
  }

  /** hold keeps the sentence until what somebody began from it has ended. */
  hold(): void {
    clearTimeout(this.timer);
  }

  /** forget takes the sentence away. */
  forget(): void {
    clearTimeout(this.timer);
    this.shown.set(null);
  }
}
