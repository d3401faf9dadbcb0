import { Injectable } from '@angular/core';

import { sheet } from '../../i18n/ja/sheet';
import { bringWords } from '../ui/manners';

/** SheetWords brings the Japanese words of 紙の用紙を入れる with its screen. */
@Injectable({ providedIn: 'root' })
export class SheetWords {
  constructor() {
    bringWords({ sheet });
  }
}
