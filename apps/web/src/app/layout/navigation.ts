import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { NAV_PLACES } from './places';

/** Navigation is the rail at the left on tablet and PC, and the bar at the bottom on a phone: always icon and word. */
@Component({
  selector: 'az-navigation',
  imports: [RouterLink, RouterLinkActive, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './navigation.html',
  styleUrl: './navigation.scss',
})
export class Navigation {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  protected readonly places = computed(() => NAV_PLACES.filter(({ action }) => this.session.may(action)));
  protected readonly mayCallAmbulance = computed(() => this.session.may('check-out-emergency'));
}
