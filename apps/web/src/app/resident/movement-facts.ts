import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type HolderRef, isInstant, PURPOSES } from '@azukari/domain';

import { Speech } from '../ui/speech';
import type { Bar } from './lanes';

/** MovementFacts says in words what one stretch of the picture is: what was recorded, when, by whom. */
@Component({
  selector: 'az-movement-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>{{ title() }}</h3>
    <dl>
      @for (fact of facts(); track fact.word) {
        <div>
          <dt>{{ fact.word }}</dt>
          <dd>{{ fact.value }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 28px;
    }
    dt {
      font-size: 0.834rem;
      color: var(--az-ink-soft);
    }
  `,
})
export class MovementFacts {
  private readonly speech = inject(Speech);
  readonly bar = input.required<Bar>();

  protected readonly title = computed(() => {
    const { entry } = this.bar();
    const item = this.speech.item(entry.item?.kind ?? 'other', entry.item?.label);
    return this.speech.say(`resident.moved.${entry.type.replace('item.', '')}`, { item });
  });
  protected readonly facts = computed(() => {
    const { entry, from, to } = this.bar();
    const { holder, purpose, dueBackAt } = entry.facts;
    const known = PURPOSES.find((one) => one === purpose);
    return [
      ['from', this.speech.moment(from)],
      ['to', to === null ? this.speech.say('resident.timeline.still') : this.speech.moment(to)],
      ['purpose', known === undefined ? '' : this.speech.word('purpose', known)],
      ['destination', entry.private['destination'] ?? ''],
      [
        'holder',
        typeof holder === 'string'
          ? this.speech.holderRef(holder as HolderRef, entry.private['holderName'] ?? null)
          : '',
      ],
      ['due', isInstant(dueBackAt) ? this.speech.moment(dueBackAt) : ''],
      ['note', entry.private['note'] ?? ''],
      ['by', entry.actor.name],
      ['number', String(entry.seq)],
    ]
      .filter(([, value]) => value !== '')
      .map(([word, value]) => ({ word: this.speech.say(`resident.timeline.${word ?? ''}`), value }));
  });
}
