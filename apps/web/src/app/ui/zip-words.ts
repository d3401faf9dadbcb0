import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { zip } from '../../i18n/ja/zip';

/** ZipWords brings the Japanese words for a file that the server makes with the first screen that asks for one. */
@Injectable({ providedIn: 'root' })
export class ZipWords {
  constructor() {
    inject(TranslocoService).setTranslation({ zip }, 'ja');
  }
}
