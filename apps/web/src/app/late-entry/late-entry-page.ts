import { ChangeDetectionStrategy, Component, inject } from '@angular/core';

import { EmptyState } from '../ui/empty-state';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';

/** LateEntryPage is the place of a screen that is still to be built. */
@Component({
  selector: 'az-late-entry-page',
  imports: [EmptyState, PageHeading],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('late-entry.title')" />
      <az-empty-state icon="info" [title]="speech.say('shell.soon')" />
    </div>
  `,
})
export class LateEntryPage {
  protected readonly speech = inject(Speech);
}
