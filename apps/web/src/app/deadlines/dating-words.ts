import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import { dating } from '../../i18n/ja/dating';

/** DatingWords brings the Japanese words of 期限 with its first screen. */
@Injectable({ providedIn: 'root' })
export class DatingWords {
  constructor() {
    inject(TranslocoService).setTranslation({ dating }, 'ja');
  }
}
