import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AnswerOf, readCheckpoint } from '@azukari/contract';

import { CountPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';

/** CheckpointPanel shows what others need to verify the record: size, anchor code, and the signed checkpoint itself. */
@Component({
  selector: 'az-checkpoint-panel',
  imports: [CountPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'az-card' },
  template: `
    <h2>{{ speech.say('ledger.checkpoint.open') }}</h2>
    <p class="az-soft">{{ speech.say('ledger.checkpoint.lead') }}</p>
    <dl>
      <div>
        <dt>{{ speech.say('ledger.checkpoint.size') }}</dt>
        <dd>{{ checkpoint().size | azCount }}</dd>
      </div>
      <div>
        <dt>{{ speech.say('ledger.checkpoint.code') }}</dt>
        <dd class="code">{{ checkpoint().code }}</dd>
      </div>
      <div>
        <dt>{{ speech.say('ledger.checkpoint.at') }}</dt>
        <dd>{{ speech.moment(checkpoint().at) }}</dd>
      </div>
    </dl>
    <h3>{{ speech.say('ledger.checkpoint.text') }}</h3>
    <pre tabindex="0" role="region" [attr.aria-label]="speech.say('ledger.checkpoint.text')">{{
      checkpoint().note
    }}</pre>
    <h3>{{ speech.say('ledger.checkpoint.key') }}</h3>
    <pre tabindex="0" role="region" [attr.aria-label]="speech.say('ledger.checkpoint.key')">{{ checkpoint().key }}</pre>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 40px;
    }
    dt {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    dd {
      font-weight: 700;
    }
    .code {
      font-size: 1.222rem;
      letter-spacing: 0.06em;
    }
    pre {
      margin: 0;
      padding: 12px;
      border-radius: var(--az-radius-small);
      background: var(--az-sunken);
      font-size: 0.834rem;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class CheckpointPanel {
  protected readonly speech = inject(Speech);
  readonly checkpoint = input.required<AnswerOf<typeof readCheckpoint>>();
}
