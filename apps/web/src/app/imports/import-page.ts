import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { ListImport } from './list-import';

/** ImportPage takes over residents, contacts, items and places from a list. */
@Component({
  selector: 'az-import-page',
  imports: [Icon, ListImport, PageHeading, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('residents.importTitle')" [sub]="speech.say('residents.importSub')">
        <a class="az-button" routerLink="/residents"><az-icon name="back" />{{ speech.say('residents.title') }}</a>
      </az-page-heading>
      <az-list-import />
    </div>
  `,
})
export class ImportPage {
  protected readonly speech = inject(Speech);
}
