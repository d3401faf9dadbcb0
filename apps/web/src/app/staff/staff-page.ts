import { ChangeDetectionStrategy, Component, inject } from '@angular/core';

import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { StaffAndAppointments } from './staff-and-appointments';

/** StaffPage is 職員 and カードを扱える職員: who works here, and who could handle cards on which day. */
@Component({
  selector: 'az-staff-page',
  imports: [PageHeading, StaffAndAppointments],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('staff.title')" />
      <az-staff-and-appointments />
    </div>
  `,
})
export class StaffPage {
  protected readonly speech = inject(Speech);
}
