import { Injectable } from '@angular/core';

import { pack } from '../../i18n/ja/pack';
import { bringWords } from '../ui/manners';

/** PackWords brings the Japanese words for handing the record over with the dialog that needs them. */
@Injectable({ providedIn: 'root' })
export class PackWords {
  constructor() {
    bringWords({ pack });
  }
}
