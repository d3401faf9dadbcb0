import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { HttpResourceRef } from '@angular/common/http';

import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';

/** PictureUnread stands where a picture will, until it is read or when it cannot be. */
@Component({
  selector: 'az-picture-unread',
  imports: [Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<az-unread
    [failed]="of().error()"
    [failure]="speech.say('picturing.failed')"
    [rows]="6"
    (again)="of().reload()"
  />`,
})
export class PictureUnread {
  protected readonly speech = inject(Speech);
  readonly of = input.required<Pick<HttpResourceRef<unknown>, 'error' | 'reload'>>();
}
