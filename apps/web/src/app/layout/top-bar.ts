import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { Clock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { EraPipe, ShortDayPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { DemoMenu } from './demo-menu';
import { LANG_CHOICES, Preferences, THEMES } from './preferences';

/** TopBar says what day it is, where, and whose hands these are; it changes the person and the language. */
@Component({
  selector: 'az-top-bar',
  imports: [MatMenuModule, RouterLink, Icon, EraPipe, ShortDayPipe, DemoMenu],
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
  protected readonly langs = LANG_CHOICES;
  protected readonly themes = THEMES;
  readonly changePerson = output();
  readonly signOut = output();
}
