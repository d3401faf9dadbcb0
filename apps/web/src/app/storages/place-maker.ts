import { computed, signal } from '@angular/core';
import { addStorage } from '@azukari/contract';

import { formCommandOf, type Order } from '../ui/form-command';
import type { Place } from './place';

/** Step is one place to make; it may stand in one that was made before it. */
export type Step = (made: readonly Place[]) => Order<typeof addStorage>;

/** PlaceMaker makes places one after another, each with its own receipt. What is made stays; after a "no" it goes on where it stopped. */
export class PlaceMaker {
  private readonly command = formCommandOf(addStorage);
  private steps: readonly Step[] = [];
  private readonly madeNow = signal<readonly Place[]>([]);
  private readonly total = signal(0);
  private readonly runningNow = signal(false);

  readonly ended = this.command.ended;
  readonly locked = computed(() => this.runningNow() || this.command.locked());
  /** progress is how many are made, of how many. */
  readonly progress = computed(() => ({ made: this.madeNow().length, of: this.total() }));

  issue(path: string): string | null {
    return this.command.issue(path);
  }

  /** make answers whether all were made. Called again after a "no" it keeps what is there and tries the rest. */
  async make(steps: readonly Step[]): Promise<boolean> {
    this.steps = steps;
    this.total.set(steps.length);
    return this.goOn();
  }

  /** again sends the unconfirmed step once more and goes on with the others. */
  async again(): Promise<boolean> {
    return this.take(await this.command.again()) && this.goOn();
  }

  private async goOn(): Promise<boolean> {
    this.runningNow.set(true);
    try {
      for (let step = this.steps[this.madeNow().length]; step; step = this.steps[this.madeNow().length]) {
        if (!this.take(await this.command.send(step(this.madeNow())))) return false;
      }
      return true;
    } finally {
      this.runningNow.set(false);
    }
  }

  private take(answer: { readonly storages: readonly Place[] } | null): boolean {
    const place = answer?.storages[0];
    if (place !== undefined) this.madeNow.update((made) => [...made, place]);
    return place !== undefined;
  }
}
