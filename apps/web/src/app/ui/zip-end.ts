import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Banner } from './banner';
import { Icon } from './icon';
import { Outcome } from './outcome';
import { Speech } from './speech';
import type { ZipDownload } from './zip-download';

/** ZipEnd says what came of a file that the server made: saved, stopped, broken off, or why there is none. */
@Component({
  selector: 'az-zip-end',
  imports: [Banner, Icon, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-outcome [of]="refused()" />
    @switch (of().ended()?.kind) {
      @case ('broken') {
        <az-banner
          tone="waiting"
          [title]="speech.say('zip.broken')"
          [body]="speech.say('zip.brokenBody', { button: button() })"
        />
      }
      @case ('stopped') {
        <p role="status">{{ speech.say('zip.stopped') }}</p>
      }
    }
    @if (file(); as saved) {
      <az-banner tone="done" [title]="speech.say('zip.done')" [body]="content()">
        <a class="az-button az-button--quiet" [href]="saved.address" [download]="saved.name"
          ><az-icon name="download" />{{ speech.say('zip.save') }}</a
        >
      </az-banner>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    p {
      margin: 0;
    }
  `,
})
export class ZipEnd {
  protected readonly speech = inject(Speech);
  readonly of = input.required<ZipDownload>();
  /** button is what is pressed to have it made. */
  readonly button = input.required<string>();
  /** content says what is in the file. */
  readonly content = input.required<string>();

  protected readonly refused = computed(() => {
    const ended = this.of().ended();
    return ended?.kind === 'no' ? ended.sent : null;
  });
  protected readonly file = computed(() => {
    const ended = this.of().ended();
    return ended?.kind === 'saved' ? ended : null;
  });
}
