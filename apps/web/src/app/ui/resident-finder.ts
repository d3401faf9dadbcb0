import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { listResidents } from '@azukari/contract';

import { Api } from './api';
import { EmptyState } from './empty-state';
import { Icon } from './icon';
import { KanaRow } from './kana-row';
import { KANA_ROWS, kanaRowOf, type KanaRowName } from './kana-rows';
import { type ResidentBrief, ResidentTile } from './resident-tile';
import { Speech } from './speech';
import { Unread } from './unread';

const FEW = 12;

/** ResidentFinder finds a resident by row, by kana, by romaji or by room; typing is never needed. */
@Component({
  selector: 'az-resident-finder',
  imports: [EmptyState, Icon, KanaRow, ResidentTile, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-kana-row [chosen]="row()" [available]="rows()" (choose)="chooseRow($event)" />
    <div class="search">
      <az-icon name="magnifier" />
      <input
        class="az-input"
        type="search"
        [attr.aria-label]="speech.say('finder.search')"
        [placeholder]="speech.say('finder.search')"
        [value]="text()"
        autocomplete="off"
        (input)="search($event)"
      />
    </div>
    @if (among() || all.hasValue()) {
      @if (shown(); as residents) {
        <ul>
          @for (resident of residents; track resident.id) {
            <li><az-resident-tile [resident]="resident" (choose)="choose.emit($event)" /></li>
          } @empty {
            <li class="wide">
              <az-empty-state
                icon="residents"
                [title]="speech.say('finder.none')"
                [body]="speech.say('finder.noneBody')"
              />
            </li>
          }
        </ul>
      } @else {
        <p class="az-soft">{{ speech.say('finder.pickRow') }}</p>
      }
    } @else {
      <az-unread [failed]="all.error()" [rows]="3" (again)="all.reload()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .search {
      position: relative;
    }
    .search az-icon {
      position: absolute;
      inset: 16px auto auto 14px;
      color: var(--az-ink-soft);
      pointer-events: none;
    }
    .search input {
      padding-inline-start: 48px;
    }
    .search input::placeholder {
      color: var(--az-ink-soft);
      opacity: 1;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(13.5rem, 100%), 1fr));
      gap: 8px;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class ResidentFinder {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  /** except are residents who are chosen already. */
  readonly except = input<readonly string[]>([]);
  /** among are all there are, where nobody is signed in who could ask for them. */
  readonly among = input<readonly ResidentBrief[] | null>(null);
  readonly choose = output<ResidentBrief>();

  protected readonly row = signal<KanaRowName | null>(null);
  protected readonly text = signal('');
  protected readonly all = this.api.read(listResidents, () => (this.among() === null ? {} : undefined));
  // Only romaji needs the server: kana, names and rooms are found here without waiting.
  private readonly romaji = computed(() => (/[a-z]{2}/i.test(this.text()) ? this.text().trim() : ''));
  private readonly found = this.api.read(listResidents, () =>
    this.romaji() === '' || this.among() !== null ? undefined : { query: { q: this.romaji() } },
  );

  // value() throws while the last read failed.
  private readonly residents = computed<readonly ResidentBrief[]>(
    () => this.among() ?? (this.all.hasValue() ? this.all.value().residents : []),
  );
  protected readonly rows = computed(() => {
    const living = this.residents().map(({ kana }) => kanaRowOf(kana));
    return KANA_ROWS.filter((row) => living.includes(row));
  });
  protected readonly shown = computed<readonly ResidentBrief[] | null>(() => {
    const residents = this.residents().filter(({ id }) => !this.except().includes(id));
    const text = plain(this.text());
    if (text !== '') {
      const local = residents.filter(({ name, kana, room }) =>
        [name, kana, room].some((part) => plain(part).includes(text)),
      );
      const remote = this.found.hasValue() ? this.found.value().residents : [];
      return [
        ...local,
        ...remote.filter(({ id }) => !local.some((other) => other.id === id) && !this.except().includes(id)),
      ];
    }
    const row = this.row();
    if (row !== null) return residents.filter(({ kana }) => kanaRowOf(kana) === row);
    return residents.length <= FEW ? residents : null;
  });

  protected chooseRow(row: KanaRowName): void {
    this.text.set('');
    this.row.update((before) => (before === row ? null : row));
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.text.set(event.target.value);
  }
}

/** plain makes names comparable: katakana as hiragana, no spaces, one form of width. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・]/g, '')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
