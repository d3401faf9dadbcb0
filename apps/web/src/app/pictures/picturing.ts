import { inject, Injectable } from '@angular/core';
import type { AnswerOf, readItemPicture } from '@azukari/contract';

import { picturing } from '../../i18n/ja/picturing';
import { bringWords } from '../ui/manners';
import { Speech } from '../ui/speech';

/** PicturedItem is an item as a picture names it. */
export type PicturedItem = AnswerOf<typeof readItemPicture>['item'];

/** Stretch is a time in which an item was somewhere, as the API tells it. */
export type Stretch = AnswerOf<typeof readItemPicture>['stretches'][number];

/** PicturingWords brings the Japanese words of 図で見る with its first picture, and says what a stretch is. */
@Injectable({ providedIn: 'root' })
export class PicturingWords {
  private readonly speech = inject(Speech);

  constructor() {
    bringWords({ picturing });
  }

  /** holder is who had it, or where it was. */
  holder({ custody }: Stretch): string {
    switch (custody.at) {
      case 'out':
        return this.speech.holder(custody.holder);
      case 'missing':
        return this.speech.say(`picturing.place.${custody.stage}`);
      case 'stored':
        return this.speech.say(`picturing.place.${custody.hold === null ? 'stored' : 'hold'}`);
      case 'ended':
        return this.speech.word('ended', custody.disposition);
    }
  }

  /** place is the holder, with the shelf where it lay. */
  place(stretch: Stretch): string {
    const { custody, storage } = stretch;
    return custody.at === 'stored' && custody.hold === null && storage !== null
      ? this.speech.say('picturing.place.storage', { path: storage })
      : this.holder(stretch);
  }

  /** why is for what it was out, and where it went. */
  why({ custody }: Stretch): string {
    if (custody.at !== 'out') return '';
    return [this.speech.word('purpose', custody.purpose), custody.destination ?? '']
      .filter((part) => part !== '')
      .join(this.speech.say('words.join'));
  }

  due({ custody }: Stretch): string {
    if (custody.at !== 'out') return '';
    return custody.dueBackAt === null ? this.speech.say('words.noDue') : this.speech.moment(custody.dueBackAt);
  }

  late({ custody, lateFrom }: Stretch): string {
    if (lateFrom !== null) return this.speech.say('picturing.table.lateFrom', { time: this.speech.moment(lateFrom) });
    return custody.at === 'out' && custody.dueBackAt !== null ? this.speech.say('picturing.table.inTime') : '';
  }

  until({ to }: Stretch): string {
    return to === null ? this.speech.say('picturing.table.still') : this.speech.moment(to);
  }

  item({ kind, label }: PicturedItem): string {
    return this.speech.item(kind, label);
  }

  resident({ resident }: PicturedItem): string {
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name, resident.kana);
  }

  /** facts are all that there is to say of a stretch, each with its word. */
  facts(item: PicturedItem, stretch: Stretch): readonly (readonly [word: string, value: string])[] {
    const all: readonly (readonly [string, string])[] = [
      ['whose', this.resident(item)],
      ['what', this.item(item)],
      ['who', this.place(stretch)],
      ['from', this.speech.moment(stretch.from)],
      ['to', this.until(stretch)],
      ['purpose', this.why(stretch)],
      ['due', this.due(stretch)],
      ['late', this.late(stretch)],
    ];
    return all.filter(([, value]) => value !== '');
  }
}
