import { Injectable } from '@angular/core';

import { transfers } from '../../i18n/ja/transfers';
import { bringWords } from './manners';

/** TransferWords brings the Japanese words of what goes from home to home. */
@Injectable({ providedIn: 'root' })
export class TransferWords {
  constructor() {
    bringWords({ transfers });
  }
}
