import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { inspecting } from '../../i18n/ja/inspecting';

/** InspectingWords brings the Japanese words of 運営指導 with its screen. */
@Injectable({ providedIn: 'root' })
export class InspectingWords {
  constructor() {
    inject(TranslocoService).setTranslation({ inspecting }, 'ja');
  }
}
