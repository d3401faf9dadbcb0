import { Injectable } from '@angular/core';

import { dating } from '../../i18n/ja/dating';
import { bringWords } from '../ui/manners';

/** DatingWords brings the Japanese words of 期限 with its first screen. */
@Injectable({ providedIn: 'root' })
export class DatingWords {
  constructor() {
    bringWords({ dating });
  }
}
