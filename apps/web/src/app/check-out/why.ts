import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { type Presence, presencesFor, type Purpose } from '@azukari/domain';

import { FindingWords } from '../ui/finding-words';
import { Icon } from '../ui/icon';
import { presenceWords } from '../ui/presence-words';
import { Speech } from '../ui/speech';
import type { Bringing, Notice, Reason } from './proposal';

/** Why says in one line why these items are proposed, what to do before going, and on なぜ？ the reason, source and ways on of each. */
@Component({
  selector: 'az-why',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './why.html',
  styleUrl: './why.scss',
})
export class Why {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(FindingWords);
  readonly reasons = input.required<readonly Reason[]>();
  readonly purpose = input.required<Purpose>();
  /** presence is how she takes part; said where there was a choice. */
  readonly presence = input.required<Presence>();
  readonly notices = input<readonly Notice[]>([]);
  readonly advice = input<Bringing['advice']>([]);
  /** many is true when items of several residents stand below each other. */
  readonly many = input(false);

  protected readonly open = signal(false);
  protected readonly short = computed(() => {
    const proposed = this.reasons().filter(({ proposed: one }) => one);
    if (proposed.length === 0) return this.speech.say('check-out.why.none');
    const days = proposed.flatMap(({ item }) => item.printedExpiresOn ?? []).sort();
    const purpose = this.purpose();
    const choice = (presencesFor(purpose)?.presences.length ?? 0) > 1;
    const parts = [
      choice ? this.speech.say(`${presenceWords(purpose)}.${this.presence()}`) : this.shown(proposed),
      ...days.slice(0, 1).map((day) => this.until(day)),
    ];
    return this.speech.say('check-out.why.suggested', { why: parts.join(this.speech.say('words.join')) });
  });
  /** further is the advice that does not already stand in plain sight. */
  protected readonly further = computed(() => {
    const seen = new Set<string>(this.notices());
    return this.advice().filter(({ code }) => !seen.has(code) && seen.add(code));
  });

  /** because tells of one item: what it is for, until when it is valid, and what covers it. */
  protected because(reason: Reason): string {
    const { item, proposed, document } = reason;
    const parts = [this.said(reason)];
    if (proposed) {
      if (item.printedExpiresOn !== null) parts.push(this.until(item.printedExpiresOn));
      parts.push(this.speech.say(item.agreed ? 'check-out.why.agreed' : 'check-out.why.notAgreed'));
    } else if (reason.code === 'expired' && item.printedExpiresOn !== null) {
      parts.push(this.speech.say('words.validUntil', { day: this.speech.day(item.printedExpiresOn) }));
    } else if (reason.code === 'proof-enough' && document !== null) {
      parts.push(this.words.bringing(document.reasonCode));
    }
    // Words that are a sentence elsewhere are a part of one here.
    return parts.map((part) => part.replace(/[。.]$/, '')).join(this.speech.say('words.join'));
  }

  private shown(proposed: readonly Reason[]): string {
    const purpose = this.purpose();
    const beside = proposed.find(({ code }) => code !== 'proof');
    if (beside?.code === 'alone' || beside?.code === 'own-choice') return this.said(beside);
    return this.speech.say(`check-out.why.shown.${purpose}`);
  }

  private said({ code, document }: Reason): string {
    if ((code === 'proof' || code === 'no-proof') && document !== null) return this.words.bringing(document.reasonCode);
    if (code === 'shown') return this.speech.say(`check-out.why.shown.${this.purpose()}`);
    if (code === 'away') return this.speech.say(`check-out.why.away.${document?.at === 'missing' ? 'missing' : 'out'}`);
    return this.speech.say(`check-out.why.${code}`, { purpose: this.speech.word('purpose', this.purpose()) });
  }

  private until(day: string): string {
    return this.speech.say('check-out.why.valid', { day: this.speech.day(day) });
  }
}
