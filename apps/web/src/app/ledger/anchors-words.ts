import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { anchors } from '../../i18n/ja/anchors';

/** AnchorsWords brings the Japanese words for how far the record can be proved with the panel that needs them. */
@Injectable({ providedIn: 'root' })
export class AnchorsWords {
  constructor() {
    inject(TranslocoService).setTranslation({ anchors }, 'ja');
  }
}
