import { inject, Injectable } from '@angular/core';
import type { AnswerOf, listRules, previewRules } from '@azukari/contract';
import { type AdviceCode, BRINGING_REASONS, type BringingReason, type FallbackStep } from '@azukari/domain';

import { finding } from '../../i18n/ja/finding';
import { bringWords } from './manners';
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
    bringWords({ finding });
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

  /** bringing says why an item is brought to a visit, or is not. */
  bringing(code: BringingReason): string {
    return isOwnReason(code) ? this.speech.say(`finding.bringing.${code}`) : this.reason(code);
  }

  fallback(step: FallbackStep): string {
    return this.speech.say(`finding.fallback.${step}`);
  }

  advice(code: AdviceCode): string {
    return this.speech.say(`finding.advice.${code}`);
  }

  value(value: NonNullable<Finding['value']>): string {
    return this.speech.say(`finding.value.${value}`);
  }
}

function isOwnReason(code: BringingReason): code is (typeof BRINGING_REASONS)[number] {
  return BRINGING_REASONS.some((own) => own === code);
}
