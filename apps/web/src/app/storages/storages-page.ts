import { ChangeDetectionStrategy, Component, inject } from '@angular/core';

import { Session } from '../session/session';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { LabelSheet } from './label-sheet';
import { StorageTree } from './storage-tree';

/** StoragesPage is 保管場所: lockers, their drawers, and the numbered pouches in them. */
@Component({
  selector: 'az-storages-page',
  imports: [LabelSheet, PageHeading, StorageTree],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('storages.title')" [sub]="speech.say('storages.sub')" />
      <az-storage-tree>
        @if (session.may('print-forms')) {
          <az-label-sheet />
        }
      </az-storage-tree>
    </div>
  `,
})
export class StoragesPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
}
