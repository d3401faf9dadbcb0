import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { enrolTablet } from '@azukari/contract';

import { tablet } from '../../i18n/ja/tablet';
import { bringWords } from '../ui/manners';
import { Api, type Sent } from '../ui/api';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

/** EnrolPage makes this browser the shared tablet whose code is typed here. */
@Component({
  selector: 'az-enrol-page',
  imports: [Outcome, RouterLink, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      <form class="card az-stack" novalidate (submit)="enrol($event)">
        <h1>{{ speech.say('tablet.enrol.title') }}</h1>
        <p>{{ speech.say('tablet.enrol.lead') }}</p>
        <az-text-field name="tablet-code" [label]="speech.say('tablet.enrol.code')" [(text)]="code" />
        <az-outcome [of]="ended()" />
        <button type="submit" class="az-button az-button--primary az-button--big" [disabled]="busy()">
          {{ speech.say('tablet.enrol.go') }}
        </button>
        <a class="az-button az-button--quiet" routerLink="/sign-in">{{ speech.say('tablet.enrol.back') }}</a>
      </form>
    </main>
  `,
  styleUrl: '../session/sign-in-page.scss',
})
export class EnrolPage {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  protected readonly code = signal('');
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<unknown> | null>(null);

  constructor() {
    bringWords({ tablet });
  }

  protected async enrol(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const sent = await this.api.send(enrolTablet, { code: this.code() });
    this.busy.set(false);
    this.ended.set(sent.kind === 'done' ? null : sent);
    // Whoever was signed in here no longer is; nothing of before stays in the page.
    if (sent.kind === 'done') location.assign('/sign-in');
  }
}
