import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { type Finding, FindingWords } from '../ui/finding-words';
import { FindingFacts } from '../ui/finding-facts';
import { formatEra } from '../ui/format';
import { Speech } from '../ui/speech';

/** RENEWED are the rules whose day a renewal window leads up to: a card and what is on it have one each. */
const RENEWED: readonly Finding['rule'][] = ['V1', 'V2'];

/** BEGINS are the rules whose day begins something; of the others it is the last one. */
const BEGINS: readonly Finding['rule'][] = ['V3', 'V6', 'V10', 'V15'];

/** Results are what the rules answered, each with its day in both calendars and its source. */
@Component({
  selector: 'az-results',
  imports: [FindingFacts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3 id="results" tabindex="-1">{{ speech.say('rules.calculator.results') }}</h3>
    <ol>
      @for (one of told(); track $index) {
        <li class="az-card">
          <h4>{{ one.name }}</h4>
          <p class="when">
            {{ one.when }}
            @if (one.era) {
              <span class="az-soft">{{ one.era }}</span>
            }
          </p>
          <az-finding-facts [finding]="one.finding" [named]="false" />
        </li>
      }
    </ol>
  `,
  styles: `
    :host,
    ol {
      display: grid;
      gap: 12px;
    }
    ol {
      grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
    }
    li {
      display: grid;
      align-content: start;
      gap: 8px;
    }
    h4 {
      margin: 0;
      font-size: 1rem;
    }
    .when {
      font-size: 1.167rem;
      font-weight: 700;
    }
    h3 {
      scroll-margin-top: 124px;
    }
    .when span {
      display: inline-block;
      font-size: 0.889rem;
      font-weight: 400;
    }
  `,
})
export class Results {
  protected readonly speech = inject(Speech);
  private readonly words = inject(FindingWords);
  readonly findings = input.required<readonly Finding[]>();

  protected readonly told = computed(() =>
    this.findings().map((finding) => ({
      finding,
      name: this.nameOf(finding),
      when: this.whenOf(finding),
      era: finding.date === null || finding.until !== undefined ? '' : formatEra(finding.date, this.speech.lang()),
    })),
  );

  private nameOf({ rule, until }: Finding): string {
    const name = this.words.rule(rule);
    if (rule !== 'V3') return name;
    const ending = RENEWED.filter((one) => this.findings().some((other) => other.rule === one && other.date === until));
    if (ending.length === 0) return name;
    const what = ending.map((one) => this.speech.say(`rules.calculator.renewed.${one}`));
    return this.speech.say('rules.calculator.of', { name, what: what.join(this.speech.say('words.join')) });
  }

  private whenOf({ rule, date, until, value }: Finding): string {
    if (date === null)
      return value === undefined ? this.speech.say('rules.calculator.noDate') : this.words.value(value);
    const from = this.speech.day(date);
    if (until !== undefined) return this.speech.say('rules.calculator.period', { from, until: this.speech.day(until) });
    return BEGINS.includes(rule) ? this.speech.say('rules.calculator.begins', { day: from }) : from;
  }
}
