import { ChangeDetectionStrategy, Component, inject, Injector, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { Clock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { EraPipe, MomentPipe, ShortDayPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { Preferences, THEMES } from './preferences';

/** TopBar says what day it is, where, and whose hands these are; it changes the person and the language. */
@Component({
  selector: 'az-top-bar',
  imports: [MatMenuModule, RouterLink, Icon, EraPipe, MomentPipe, ShortDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'banner' },
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  protected readonly preferences = inject(Preferences);
  private readonly injector = inject(Injector);
  /** steps are how many days the clock of a demo goes on at a press. */
  protected readonly steps = [1, 7] as const;
  protected readonly themes = THEMES;
  readonly changePerson = output();
  readonly signOut = output();

  /** moveDemo moves the clock of a demo by so many days; null goes back to the real time. */
  protected async moveDemo(days: number | null): Promise<void> {
    const { DemoClock } = await import('./demo-clock');
    const clock = this.injector.get(DemoClock);
    await (days === null ? clock.backToNow() : clock.goOn(days));
  }
}
