import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Purpose } from '@azukari/domain';

import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import type { Reason } from './proposal';

/** Why says in one line why these items are proposed, and on なぜ？ of each item why it is, or is not. */
@Component({
  selector: 'az-why',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="line">
      <p><az-icon name="info" />{{ short() }}</p>
      @if (reasons().length > 0) {
        <button
          type="button"
          class="az-button az-button--quiet"
          aria-controls="why"
          [attr.aria-expanded]="open()"
          (click)="open.set(!open())"
        >
          {{ speech.say('check-out.why.ask') }}
        </button>
      }
    </div>
    <dl id="why" [hidden]="!open()">
      @for (one of reasons(); track one.item.id) {
        <div>
          <dt>
            <az-icon [name]="one.proposed ? 'check' : 'minus'" />
            @if (many() && one.item.resident) {
              {{ speech.person(one.item.resident.name) }}
            }
            {{ speech.item(one.item.kind, one.item.label) }}
          </dt>
          <dd>{{ because(one) }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 12px;
    }
    p {
      display: flex;
      align-items: flex-start;
      gap: 8px;
      color: var(--az-ink-soft);
      line-height: 1.45;
    }
    dl {
      display: grid;
      gap: 8px;
      margin: 0;
    }
    dl[hidden] {
      display: none;
    }
    dt {
      display: flex;
      align-items: center;
      gap: 8px;
      font-weight: 700;
    }
    dd {
      margin: 0;
      padding-inline-start: 2rem;
      color: var(--az-ink-soft);
      line-height: 1.45;
    }
  `,
})
export class Why {
  protected readonly speech = inject(Speech);
  readonly reasons = input.required<readonly Reason[]>();
  readonly purpose = input.required<Purpose>();
  /** many is true when items of several residents stand below each other. */
  readonly many = input(false);

  protected readonly open = signal(false);
  protected readonly short = computed(() => {
    const proposed = this.reasons().filter(({ proposed: one }) => one);
    if (proposed.length === 0) return this.speech.say('check-out.why.none');
    const days = proposed.flatMap(({ item }) => item.printedExpiresOn ?? []).sort();
    const parts = [this.said(proposed[0]?.code ?? 'own-choice'), ...days.slice(0, 1).map((day) => this.until(day))];
    return this.speech.say('check-out.why.suggested', { why: parts.join(this.speech.say('words.join')) });
  });

  /** because tells of one item: what it is for, until when it is valid, and what covers it. */
  protected because({ item, proposed, code }: Reason): string {
    const parts = [this.said(code)];
    if (proposed) {
      if (item.printedExpiresOn !== null) parts.push(this.until(item.printedExpiresOn));
      parts.push(this.speech.say(item.agreed ? 'check-out.why.agreed' : 'check-out.why.notAgreed'));
    } else if (code === 'expired' && item.printedExpiresOn !== null) {
      parts.push(this.speech.say('words.validUntil', { day: this.speech.day(item.printedExpiresOn) }));
    }
    return parts.join(this.speech.say('words.join'));
  }

  private said(code: Reason['code']): string {
    const purpose = this.speech.word('purpose', this.purpose());
    return this.speech.say(code === 'shown' ? `check-out.why.shown.${this.purpose()}` : `check-out.why.${code}`, {
      purpose,
    });
  }

  private until(day: string): string {
    return this.speech.say('check-out.why.valid', { day: this.speech.day(day) });
  }
}
