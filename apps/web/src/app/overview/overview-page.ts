import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { readOverview } from '@azukari/contract';

import { homes } from '../../i18n/ja/homes';
import { Api } from '../ui/api';
import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { alarmsOf, COLUMNS, type ColumnName, type Home, inOrderOf } from './columns';

/** OverviewPage is 施設の見わたし: how each home stands, in numbers, worst first; nobody who lives there has a name here. */
@Component({
  selector: 'az-overview-page',
  imports: [Icon, PageHeading, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.scss',
})
export class OverviewPage {
  protected readonly speech = inject(Speech);
  protected readonly read = inject(Api).read(readOverview);
  protected readonly columns = COLUMNS;
  protected readonly sort = signal<ColumnName>('alarms');

  protected readonly rows = computed(() =>
    this.read.hasValue() ? inOrderOf(this.read.value().homes, this.sort()) : [],
  );
  protected readonly troubled = computed(() => this.rows().filter((home) => alarmsOf(home) > 0).length);

  /** oldest is when the numbers were reckoned, of the home whose are the oldest. */
  protected readonly oldest = computed(
    () =>
      this.rows()
        .map(({ asOf }) => asOf)
        .sort()[0],
  );

  constructor() {
    inject(TranslocoService).setTranslation({ homes }, 'ja');
  }

  protected say(home: Home, name: ColumnName): string {
    const column = COLUMNS.find((one) => one.name === name);
    return column === undefined ? '' : column.say(home, this.speech);
  }
}
