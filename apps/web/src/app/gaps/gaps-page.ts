import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { listGaps } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { formatCount } from '../ui/format';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { GapExplain } from './gap-explain';
import { GapExplained } from './gap-explained';
import { GapWords } from './gap-words';

/** GapsPage is 記録の途切れ: what was lost of what was signed, why, by whose word it ended, and who confirmed that. */
@Component({
  selector: 'az-gaps-page',
  imports: [Banner, GapExplain, GapExplained, PageHeading, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './gaps-page.html',
  styles: `
    :host {
      display: block;
    }
    ul {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .gap {
      display: grid;
      gap: 4px;
    }
  `,
})
export class GapsPage {
  protected readonly words = inject(GapWords);
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly formatCount = formatCount;
  protected readonly list = inject(Api).read(listGaps);
}
