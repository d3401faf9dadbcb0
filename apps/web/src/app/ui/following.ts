import { effect, inject, untracked } from '@angular/core';

import { Board } from './board';

/** Reloading is a read that can be asked for anew. */
export interface Reloading {
  reload(): unknown;
}

/** following reads anew whenever the record has grown or a day has begun, also by another tablet. */
export function following(read: Reloading): void {
  const board = inject(Board);
  let seen: number | null = null;
  effect(() => {
    const revision = board.current()?.revision ?? null;
    if (seen !== null && revision !== null && revision !== seen) untracked(() => read.reload());
    seen = revision ?? seen;
  });
}
