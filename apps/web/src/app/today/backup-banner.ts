import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AnswerOf, readBoard } from '@azukari/contract';

import { Banner } from '../ui/banner';
import { Speech } from '../ui/speech';

type Backup = NonNullable<AnswerOf<typeof readBoard>['backup']>;

/** BackupBanner says what is wrong with the backups, and when the last good one was made; of good ones it is silent. */
@Component({
  selector: 'az-backup-banner',
  imports: [Banner],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let state = of().state;
    @if (state !== 'ok' && state !== 'off') {
      <az-banner
        tone="waiting"
        [title]="speech.say('today.backup.' + state + '.title')"
        [body]="speech.say('today.backup.' + state + '.body') + newest()"
      />
    }
  `,
})
export class BackupBanner {
  readonly of = input.required<Backup>();
  protected readonly speech = inject(Speech);

  protected newest(): string {
    const { verifiedAt } = this.of();
    if (verifiedAt === null) return this.speech.say('today.backup.none');
    return this.speech.say('today.backup.newest', { time: this.speech.moment(verifiedAt) });
  }
}
