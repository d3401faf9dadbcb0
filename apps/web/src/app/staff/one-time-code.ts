import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { Banner } from '../ui/banner';
import { Speech } from '../ui/speech';

/** OneTimeCode shows once with what a colleague signs in to choose her password, large enough to write down without a mistake. */
@Component({
  selector: 'az-one-time-code',
  imports: [Banner],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (code(); as words) {
      <p>{{ speech.say('staff.code.lead') }}</p>
      <dl>
        <div>
          <dt>{{ speech.say('staff.field.loginId') }}</dt>
          <dd>{{ loginId() }}</dd>
        </div>
        <div>
          <dt>{{ speech.say('staff.code.name') }}</dt>
          <dd class="large">{{ words }}</dd>
        </div>
      </dl>
      <p class="az-soft">{{ speech.say('staff.code.once') }}</p>
    } @else {
      <az-banner
        tone="info"
        [title]="speech.say('staff.code.gone.title')"
        [body]="speech.say('staff.code.gone.body')"
      />
    }
  `,
  styles: `
    :host,
    dl {
      display: grid;
      gap: 12px;
    }
    dl {
      padding: 16px 20px;
      border: 2px dashed var(--az-line-strong);
      border-radius: var(--az-radius);
      background: var(--az-sunken);
    }
    dt {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    dd {
      font-weight: 700;
    }
    .large {
      font-size: 1.444rem;
      letter-spacing: 0.08em;
    }
  `,
})
export class OneTimeCode {
  protected readonly speech = inject(Speech);
  readonly loginId = input.required<string>();
  readonly code = input.required<string | null>();
}
