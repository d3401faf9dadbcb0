import { computed, signal } from '@angular/core';
import { addStorage } from '@azukari/contract';

import { commandOf, type Order } from '../ui/command';
import type { Place } from './place';

/** Step is one place to make; it may stand in one that was made before it. */
export type Step = (made: readonly Place[]) => Order<typeof addStorage>;

/** PlaceMaker makes places one after another, each with its own receipt. What is made stays; after a "no" it goes on where it stopped. */
export class PlaceMaker {
  private steps: readonly Step[] = [];
  private readonly madeNow = signal<readonly Place[]>([]);
  private readonly total = signal(0);
  private readonly runningNow = signal(false);
  private readonly command = commandOf(addStorage, ({ storages }) =>
    this.madeNow.update((made) => [...made, ...storages.slice(0, 1)]),
  );

  readonly ended = this.command.ended;
  readonly locked = computed(() => this.runningNow() || this.command.locked());
  /** progress is how many are made, of how many. */
  readonly progress = computed(() => ({ made: this.madeNow().length, of: this.total() }));

  constructor(private readonly then: () => void) {}

  error(path: string): string | null {
    return this.command.error(path);
  }

  /** make makes one after another. Called again after a "no" it keeps what is there and tries the rest. */
  async make(steps: readonly Step[]): Promise<void> {
    this.steps = steps;
    this.total.set(steps.length);
    await this.goOn();
  }

  /** again sends the unconfirmed step once more and goes on with the others. */
  async again(): Promise<void> {
    if (await this.command.again()) await this.goOn();
  }

  private async goOn(): Promise<void> {
    this.runningNow.set(true);
    let yes = true;
    for (let step = this.next(); step && yes; step = this.next()) yes = await this.command.send(step(this.madeNow()));
    this.runningNow.set(false);
    if (yes) this.then();
  }

  private next(): Step | undefined {
    return this.steps[this.madeNow().length];
  }
}
