import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { settleDifference } from '@azukari/contract';
import {
  type CountDisposition,
  type Instant,
  type Purpose,
  SHORT_DISPOSITIONS,
  SURPLUS_DISPOSITIONS,
} from '@azukari/domain';

import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DuePicker } from '../ui/due-picker';
import { usualDue } from '../ui/due-times';
import { ItemTile } from '../ui/item-tile';
import { Outcome } from '../ui/outcome';
import { PouchPicker } from '../ui/pouch-picker';
import type { Receipt } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { type CountAnswer, CountingWords, type Difference } from './counting';
import { LastMoves } from './last-moves';

const PURPOSE_OF: Readonly<Partial<Record<CountDisposition, Purpose>>> = {
  'with-resident': 'to-resident',
  'with-family': 'to-family',
  'at-clinic': 'outpatient',
};

/** DifferenceCard is one difference: which item it may be, its last movements, and the answer. */
@Component({
  selector: 'az-difference-card',
  imports: [Choices, DuePicker, ItemTile, LastMoves, Outcome, PouchPicker, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './difference-card.html',
  styleUrl: './difference-card.scss',
})
export class DifferenceCard {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  private readonly words = inject(CountingWords);
  readonly countId = input.required<string>();
  readonly difference = input.required<Difference>();
  readonly mayAnswer = input.required<boolean>();
  readonly answered = output<{ readonly receipt: Receipt; readonly count: CountAnswer }>();

  protected readonly title = computed(() => {
    const { side, kind, place } = this.difference();
    const said = { kind: this.speech.word('kind', kind), place: this.words.drawer(place) };
    return this.speech.say(`counting.difference.${side}`, said);
  });
  protected readonly lead = computed(() => this.speech.say(`counting.difference.${this.difference().side}Lead`));
  protected readonly options = computed<readonly CountDisposition[]>(() =>
    this.difference().side === 'short' ? SHORT_DISPOSITIONS : SURPLUS_DISPOSITIONS,
  );
  /** itemId is the one that is meant: the only one there is, until somebody chooses. */
  protected readonly itemId = linkedSignal<readonly { readonly id: string }[], string | null>({
    source: () => this.difference().candidates,
    computation: (candidates, before) => {
      const kept =
        candidates.find(({ id }) => id === before?.value) ?? (candidates.length === 1 ? candidates[0] : null);
      return kept?.id ?? null;
    },
  });
  protected readonly answer = signal<CountDisposition | null>(null);
  protected readonly purpose = computed(() => PURPOSE_OF[this.answer() ?? 'in-place'] ?? null);
  protected readonly storageId = signal<string | null>(null);
  protected readonly due = signal<Instant | null>(null);
  protected readonly ready = computed(() => {
    const as = this.answer();
    if (as === null || (as === 'other-place' && this.storageId() === null)) return false;
    return as === 'not-there' || this.itemId() !== null;
  });
  protected readonly said = computed(() => {
    const { settled } = this.difference();
    if (settled === null) return null;
    const word = this.speech.say(`counting.as.${settled.as}`);
    const time = this.speech.moment(settled.at);
    return this.speech.say('counting.difference.answered', { answer: word, name: settled.by.name, time });
  });
  protected readonly settling = commandOf(settleDifference, (answer) => this.answered.emit(answer));

  protected choose(as: CountDisposition): void {
    this.answer.set(as);
    const purpose = this.purpose();
    this.due.set(purpose === null ? null : usualDue(purpose, this.clock.now()));
    this.settling.forget();
  }

  protected async record(): Promise<void> {
    const as = this.answer();
    if (as === null || !this.ready()) return;
    await this.settling.send(
      {
        difference: this.difference().n,
        as,
        itemId: as === 'not-there' ? null : this.itemId(),
        storageId: as === 'other-place' ? this.storageId() : null,
        dueBackAt: this.due(),
      },
      { path: { id: this.countId() } },
    );
  }
}
