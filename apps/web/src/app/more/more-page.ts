import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { readHealth } from '@azukari/contract';
import type { Action } from '@azukari/domain';

import { LANG_CHOICES, Preferences, THEMES } from '../layout/preferences';
import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Board } from '../ui/board';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';

interface Link {
  readonly name: string;
  readonly icon: IconName;
  readonly action: Action;
}

const LINKS: readonly Link[] = [
  { name: 'intake', icon: 'intake', action: 'hold-temporarily' },
  { name: 'hand-over', icon: 'hand-over', action: 'return-to-resident' },
  { name: 'late-entry', icon: 'late-entry', action: 'enter-late' },
  { name: 'searching', icon: 'magnifier', action: 'search' },
  { name: 'counts', icon: 'counts', action: 'see-board' },
  { name: 'keys', icon: 'key', action: 'see-board' },
  { name: 'ledger', icon: 'ledger', action: 'read-record' },
  { name: 'pictures', icon: 'picture', action: 'read-record' },
  { name: 'inspection', icon: 'download', action: 'export-record' },
  { name: 'overview', icon: 'picture', action: 'see-overview' },
  { name: 'views', icon: 'person', action: 'read-settings' },
  { name: 'erasures', icon: 'close', action: 'confirm-erasure' },
  { name: 'deadlines', icon: 'calendar', action: 'see-board' },
  { name: 'notices', icon: 'bell', action: 'see-profile' },
  { name: 'rules', icon: 'rules', action: 'see-board' },
  { name: 'staff', icon: 'staff', action: 'see-board' },
  { name: 'storages', icon: 'storages', action: 'see-board' },
  { name: 'facility', icon: 'settings', action: 'read-settings' },
  { name: 'insurers', icon: 'rules', action: 'read-settings' },
  { name: 'tablets', icon: 'phone', action: 'keep-accounts' },
  { name: 'course', icon: 'practice', action: 'see-board' },
  { name: 'promise', icon: 'promise', action: 'see-board' },
];

/** MorePage leads to every screen that has no place of its own in the bar, and keeps what is one's own: language, brightness, password. */
@Component({
  selector: 'az-more-page',
  imports: [Icon, PageHeading, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './more-page.html',
  styleUrl: './more-page.scss',
})
export class MorePage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly preferences = inject(Preferences);
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(Api);
  private readonly board = inject(Board);
  /** Keys are shown where they are recorded, and to whoever can begin that. */
  private readonly showsKeys = computed(
    () => this.session.may('keep-settings') || (this.board.current()?.keys ?? null) !== null,
  );
  protected readonly links = computed(() =>
    LINKS.filter(({ name, action }) => this.session.may(action) && (name !== 'keys' || this.showsKeys())),
  );
  protected readonly langs = LANG_CHOICES;
  protected readonly themes = THEMES;
  private readonly health = this.api.read(readHealth);
  /** version is told only on the server's own computer. */
  protected readonly version = computed(() => (this.health.hasValue() ? (this.health.value().version ?? null) : null));

  protected async changePassword(): Promise<void> {
    const { OwnPasswordDialog } = await import('./own-password-dialog');
    this.dialog.open(OwnPasswordDialog, { width: '480px', autoFocus: 'input' });
  }
}
