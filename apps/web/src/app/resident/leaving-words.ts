import { Injectable } from '@angular/core';

import { leaving } from '../../i18n/ja/leaving';
import { bringWords } from '../ui/manners';

/** LeavingWords brings the Japanese words of leaving, coming back and disputes with their screens. */
@Injectable({ providedIn: 'root' })
export class LeavingWords {
  constructor() {
    bringWords({ leaving });
  }
}
