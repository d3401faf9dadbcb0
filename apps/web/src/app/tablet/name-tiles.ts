import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';

import { KanaRow } from '../ui/kana-row';
import { KANA_ROWS, kanaRowOf, type KanaRowName } from '../ui/kana-rows';
import { ResidentTile } from '../ui/resident-tile';
import type { Colleague } from './tablet';

/** NameTiles are the people who work here, each to be pressed by herself. */
@Component({
  selector: 'az-name-tiles',
  imports: [KanaRow, ResidentTile],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-kana-row [chosen]="row()" [available]="rows()" (choose)="row.set($event)" />
    <ul>
      @for (one of shown(); track one.id) {
        <li>
          <az-resident-tile
            [resident]="{ id: one.id, name: one.name, kana: one.kana, room: '' }"
            (choose)="choose.emit(one)"
          />
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
      gap: 8px;
    }
  `,
})
export class NameTiles {
  readonly staff = input.required<readonly Colleague[]>();
  readonly choose = output<Colleague>();
  protected readonly row = signal<KanaRowName | null>(null);
  protected readonly rows = computed(() => {
    const there = this.staff().map(({ kana }) => kanaRowOf(kana));
    return KANA_ROWS.filter((row) => there.includes(row));
  });
  protected readonly shown = computed(() => {
    const row = this.row();
    return row === null ? this.staff() : this.staff().filter(({ kana }) => kanaRowOf(kana) === row);
  });
}
