import { ChangeDetectionStrategy, Component, inject } from '@angular/core';

import { EmptyState } from '../ui/empty-state';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';

/** CheckInPage is the place of a screen that is still to be built. */
@Component({
  selector: 'az-check-in-page',
  imports: [EmptyState, PageHeading],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('check-in.title')" />
      <az-empty-state icon="info" [title]="speech.say('shell.soon')" />
    </div>
  `,
})
export class CheckInPage {
  protected readonly speech = inject(Speech);
}
