import { Injectable } from '@angular/core';

import { zip } from '../../i18n/ja/zip';
import { bringWords } from './manners';

/** ZipWords brings the Japanese words for a file that the server makes with the first screen that asks for one. */
@Injectable({ providedIn: 'root' })
export class ZipWords {
  constructor() {
    bringWords({ zip });
  }
}
