import { Injectable } from '@angular/core';

import { imports } from '../../i18n/ja/imports';
import { bringWords } from '../ui/manners';

/** ImportsWords brings the Japanese words of 一覧の取りこみ with its screen. */
@Injectable({ providedIn: 'root' })
export class ImportsWords {
  constructor() {
    bringWords({ imports });
  }
}
