import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { notice } from '../../i18n/ja/notice';

/** NoticeWords brings the Japanese words of お知らせ with its first screen; they are many and few people need them. */
@Injectable({ providedIn: 'root' })
export class NoticeWords {
  constructor() {
    inject(TranslocoService).setTranslation({ notice }, 'ja');
  }
}
