import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AnswerOf, previewNoticeWords } from '@azukari/contract';
import type { NoticeLanguage } from '@azukari/domain';

import { Speech } from '../ui/speech';

/** NoticeExample is a notice to nobody as a family would read it: the mail, and the rows of the letter. */
@Component({
  selector: 'az-notice-example',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="az-card az-stack" aria-labelledby="example">
      <h2 id="example">{{ speech.say('notice.words.example') }}</h2>
      <h3>{{ speech.say('notice.words.mail') }}</h3>
      <div [attr.lang]="language() === 'en' ? 'en' : 'ja'">
        <p>
          <b>{{ example().subject }}</b>
        </p>
        <p class="text">{{ example().text }}</p>
      </div>
      <h3>{{ speech.say('notice.words.letter') }}</h3>
      <dl [attr.lang]="language() === 'en' ? 'en' : 'ja'">
        @for (row of example().letter; track row.name) {
          <dt>{{ row.name }}</dt>
          <dd>{{ row.text }}</dd>
        }
      </dl>
    </section>
  `,
  styles: `
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    h3 {
      font-size: 1rem;
      color: var(--az-ink-soft);
    }
    dl {
      margin: 0;
    }
    dt {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    dd {
      margin: 0 0 8px;
      overflow-wrap: anywhere;
    }
  `,
})
export class NoticeExample {
  protected readonly speech = inject(Speech);
  readonly example = input.required<AnswerOf<typeof previewNoticeWords>>();
  readonly language = input.required<NoticeLanguage>();
}
