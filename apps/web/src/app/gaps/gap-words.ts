import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { gap } from '../../i18n/ja/gap';

/** GapWords brings the Japanese words of 記録の途切れ with its screen. */
@Injectable({ providedIn: 'root' })
export class GapWords {
  constructor() {
    inject(TranslocoService).setTranslation({ gap }, 'ja');
  }
}
