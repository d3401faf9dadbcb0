import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type AnswerOf, endSessions, listSessions } from '@azukari/contract';

import { Api, type Sent } from '../ui/api';
import { EmptyState } from '../ui/empty-state';
import { Outcome } from '../ui/outcome';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';

type Open = AnswerOf<typeof listSessions>['sessions'][number];

/** SessionsPanel is everywhere that one is signed in; what she does not know she ends. */
@Component({
  selector: 'az-sessions-panel',
  imports: [EmptyState, Outcome, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="az-card az-stack" aria-labelledby="sessions">
      <h2 id="sessions">{{ speech.say('ways.sessions.title') }}</h2>
      <p>{{ speech.say('ways.sessions.what') }}</p>
      @if (known.hasValue()) {
        <ul class="az-stack">
          @for (one of known.value().sessions; track one.id) {
            <li class="az-row">
              <span>
                <strong>{{ where(one) }}</strong><br /><span class="az-soft">{{ line(one) }}</span>
              </span>
              @if (!one.current) {
                <button
                  type="button"
                  class="az-button"
                  [disabled]="busy()"
                  [attr.aria-label]="
                    speech.say('ways.sessions.endOf', { where: where(one), since: speech.moment(one.startedAt) })
                  "
                  (click)="end(one.id)"
                >
                  {{ speech.say('ways.sessions.end') }}
                </button>
              }
            </li>
          }
        </ul>
        <az-outcome [of]="ended()" (again)="end(last())" />
        @if (others() === 0) {
          <p class="az-soft">{{ speech.say('ways.sessions.alone') }}</p>
        } @else if (others() > 1) {
          <div class="az-row">
            <button type="button" class="az-button" [disabled]="busy()" (click)="end(null)">
              {{ speech.say('ways.sessions.endAll') }}
            </button>
          </div>
        }
      } @else if (known.error()) {
        <az-empty-state icon="no-connection" [title]="speech.say('ways.sessions.failed')">
          <button type="button" class="az-button" (click)="known.reload()">{{ speech.say('shell.reload') }}</button>
        </az-empty-state>
      } @else {
        <az-skeleton [rows]="2" />
      }
    </section>
  `,
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      justify-content: space-between;
    }
  `,
})
export class SessionsPanel {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  protected readonly known = this.api.read(listSessions);
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<unknown> | null>(null);
  /** last is what was to be ended, for who asks again. */
  protected readonly last = signal<string | null>(null);
  protected readonly others = computed(() => (this.known.value()?.sessions.length ?? 1) - 1);

  protected where({ current, tablet }: Open): string {
    return tablet ?? this.speech.say(current ? 'ways.sessions.current' : 'ways.sessions.other');
  }

  protected line({ auth, startedAt, seenAt }: Open): string {
    const by = this.speech.say(`ways.sessions.by.${auth}`);
    return this.speech.say('ways.sessions.line', {
      by,
      since: this.speech.moment(startedAt),
      seen: this.speech.moment(seenAt),
    });
  }

  protected async end(sessionId: string | null): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.last.set(sessionId);
    const sent = await this.api.send(endSessions, { sessionId });
    this.busy.set(false);
    this.ended.set(sent.kind === 'done' ? null : sent);
    if (sent.kind === 'done') this.known.set(sent.answer);
    else this.known.reload();
  }
}
