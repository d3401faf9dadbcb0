import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';

import type { Asked, Sent } from './api';
import { Banner } from './banner';
import { refusalText } from './refusal-text';
import { Speech } from './speech';

/** Outcome shows how a command ended when it was not a plain yes. Further ways on go into its content. */
@Component({
  selector: 'az-outcome',
  imports: [Banner],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: block;
    }
    :host(:empty) {
      display: none;
    }
  `,
  template: `
    @if (unconfirmed()) {
      <az-banner
        tone="waiting"
        [title]="speech.say('shell.connectionLost.title')"
        [body]="speech.say('shell.connectionLost.body')"
      >
        <button type="button" class="az-button" (click)="again.emit()">
          {{ speech.say('shell.connectionLost.again') }}
        </button>
      </az-banner>
    } @else if (sentence(); as words) {
      <az-banner [title]="title()" [body]="words"><ng-content /></az-banner>
    }
  `,
})
export class Outcome {
  protected readonly speech = inject(Speech);
  readonly of = input.required<Sent<unknown> | Asked<unknown> | null>();
  /** refusedAs heads a refusal of what would not have been recorded anyway. */
  readonly refusedAs = input<string>();
  /** again asks the page to send the same command, with the same commandId, once more. */
  readonly again = output();

  protected readonly unconfirmed = computed(() => {
    const kind = this.of()?.kind;
    return kind === 'unconfirmed' || kind === 'unreachable';
  });
  protected readonly title = computed(() =>
    this.of()?.kind === 'malformed'
      ? this.speech.say('shell.malformed.title')
      : (this.refusedAs() ?? this.speech.say('shell.refused.title')),
  );
  protected readonly sentence = computed(() => {
    const ended = this.of();
    if (ended?.kind === 'refused') {
      const { key, params } = refusalText(ended.refusal, this.speech);
      return this.speech.say(key, params);
    }
    return ended?.kind === 'malformed' ? this.speech.say('shell.malformed.body') : null;
  });
}
