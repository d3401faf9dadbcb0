import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { type Finding, FindingWords } from './finding-words';
import { Icon } from './icon';
import { Speech } from './speech';

/** FindingFacts tells why a rule answers as it does: reason, answer, source, and the way to the rule itself. */
@Component({
  selector: 'az-finding-facts',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (finding().reasonCode === 'computed-differs') {
      <p class="differs"><az-icon name="warning" />{{ words.differs() }}</p>
    }
    <dl>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ speech.say('finding.facts.' + fact.name) }}</dt>
          <dd [attr.lang]="fact.name === 'source' ? 'ja' : null">{{ fact.text }}</dd>
        </div>
      }
    </dl>
    <div class="ways az-no-print">
      <a class="az-button" routerLink="/rules" [queryParams]="{ rule: finding().rule }"
        ><az-icon name="rules" />{{ speech.say('finding.facts.read')
        }}<span class="az-sr-only">{{ words.rule(finding().rule) }}</span></a
      >
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .differs {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--az-amber);
      font-weight: 700;
    }
    dl {
      display: grid;
      gap: 6px;
      margin: 0;
    }
    dl > div {
      display: grid;
      grid-template-columns: 6.5rem minmax(0, 1fr);
      gap: 0 12px;
    }
    dt {
      color: var(--az-ink-soft);
      font-size: 0.889rem;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    @media (max-width: 719px) {
      dl > div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class FindingFacts {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(FindingWords);
  readonly finding = input.required<Finding>();
  /** named is false where the rule's name already stands above. */
  readonly named = input(true);

  protected readonly facts = computed(() => {
    const { rule, reasonCode, value, until, about, source, date } = this.finding();
    const day = (key: string, of: string): string =>
      this.speech.say(`finding.facts.${key}`, { day: this.speech.day(of) });
    return [
      ...(this.named() ? [{ name: 'rule', text: this.words.rule(rule) }] : []),
      { name: 'reason', text: this.words.reason(reasonCode) },
      ...(value === undefined ? [] : [{ name: 'value', text: this.words.value(value) }]),
      // With a day before it the last one is said there.
      ...(until === undefined || date !== null ? [] : [{ name: 'until', text: day('untilDay', until) }]),
      ...(about === undefined ? [] : [{ name: 'about', text: day('aboutDay', about) }]),
      { name: 'source', text: source },
    ];
  });
}
