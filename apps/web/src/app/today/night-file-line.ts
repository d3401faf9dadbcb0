import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { night } from '../../i18n/ja/night';
import { Banner } from '../ui/banner';
import type { BoardAnswer } from '../ui/board';
import { bringWords } from '../ui/manners';
import { Speech } from '../ui/speech';

/** NightFileLine says why tonight's list does not lie in the folder that was named for it. */
@Component({
  selector: 'az-night-file-line',
  imports: [Banner],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-banner
      tone="refused"
      [title]="speech.say('night.file.title')"
      [body]="speech.say('night.file.body.' + trouble())"
    />
  `,
})
export class NightFileLine {
  protected readonly speech = inject(Speech);
  readonly trouble = input.required<NonNullable<BoardAnswer['nightFile']>>();

  constructor() {
    bringWords({ night });
  }
}
