import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Banner } from '../ui/banner';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { PageHeading } from '../ui/page-heading';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';

/** FloorView is what everybody who is signed in may know of a resident: her items and where they are. */
@Component({
  selector: 'az-floor-view',
  imports: [Banner, EmptyState, Icon, ItemTile, PageHeading, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-page-heading [title]="name()" [sub]="sub()">
      <a class="az-button" routerLink="/intake" [queryParams]="{ resident: residentId() }"
        ><az-icon name="tray" />{{ speech.say('resident.hold') }}</a
      >
      <a class="az-button" routerLink="/residents"><az-icon name="back" />{{ speech.say('resident.toList') }}</a>
    </az-page-heading>
    @if (here(); as items) {
      <ul>
        @for (item of items; track item.id) {
          <li><az-item-tile [item]="item" /></li>
        } @empty {
          <li><az-empty-state icon="tray" [title]="speech.say('resident.items.empty')" /></li>
        }
      </ul>
    } @else {
      <az-skeleton [rows]="3" />
    }
    <az-banner tone="info" [title]="speech.say('resident.floor.title')" [body]="speech.say('resident.floor.body')" />
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
    }
  `,
})
export class FloorView {
  protected readonly speech = inject(Speech);
  readonly residentId = input.required<string>();
  readonly items = input.required<readonly Item[] | null>();

  protected readonly here = computed(() => this.items()?.filter(({ custody }) => custody.at !== 'ended') ?? null);
  private readonly resident = computed(() => this.items()?.find(({ resident }) => resident !== null)?.resident ?? null);
  protected readonly name = computed(() => {
    const resident = this.resident();
    return resident === null
      ? this.speech.say('resident.section.items')
      : this.speech.person(resident.name, resident.kana);
  });
  protected readonly sub = computed(() => this.resident()?.room ?? '');
}
