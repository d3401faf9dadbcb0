import { ApplicationRef, DestroyRef, inject, type Signal, signal } from '@angular/core';

/** wholeOnPaper is true while the page is printed, also by the browser's own menu: what is folded on the screen is whole on paper. */
export function wholeOnPaper(): Signal<boolean> {
  const app = inject(ApplicationRef);
  const printing = signal(false);
  const gone = new AbortController();
  inject(DestroyRef).onDestroy(() => gone.abort());
  const set = (now: boolean) => () => {
    printing.set(now);
    // The browser lays the page out for paper as soon as its listeners have returned.
    app.tick();
  };
  addEventListener('beforeprint', set(true), { signal: gone.signal });
  addEventListener('afterprint', set(false), { signal: gone.signal });
  return printing.asReadonly();
}
