import { Injectable } from '@angular/core';

import { scan } from '../../../i18n/ja/scan';
import { bringWords } from '../manners';

/** ScanWords brings the Japanese words of reading labels with the first screen that can. */
@Injectable({ providedIn: 'root' })
export class ScanWords {
  constructor() {
    bringWords({ scan });
  }
}
