import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { listEntries } from '@azukari/contract';

import { Api } from '../ui/api';
import { KnownNames } from '../ui/record/known-names';
import { entrySentence } from '../ui/record/entry-words';
import { Speech } from '../ui/speech';

const LAST = 3;

/** LastMoves are an item's last three movements: who, where and when. The page provides the names. */
@Component({
  selector: 'az-last-moves',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (moves().length > 0) {
      <h4>{{ speech.say('counting.difference.moves') }}</h4>
      <ol>
        @for (move of moves(); track move.seq) {
          <li>
            <span class="az-soft">{{ move.at }}</span> {{ move.said }}
            <span class="az-soft">{{ move.by }}</span>
          </li>
        }
      </ol>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    h4 {
      font-weight: 700;
    }
    ol {
      display: grid;
      gap: 4px;
      overflow-wrap: anywhere;
    }
  `,
})
export class LastMoves {
  protected readonly speech = inject(Speech);
  private readonly known = inject(KnownNames);
  readonly itemId = input.required<string>();
  private readonly read = inject(Api).read(listEntries, () => ({ query: { itemId: this.itemId(), limit: LAST } }));

  protected readonly moves = computed(() => {
    const entries = this.read.hasValue() ? this.read.value().entries : [];
    return entries.map((entry) => ({
      seq: entry.seq,
      at: this.speech.moment(entry.occurredAt ?? entry.recordedAt),
      said: entrySentence(entry, this.speech, this.known.names()),
      by: entry.actor.name === '' ? '' : this.speech.say('ledger.by', { name: entry.actor.name }),
    }));
  });
}
