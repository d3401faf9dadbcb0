import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { dayInTokyo } from '@azukari/domain';

import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { CountPipe, TimePipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { reading } from './amended';
import { awaitsReview, type Entry, isCancelled } from '../ui/record/entry';
import { EntryCorrections } from './entry-corrections';
import { EntryDetail } from './entry-detail';
import { entrySentence, entrySubject } from '../ui/record/entry-words';
import { type LedgerFilter } from './ledger-filter';
import { type Names } from '../ui/record/names';
import { spanOf } from './span';

/** EntryRow is one 記録 in plain words, with what was said about it later beside it. */
@Component({
  selector: 'az-entry-row',
  imports: [CountPipe, EntryCorrections, EntryDetail, Icon, KindShapeDrawing, TimePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './entry-row.html',
  styleUrl: './entry-row.scss',
})
export class EntryRow {
  protected readonly speech = inject(Speech);
  readonly entry = input.required<Entry>();
  /** later are the entries that amend, cancel or review this one. */
  readonly later = input.required<readonly Entry[]>();
  readonly names = input.required<Names>();
  readonly log = input.required<LedgerFilter['log']>();
  readonly open = input.required<boolean>();
  readonly unfold = output();
  readonly corrected = output();

  protected readonly reading = computed(() => reading(this.entry(), this.later()));
  protected readonly subject = computed(() => entrySubject(this.entry(), this.speech));
  protected readonly sentence = computed(() => entrySentence(this.entry(), this.speech, this.names()));
  protected readonly sentenceNow = computed(() => {
    const now = entrySentence(this.reading().now, this.speech, this.names());
    return now === this.sentence() ? null : now;
  });
  protected readonly cancelled = computed(() => isCancelled(this.entry()));
  protected readonly toReview = computed(() => awaitsReview(this.entry()));
  protected readonly seq = computed(() => formatCount(this.entry().seq));
  protected readonly by = computed(() => {
    const { actor, erased } = this.entry();
    if (erased.includes('actorName')) return this.speech.say('ledger.erased');
    return actor.name === ''
      ? this.speech.say(actor.id === null ? 'ledger.system' : 'words.someone')
      : this.speech.say('ledger.by', { name: actor.name });
  });
  /** behind is how far the clock lay behind, in words. */
  protected readonly behind = computed(() => {
    const { behind } = this.entry();
    if (behind === 0) return null;
    const { unit, count } = spanOf(behind);
    return this.speech.say(`ledger.span.${unit}`, { count });
  });

  /** momentOf writes the day too when it is another than that of the record. */
  protected momentOf(at: string): string {
    const sameDay = dayInTokyo(at) === dayInTokyo(this.entry().recordedAt);
    return sameDay ? this.speech.time(at) : `${this.speech.day(dayInTokyo(at))} ${this.speech.time(at)}`;
  }
}
