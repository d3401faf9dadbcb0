import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { listResidents } from '@azukari/contract';
import { KANA_ROWS as ROWS, kanaRow, matchesName } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { KanaRow } from '../ui/kana-row';
import { KANA_ROWS, type KanaRowName } from '../ui/kana-rows';
import { DayPipe } from '../ui/moment-pipes';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { type ResidentBrief, ResidentTile } from '../ui/resident-tile';
import { ScanLine, type ScannedPouch } from '../ui/scan/scan-line';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';

/** ResidentsPage is 利用者: everybody by row of the syllabary, found by kana, romaji or room while one types. */
@Component({
  selector: 'az-residents-page',
  imports: [DayPipe, EmptyState, Icon, KanaRow, PageHeading, PaperButton, ResidentTile, RouterLink, ScanLine, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './residents-page.html',
  styleUrl: './residents-page.scss',
})
export class ResidentsPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly row = signal<KanaRowName | null>(null);
  protected readonly text = signal('');
  protected readonly left = signal(false);
  protected readonly all = this.api.read(listResidents, () => ({ query: this.left() ? { left: true } : {} }));
  protected readonly everybody = computed(() => (this.all.hasValue() ? this.all.value().residents : []));
  protected readonly rows = computed(() => {
    const living = this.everybody().map(({ kana }) => rowOf(kana));
    return KANA_ROWS.filter((row) => living.includes(row));
  });
  /** owners are whose things are in a pouch whose label was read. */
  private readonly owners = signal<readonly string[] | null>(null);
  protected readonly shown = computed(() => {
    const text = this.text().trim();
    const row = this.row();
    const owners = this.owners();
    if (owners !== null) return this.everybody().filter(({ id }) => owners.includes(id));
    if (text !== '') return this.everybody().filter((resident) => matchesName(text, resident));
    return row === null ? this.everybody() : this.everybody().filter(({ kana }) => rowOf(kana) === row);
  });
  protected readonly narrowed = computed(
    () => this.text().trim() !== '' || this.row() !== null || this.owners() !== null,
  );

  /** For everybody who lives here, in one run: the day of the start, and when a text has changed. */
  protected readonly papers = [
    { key: 'F1', form: 'F1', of: { residentIds: null } },
    { key: 'F2', form: 'F2', of: { residentIds: null } },
    { key: 'F2-large', form: 'F2', of: { residentIds: null, largePrint: true } },
    { key: 'F7', form: 'F7', of: { residentIds: null } },
    { key: 'F20', form: 'F20', of: { residentIds: null } },
  ] as const;

  protected chooseRow(row: KanaRowName): void {
    this.text.set('');
    this.owners.set(null);
    this.row.update((before) => (before === row ? null : row));
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.text.set(event.target.value);
    this.owners.set(null);
    this.row.set(null);
  }

  protected showEverybody(): void {
    this.text.set('');
    this.owners.set(null);
    this.row.set(null);
  }

  /** openPouch opens her page whose pouch was read; of several it shows those. */
  protected async openPouch({ path, items }: ScannedPouch, line: ScanLine): Promise<void> {
    const owners = [...new Set(items.flatMap(({ resident }) => resident?.id ?? []))];
    const [only, ...others] = owners;
    if (only === undefined) line.refuse(path);
    else if (others.length === 0) await this.router.navigate(['/residents', only]);
    else this.owners.set(owners);
  }

  protected open({ id }: ResidentBrief): void {
    void this.router.navigate(['/residents', id]);
  }
}

/** rowOf is the button under which a reading is found; null for what begins with no kana. */
function rowOf(kana: string): KanaRowName | null {
  return KANA_ROWS[ROWS.indexOf(kanaRow(kana))] ?? null;
}
