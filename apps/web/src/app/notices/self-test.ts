import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { type AnswerOf, readTest, testReminders } from '@azukari/contract';

import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

type Progress = AnswerOf<typeof readTest>;

const ASK_AGAIN_MS = 2_000;
const ENDS: Readonly<Partial<Record<Progress['state'], 'arrived' | 'failed' | 'unsure'>>> = {
  accepted: 'arrived',
  acknowledged: 'arrived',
  dead: 'failed',
  bounced: 'failed',
  cancelled: 'failed',
  uncertain: 'unsure',
};

/** SelfTest sends a mail to oneself on the way that all others go, and says how far it came. */
@Component({
  selector: 'az-self-test',
  imports: [Banner, Outcome, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate (submit)="$event.preventDefault(); send()">
      <az-text-field
        name="to"
        type="email"
        [label]="speech.say('notice.selfTest.to')"
        [hint]="speech.say('notice.selfTest.hint')"
        [error]="testing.error('to')"
        [(text)]="to"
      />
      <button type="submit" class="az-button az-button--floor" [disabled]="testing.locked()">
        {{ speech.say('notice.selfTest.submit') }}
      </button>
    </form>
    <az-outcome [of]="testing.ended()" (again)="testing.again()" />
    @if (said(); as how) {
      <az-banner
        [tone]="how === 'arrived' ? 'done' : how === 'under-way' ? 'info' : 'refused'"
        [body]="speech.say('notice.selfTest.' + how)"
      >
        @if (state()?.heard; as heard) {
          <p>{{ speech.say('notice.selfTest.heard', { heard }) }}</p>
        }
      </az-banner>
    }
  `,
  styles: `
    :host,
    form {
      display: grid;
      gap: 10px;
      justify-items: start;
    }
    az-text-field,
    az-banner {
      justify-self: stretch;
    }
  `,
})
export class SelfTest {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly to = signal('');
  protected readonly state = signal<Progress | null>(null);
  protected readonly said = computed(() => {
    const seen = this.state();
    if (seen === null) return null;
    // A server that could not be reached is tried again for days; who waits here wants to know now.
    return ENDS[seen.state] ?? (seen.attempts > 0 && seen.state === 'queued' ? 'retrying' : 'under-way');
  });
  protected readonly testing = commandOf(testReminders, ({ id }) => this.follow(id));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected async send(): Promise<void> {
    clearTimeout(this.timer);
    this.state.set(null);
    await this.testing.send({ to: this.to() });
  }

  private follow(id: string): void {
    this.state.set({ state: 'queued', attempts: 0, heard: null });
    const ask = async (): Promise<void> => {
      const asked = await this.api.ask(readTest, { path: { id } });
      if (asked.kind === 'done') this.state.set(asked.answer);
      const how = this.said();
      if (how === 'under-way' || how === 'retrying') this.timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    void ask();
  }
}
