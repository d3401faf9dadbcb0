import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { BoardAnswer } from '../ui/board';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Speech } from '../ui/speech';

interface Tile {
  readonly name:
    'out' | 'late' | 'held' | 'expiring' | 'missing' | 'review' | 'agreementEnded' | 'envelopes' | 'answers';
  readonly section: string;
  /** page is the screen it leads to, where that shows more than the list here. */
  readonly page?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly icon: IconName;
  readonly count: number;
}

/** BoardTiles counts what needs a look; each tile leads to its list, or to the screen that has it all. */
@Component({
  selector: 'az-board-tiles',
  imports: [Icon, NgTemplateOutlet, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (tile of tiles(); track tile.name) {
        <li>
          @if (tile.page; as page) {
            <a [routerLink]="page" [queryParams]="tile.query" [attr.data-tile]="tile.count > 0 ? tile.name : 'none'">
              <ng-container [ngTemplateOutlet]="inside" [ngTemplateOutletContext]="{ $implicit: tile }" />
            </a>
          } @else {
            <button
              type="button"
              [attr.data-tile]="tile.count > 0 ? tile.name : 'none'"
              [disabled]="tile.count === 0"
              (click)="choose.emit(tile.section)"
            >
              <ng-container [ngTemplateOutlet]="inside" [ngTemplateOutletContext]="{ $implicit: tile }" />
            </button>
          }
        </li>
      }
      <li>
        <a routerLink="/counts" [attr.data-tile]="countsTone()">
          <az-icon name="counts" />
          <span class="word">{{ countsWord() }}</span>
          <strong>{{ countsLeft() }}</strong>
        </a>
      </li>
    </ul>
    <ng-template #inside let-tile>
      <az-icon [name]="tile.icon" />
      <span class="word">{{ speech.say('today.tile.' + tile.name) }}</span>
      <strong>{{ tile.count }}</strong>
    </ng-template>
  `,
  styleUrl: './board-tiles.scss',
})
export class BoardTiles {
  protected readonly speech = inject(Speech);
  readonly out = input.required<number>();
  readonly late = input.required<number>();
  readonly held = input.required<number>();
  readonly expiring = input.required<number>();
  readonly missing = input.required<number>();
  readonly review = input.required<number>();
  readonly agreementEnded = input.required<number>();
  readonly envelopes = input.required<number>();
  readonly answers = input.required<number>();
  /** counts is how the counts at the change of shift stand: まだ, 済 or 抜けた. */
  readonly counts = input.required<BoardAnswer['counts']>();
  protected readonly countsLeft = computed(() => {
    const { due, awaited } = this.counts();
    return due + awaited === 0 ? '' : String(due + awaited);
  });
  protected readonly countsTone = computed(() => {
    const { skipped, late, due, awaited } = this.counts();
    return skipped + late > 0 ? 'late' : due + awaited > 0 ? 'expiring' : 'none';
  });
  protected readonly countsWord = computed(() => {
    const { state, awaited, closedAt } = this.counts();
    if (state === 'due' || state === 'skipped') return this.speech.say(`today.tile.counts.${state}`);
    if (awaited > 0) return this.speech.say('today.tile.counts.awaited');
    return state === 'off' || closedAt === null
      ? this.speech.say('today.tile.counts.idle')
      : this.speech.say('today.tile.counts.done', { time: this.speech.moment(closedAt) });
  });
  readonly choose = output<string>();

  protected readonly tiles = computed<readonly Tile[]>(() => {
    const always: readonly Tile[] = [
      { name: 'out', section: 'out', icon: 'arrow-out', count: this.out() },
      { name: 'late', section: 'out', icon: 'warning', count: this.late() },
      { name: 'held', section: 'held', icon: 'tray', count: this.held() },
      {
        name: 'expiring',
        section: 'expiring',
        page: '/deadlines',
        query: { month: 'near' },
        icon: 'calendar',
        count: this.expiring(),
      },
    ];
    const rare: readonly Tile[] = [
      { name: 'answers', section: 'answers', icon: 'bell', count: this.answers() },
      { name: 'missing', section: 'missing', icon: 'magnifier', count: this.missing() },
      { name: 'review', section: 'review', icon: 'siren', count: this.review() },
      { name: 'agreementEnded', section: 'agreementEnded', icon: 'pencil', count: this.agreementEnded() },
      { name: 'envelopes', section: 'envelopes', page: '/envelopes', icon: 'tray', count: this.envelopes() },
    ];
    return [...always, ...rare.filter(({ count }) => count > 0)];
  });
}
