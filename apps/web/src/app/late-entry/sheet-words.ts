import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { sheet } from '../../i18n/ja/sheet';

/** SheetWords brings the Japanese words of 紙の用紙を入れる with its screen. */
@Injectable({ providedIn: 'root' })
export class SheetWords {
  constructor() {
    inject(TranslocoService).setTranslation({ sheet }, 'ja');
  }
}
