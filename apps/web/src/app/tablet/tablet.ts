import { inject, Injectable, signal } from '@angular/core';
import { type AnswerOf, readTablet } from '@azukari/contract';

import { Api } from '../ui/api';

/** TabletAnswer is what this browser was enrolled as. */
export type TabletAnswer = NonNullable<AnswerOf<typeof readTablet>['tablet']>;

/** Colleague is one name tile. */
export type Colleague = TabletAnswer['staff'][number];

/** Tablet knows what this browser was enrolled as; null for a browser of somebody's own, and until that is known. */
@Injectable({ providedIn: 'root' })
export class Tablet {
  private readonly api = inject(Api);
  private readonly known = signal<TabletAnswer | null>(null);
  readonly current = this.known.asReadonly();

  /** learn asks anew: somebody may have come, or the tablet was revoked. */
  async learn(): Promise<void> {
    const asked = await this.api.ask(readTablet);
    if (asked.kind === 'done') this.known.set(asked.answer.tablet);
  }
}
