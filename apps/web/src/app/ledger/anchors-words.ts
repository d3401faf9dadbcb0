import { Injectable } from '@angular/core';

import { anchors } from '../../i18n/ja/anchors';
import { bringWords } from '../ui/manners';

/** AnchorsWords brings the Japanese words for how far the record can be proved with the panel that needs them. */
@Injectable({ providedIn: 'root' })
export class AnchorsWords {
  constructor() {
    bringWords({ anchors });
  }
}
