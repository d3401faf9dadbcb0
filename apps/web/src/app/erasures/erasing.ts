import { Injectable } from '@angular/core';
import type { AnswerOf, listErasures } from '@azukari/contract';

import { erasing } from '../../i18n/ja/erasing';
import { bringWords } from '../ui/manners';

/** Left is somebody who left and whose words are still there. */
export type Left = AnswerOf<typeof listErasures>['left'][number];

/** ErasingWords brings the Japanese words of 記録の消去 with its screen. */
@Injectable({ providedIn: 'root' })
export class ErasingWords {
  constructor() {
    bringWords({ erasing });
  }
}
