import { Injectable } from '@angular/core';

import { notice } from '../../i18n/ja/notice';
import { bringWords } from '../ui/manners';

/** NoticeWords brings the Japanese words of お知らせ with its first screen; they are many and few people need them. */
@Injectable({ providedIn: 'root' })
export class NoticeWords {
  constructor() {
    bringWords({ notice });
  }
}
