import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';

import { Session } from '../session/session';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { type Confirmation, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Undo } from './undo';

/**
 * ReceiptNote says quietly what was recorded: 「10:42 出しました　髙﨑 ミツ さん・介護保険証ほか1点・記録 1,042」, and for some
 * seconds the way back. It stands where no big button is: a second tap on that must not fall on the way back.
 */
@Component({
  selector: 'az-receipt-note',
  imports: [Icon, Undo],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="status" aria-live="polite">
      @if (shown(); as one) {
        <p>
          <az-icon name="check" />
          <span
            ><b>{{ lead(one) }}</b>
            @if (one.about.length > 0) {
              <span>{{ speech.say('shell.note.whose', { who: whose(one) }) }}</span><span class="what">{{
                speech.say('shell.note.what', { what: what(one) })
              }}</span>
            }
            <span>{{ entry(one) }}</span></span
          >
        </p>
      }
    </div>
    @for (one of all(); track one.seqs.join()) {
      <az-undo [of]="one" />
    }
  `,
  styleUrl: './receipt-note.scss',
})
export class ReceiptNote {
  private readonly receipts = inject(Receipts);
  protected readonly speech = inject(Speech);

  protected readonly shown = this.receipts.current;
  /** all has at most one; a way back belongs to one sentence and never to the next. */
  protected readonly all = computed(() => {
    const one = this.shown();
    return one === null ? [] : [one];
  });

  constructor() {
    const session = inject(Session);
    const who = computed(() => session.staff()?.id);
    // The next person has done nothing yet.
    effect(() => {
      who();
      untracked(() => this.receipts.forget());
    });
  }

  protected lead({ at, verb }: Confirmation): string {
    return this.speech.say('shell.note.lead', {
      time: this.speech.time(at),
      verb: this.speech.say(`shell.done.${verb}`),
    });
  }

  protected whose({ about }: Confirmation): string {
    const people = [...new Map(about.map(({ resident }) => [resident?.id ?? '', resident])).values()];
    const [first] = people;
    const who = first ? this.speech.person(first.name, first.kana) : this.speech.say('words.nobody');
    return people.length < 2 ? who : this.speech.say('shell.note.othersToo', { first: who, count: people.length - 1 });
  }

  protected what({ about }: Confirmation): string {
    const [first] = about;
    const item = first ? this.speech.item(first.kind, first.label) : '';
    return about.length < 2 ? item : this.speech.say('shell.note.moreToo', { first: item, count: about.length - 1 });
  }

  protected entry({ seqs }: Confirmation): string {
    const seq = seqs.at(-1);
    return seq === undefined ? '' : this.speech.say('shell.note.entry', { seq: formatCount(seq) });
  }
}
