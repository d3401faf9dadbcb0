import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { AnswerOf, listRules, previewRules } from '@azukari/contract';

import { finding } from '../../i18n/ja/finding';
import { Speech } from './speech';

/** Finding is what a rule answers, as the API tells it. */
export type Finding = AnswerOf<typeof previewRules>['results'][number];

/** Rule is one version of a rule of the book, as the API tells it. */
export type Rule = AnswerOf<typeof listRules>['rules'][number];

/** FindingWords says what rules answer. Its Japanese words come with the first screen that asks for them. */
@Injectable({ providedIn: 'root' })
export class FindingWords {
  private readonly speech = inject(Speech);

  constructor() {
    inject(TranslocoService).setTranslation({ finding }, 'ja');
  }

  /** rule is 「V2 電子証明書の有効期限」. */
  rule(id: Rule['id']): string {
    return this.speech.say('finding.facts.named', { id, name: this.speech.say(`finding.rule.${id}`) });
  }

  about(id: Rule['id']): string {
    return this.speech.say(`finding.about.${id}`);
  }

  /** version says in what a version of a rule differs from the one before; null where there is only one. */
  version({ id, validFrom }: Pick<Rule, 'id' | 'validFrom'>): string | null {
    if (!(id in finding.version)) return null;
    return this.speech.say(`finding.version.${id}.${validFrom ?? 'first'}`);
  }

  setting(setting: string): string {
    return this.speech.say(`finding.setting.${setting}`);
  }

  reason(code: Finding['reasonCode']): string {
    return this.speech.say(`finding.reason.${code}`);
  }

  differs(): string {
    return this.speech.say('finding.facts.differs');
  }

  value(value: NonNullable<Finding['value']>): string {
    return this.speech.say(`finding.value.${value}`);
  }
}
