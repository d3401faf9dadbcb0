import { DestroyRef, inject, signal } from '@angular/core';
import { readImport } from '@azukari/contract';

import { Api } from '../ui/api';

const LOOK_EVERY_MS = 500;

/** ImportProgress asks how far an import is while it is written. */
export class ImportProgress {
  private readonly api = inject(Api);
  private timer: ReturnType<typeof setInterval> | undefined;
  readonly steps = signal<{ readonly done: number; readonly of: number } | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.end());
  }

  follow(id: string): void {
    this.end();
    this.timer = setInterval(() => void this.look(id), LOOK_EVERY_MS);
  }

  end(): void {
    clearInterval(this.timer);
    this.steps.set(null);
  }

  private async look(id: string): Promise<void> {
    const asked = await this.api.ask(readImport, { path: { id } });
    if (asked.kind === 'done' && asked.answer.progress)
      this.steps.set({ done: asked.answer.progress.done, of: asked.answer.progress.total });
  }
}
