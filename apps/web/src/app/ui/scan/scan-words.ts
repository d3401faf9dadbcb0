import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { scan } from '../../../i18n/ja/scan';

/** ScanWords brings the Japanese words of reading labels with the first screen that can. */
@Injectable({ providedIn: 'root' })
export class ScanWords {
  constructor() {
    inject(TranslocoService).setTranslation({ scan }, 'ja');
  }
}
