import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { StaffAndAppointments } from './staff-and-appointments';

/** StaffPage is 職員 and カードを扱える職員: who works here, and who could handle cards on which day. */
@Component({
  selector: 'az-staff-page',
  imports: [Icon, PageHeading, RouterLink, StaffAndAppointments],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('staff.title')">
        @if (session.may('keep-accounts')) {
          <a class="az-button az-no-print" routerLink="/staff/envelope">
            <az-icon name="lock" />{{ speech.say('staff.envelope') }}
          </a>
        }
      </az-page-heading>
      <az-staff-and-appointments />
    </div>
  `,
})
export class StaffPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
}
