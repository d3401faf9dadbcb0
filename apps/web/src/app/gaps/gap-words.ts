import { Injectable } from '@angular/core';

import { gap } from '../../i18n/ja/gap';
import { bringWords } from '../ui/manners';

/** GapWords brings the Japanese words of 記録の途切れ with its screen. */
@Injectable({ providedIn: 'root' })
export class GapWords {
  constructor() {
    bringWords({ gap });
  }
}
