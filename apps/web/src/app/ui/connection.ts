import { inject, Injectable, signal } from '@angular/core';

import { Clock } from './clock';

/** Connection knows whether the server was heard the last time, and when. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly clock = inject(Clock);
  private readonly missing = signal(false);
  private readonly last = signal<string | null>(null);

  readonly lost = this.missing.asReadonly();
  /** lastHeardAt is when the server last answered. */
  readonly lastHeardAt = this.last.asReadonly();

  hear(): void {
    this.missing.set(false);
    this.last.set(this.clock.now());
  }

  miss(): void {
    this.missing.set(true);
  }
}
