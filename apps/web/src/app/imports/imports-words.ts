import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { imports } from '../../i18n/ja/imports';

/** ImportsWords brings the Japanese words of 一覧の取りこみ with its screen. */
@Injectable({ providedIn: 'root' })
export class ImportsWords {
  constructor() {
    inject(TranslocoService).setTranslation({ imports }, 'ja');
  }
}
