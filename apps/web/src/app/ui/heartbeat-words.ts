import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { heartbeat } from '../../i18n/ja/heartbeat';

/** HeartbeatWords brings the Japanese words for how the notices stand with the first screen that says it. */
@Injectable({ providedIn: 'root' })
export class HeartbeatWords {
  constructor() {
    inject(TranslocoService).setTranslation({ heartbeat }, 'ja');
  }
}
