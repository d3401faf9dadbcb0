import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import { PasteImport } from '../ui/paste-import';
import { Speech } from '../ui/speech';

/** ImportPage takes over residents from a spreadsheet. */
@Component({
  selector: 'az-import-page',
  imports: [Icon, PageHeading, PasteImport, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('residents.importTitle')" [sub]="speech.say('residents.importSub')">
        <a class="az-button" routerLink="/residents"><az-icon name="back" />{{ speech.say('residents.title') }}</a>
      </az-page-heading>
      <az-paste-import />
    </div>
  `,
})
export class ImportPage {
  protected readonly speech = inject(Speech);
}
