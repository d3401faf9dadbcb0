import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { type DraftOf, setDemoClock } from '@azukari/contract';
import { addDays } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { DayPipe, ShortDayPipe, TimePipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';

/** Mails leave between nine and six: whatever the real hour is, this one lets them go. */
const MORNING = '10:00';

/** DemoMenu is what only a demo has: its clock, which a manager moves, and the inbox of the families' mails. */
@Component({
  selector: 'az-demo-menu',
  imports: [MatMenuModule, DayPipe, ShortDayPipe, TimePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      type="button"
      class="az-button az-button--quiet open"
      [disabled]="moving()"
      [matMenuTriggerFor]="menu"
      [attr.aria-label]="speech.say('shell.demoMenu.open')"
    >
      <strong>{{ speech.say(moving() ? 'shell.demoMenu.moving' : 'shell.demo') }}</strong>
    </button>
    <mat-menu #menu="matMenu" class="az-wide-menu" xPosition="before">
      <p class="now">{{ speech.say('shell.demoMenu.now') }} {{ clock.today() | azDay }} {{ clock.now() | azTime }}</p>
      @if (session.may('appoint')) {
        @for (days of steps; track days) {
          <button mat-menu-item type="button" [attr.data-days]="days" (click)="goOn(days)">
            {{ speech.say('shell.demoMenu.goOn.' + days, { day: dayAfter(days) | azShortDay }) }}
          </button>
        }
        <button mat-menu-item type="button" (click)="backToNow()">{{ speech.say('shell.demoMenu.back') }}</button>
        <p class="about">{{ speech.say('shell.demoMenu.about') }}</p>
      }
      @if (inbox(); as address) {
        <a mat-menu-item target="_blank" rel="noopener" [href]="address">{{ speech.say('shell.demoMenu.inbox') }}</a>
      }
    </mat-menu>
  `,
  styles: `
    :host {
      flex: none;
    }
    .open {
      padding-inline: 4px;
    }
    strong {
      padding: 1px 10px;
      border-radius: 999px;
      background: var(--az-amber-soft);
      color: var(--az-amber);
      font-size: 0.834rem;
    }
    .now,
    .about {
      margin: 0;
      padding: 8px 12px;
    }
    .now {
      font-weight: 700;
    }
    .about {
      font-size: 0.834rem;
      color: var(--az-ink-soft);
    }
  `,
})
export class DemoMenu {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);

  protected readonly steps = [1, 7, 30] as const;
  protected readonly moving = signal(false);
  protected readonly inbox = computed(() => this.session.current()?.demoInbox);

  protected dayAfter(days: number): string {
    return addDays(this.clock.today(), days);
  }

  /** goOn moves the clock to the morning so many days after the server's today. */
  protected goOn(days: number): Promise<void> {
    return this.set({ days, at: MORNING, from: 'declared' });
  }

  /** backToNow goes back to the real time. */
  protected backToNow(): Promise<void> {
    return this.set({ days: null });
  }

  private async set(body: DraftOf<typeof setDemoClock>): Promise<void> {
    this.moving.set(true);
    await this.api.send(setDemoClock, body);
    // Every screen and every drawn time was of the other day.
    this.document.defaultView?.location.reload();
  }
}
