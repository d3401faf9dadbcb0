import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { FindingWords } from '../ui/finding-words';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import type { RuleOfBook, Version } from './rule-versions';

/** RuleCard is one rule of the book: its name, what it says in one breath, and its versions side by side. */
@Component({
  selector: 'az-rule-card',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3 [id]="rule().id" tabindex="-1">{{ words.rule(rule().id) }}</h3>
    <p>{{ words.about(rule().id) }}</p>
    <ul>
      @for (version of rule().versions; track version.validFrom) {
        <li [class.now]="version.when === 'now'">
          <p class="validity">
            @if (rule().versions.length > 1) {
              <strong>
                @if (version.when === 'now') {
                  <az-icon name="check" />
                }
                {{ speech.say('rules.' + version.when) }}
              </strong>
            }
            <span>{{ validity(version) }}</span>
          </p>
          @if (words.version(version); as what) {
            <p class="what">{{ what }}</p>
          }
          <dl>
            <div>
              <dt>{{ speech.say('rules.source') }}</dt>
              <dd lang="ja">{{ version.source }}</dd>
            </div>
            @if (version.overrides; as before) {
              <div class="later">
                <dt><az-icon name="info" />{{ speech.say('rules.overrides') }}</dt>
                <dd>{{ speech.say('rules.overridden', { source: before }) }}</dd>
              </div>
            }
            @if (version.setting; as setting) {
              <div>
                <dt>{{ speech.say('rules.setting') }}</dt>
                <dd>{{ words.setting(setting) }}</dd>
              </div>
            }
          </dl>
        </li>
      }
    </ul>
  `,
  styleUrl: './rule-card.scss',
})
export class RuleCard {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(FindingWords);
  readonly rule = input.required<RuleOfBook>();

  protected validity({ validFrom, validTo }: Version): string {
    const from = validFrom === null ? '' : this.speech.day(validFrom);
    const to = validTo === null ? '' : this.speech.day(validTo);
    if (from === '') return this.speech.say(to === '' ? 'rules.validity.always' : 'rules.validity.to', { to });
    return this.speech.say(to === '' ? 'rules.validity.from' : 'rules.validity.between', { from, to });
  }
}
