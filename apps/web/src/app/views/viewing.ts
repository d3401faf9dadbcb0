import { inject, Injectable } from '@angular/core';
import type { AnswerOf, listViewReviews, readViewExceptions } from '@azukari/contract';

import { viewing } from '../../i18n/ja/viewing';
import { bringWords } from '../ui/manners';
import { quarterText } from '../ui/quarter';
import { Speech } from '../ui/speech';

/** Quarter is a quarter that is over, and its review. */
export type Quarter = AnswerOf<typeof listViewReviews>['quarters'][number];

/** Exceptional is one kind of exception with its cases. */
export type Exceptional = AnswerOf<typeof readViewExceptions>['exceptions'][number];

/** ViewingWords brings the Japanese words of 閲覧の記録 with its first screen, and names quarters. */
@Injectable({ providedIn: 'root' })
export class ViewingWords {
  private readonly speech = inject(Speech);

  constructor() {
    bringWords({ viewing });
  }

  quarter(quarterOn: string): string {
    return quarterText(quarterOn, this.speech);
  }
}
