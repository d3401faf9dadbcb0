import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { signed } from '../../i18n/ja/signed';

/** SignedWords brings the Japanese words of まとめての登録 with its screen. */
@Injectable({ providedIn: 'root' })
export class SignedWords {
  constructor() {
    inject(TranslocoService).setTranslation({ signed }, 'ja');
  }
}
