import { Injectable } from '@angular/core';

import { signed } from '../../i18n/ja/signed';
import { bringWords } from '../ui/manners';

/** SignedWords brings the Japanese words of まとめての登録 with its screen. */
@Injectable({ providedIn: 'root' })
export class SignedWords {
  constructor() {
    bringWords({ signed });
  }
}
