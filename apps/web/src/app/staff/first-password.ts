import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { Banner } from '../ui/banner';
import { Speech } from '../ui/speech';

/** FirstPassword shows once what a colleague signs in with the first time, large enough to write down without a mistake. */
@Component({
  selector: 'az-first-password',
  imports: [Banner],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (password(); as words) {
      <p>{{ speech.say('staff.password.lead') }}</p>
      <dl>
        <div>
          <dt>{{ speech.say('staff.field.loginId') }}</dt>
          <dd>{{ loginId() }}</dd>
        </div>
        <div>
          <dt>{{ speech.say('staff.password.first') }}</dt>
          <dd class="large">{{ words }}</dd>
        </div>
      </dl>
      <p class="az-soft">{{ speech.say('staff.password.once') }}</p>
    } @else {
      <az-banner
        tone="info"
        [title]="speech.say('staff.password.gone.title')"
        [body]="speech.say('staff.password.gone.body')"
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
export class FirstPassword {
  protected readonly speech = inject(Speech);
  readonly loginId = input.required<string>();
  readonly password = input.required<string | null>();
}
