import { Injectable } from '@angular/core';

import { heartbeat } from '../../i18n/ja/heartbeat';
import { bringWords } from './manners';

/** HeartbeatWords brings the Japanese words for how the notices stand with the first screen that says it. */
@Injectable({ providedIn: 'root' })
export class HeartbeatWords {
  constructor() {
    bringWords({ heartbeat });
  }
}
