import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { pack } from '../../i18n/ja/pack';

/** PackWords brings the Japanese words for handing the record over with the dialog that needs them. */
@Injectable({ providedIn: 'root' })
export class PackWords {
  constructor() {
    inject(TranslocoService).setTranslation({ pack }, 'ja');
  }
}
