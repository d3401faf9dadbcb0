import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listEntries } from '@azukari/contract';

import { Api } from '../ui/api';
import { Icon } from '../ui/icon';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { MomentPipe } from '../ui/moment-pipes';
import { entrySentence } from '../ui/record/entry-words';
import { isCancelled } from '../ui/record/entry';
import type { Names } from '../ui/record/names';
import { Speech } from '../ui/speech';
import { LossGuide } from './loss-guide';
import type { Loss } from './loss-step-dialog';

/** MissingItem is one item that is looked for: where it was last, the one tap when it turns up, and what helps. */
@Component({
  selector: 'az-missing-item',
  imports: [Icon, ItemTile, LossGuide, MomentPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'az-card' },
  template: `
    <az-item-tile [item]="item()" [owner]="true" />
    <p class="az-soft">{{ speech.say('searching.since', { time: (item().custody.since | azMoment) }) }}</p>
    <div>
      <h3>{{ speech.say('searching.last') }}</h3>
      @if (movements.hasValue()) {
        <ol>
          @for (entry of movements.value().entries; track entry.seq) {
            <li>
              <span class="when">{{ entry.occurredAt ?? entry.recordedAt | azMoment }}</span>
              @if (cancelled(entry)) {
                <s>{{ sentence(entry) }}</s>
              } @else {
                <span>{{ sentence(entry) }}</span>
              }
              <span class="az-soft">{{ entry.actor.name }}</span>
            </li>
          }
        </ol>
        <a class="az-button az-button--quiet" routerLink="/ledger" [queryParams]="{ item: item().id }">
          <az-icon name="ledger" />{{ speech.say('searching.all') }}
        </a>
      }
    </div>
    @if (loss(); as known) {
      <az-loss-guide [loss]="known" (changed)="changed.emit()" />
    }
    <div class="ways">
      @if (mayReportLost()) {
        <button type="button" class="az-button az-button--floor" [disabled]="busy()" (click)="lost.emit()">
          {{ speech.say('searching.lost') }}
        </button>
      }
      <button
        type="button"
        class="az-button az-button--primary az-button--floor"
        [disabled]="busy()"
        (click)="found.emit()"
      >
        <az-icon name="check" />{{ speech.say('searching.found') }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    az-item-tile {
      border: 0;
      padding: 0;
      min-height: 0;
    }
    ol {
      display: grid;
      gap: 4px;
      margin: 4px 0;
      padding-inline-start: 14px;
      border-inline-start: 4px solid var(--az-line);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }
    .when {
      min-width: 6rem;
      font-weight: 700;
    }
    .az-button--quiet {
      margin-inline-start: -12px;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
    }
    @media (max-width: 719px) {
      .ways .az-button {
        flex: 1 1 auto;
      }
    }
  `,
})
export class MissingItem {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  readonly item = input.required<Item>();
  readonly names = input.required<Names>();
  readonly busy = input.required<boolean>();
  readonly mayReportLost = input.required<boolean>();
  /** loss is what is done about it, once it was reported. */
  readonly loss = input<Loss>();
  readonly changed = output();
  readonly found = output();
  readonly lost = output();

  protected readonly movements = this.api.read(listEntries, () => ({
    query: { itemId: this.item().id, type: 'item.', limit: 3 },
  }));
  protected readonly cancelled = isCancelled;

  protected sentence(entry: Parameters<typeof entrySentence>[0]): string {
    return entrySentence(entry, this.speech, this.names());
  }
}
