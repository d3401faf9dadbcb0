import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { night } from '../../i18n/ja/night';
import { bringWords } from './manners';
import { Banner } from './banner';
import { PaperButton } from './paper-button';
import type { PaperDraft } from './paper';
import { Speech } from './speech';

/** NightListLine asks for 夜間・停電用一覧 and prints it: what the house falls back on when the computer is gone that night. */
@Component({
  selector: 'az-night-list-line',
  imports: [Banner, PaperButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-banner tone="waiting" [title]="speech.say('night.title')" [body]="speech.say('night.body', { time: since() })">
      <az-paper-button form="F16" [of]="whole" [primary]="true" [label]="speech.say('night.print')" />
    </az-banner>
  `,
})
export class NightListLine {
  protected readonly speech = inject(Speech);
  /** since is the time of day from which it is asked for. */
  readonly since = input.required<string>();
  /** F16 is of the whole house. */
  protected readonly whole: PaperDraft = {};

  constructor() {
    bringWords({ night });
  }
}
