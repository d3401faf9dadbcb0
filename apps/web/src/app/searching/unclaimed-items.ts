import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { Icon } from '../ui/icon';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';

/** UnclaimedItems are found items whose resident is not known yet, and the way to write down whose they are. */
@Component({
  selector: 'az-unclaimed-items',
  imports: [Banner, Icon, ItemTile, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (claimed(); as person) {
      <az-banner
        tone="done"
        [title]="speech.say('searching.assign.done', { name: speech.person(person.name, person.kana) })"
        [body]="speech.say('searching.assign.next')"
      >
        <a class="az-button az-button--floor" [routerLink]="['/residents', person.id]">
          <az-icon name="person" />{{ speech.say('searching.assign.toResident') }}
        </a>
      </az-banner>
    }
    @if (items().length > 0) {
      <h2 id="unclaimed-heading">{{ speech.say('searching.unclaimed.title') }}</h2>
      <p class="az-soft">{{ speech.say('searching.unclaimed.lead') }}</p>
      <ul class="az-stack" aria-labelledby="unclaimed-heading">
        @for (item of items(); track item.id) {
          <li>
            <az-item-tile [item]="item">
              @if (session.may('hold-temporarily')) {
                <button type="button" class="az-button az-button--floor" (click)="assign(item)">
                  <az-icon name="person" />{{ speech.say('searching.unclaimed.known') }}
                  <span class="az-sr-only">{{ speech.item(item.kind, item.label) }}</span>
                </button>
              }
            </az-item-tile>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    :host(:empty) {
      display: none;
    }
  `,
})
export class UnclaimedItems {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  readonly items = input.required<readonly Item[]>();
  readonly assigned = output();

  protected readonly claimed = signal<ResidentBrief | null>(null);

  protected async assign(item: Item): Promise<void> {
    const { AssignDialog } = await import('./assign-dialog');
    const ref = this.dialog.open<unknown, Item, ResidentBrief>(AssignDialog, {
      data: item,
      width: '760px',
      autoFocus: 'dialog',
    });
    const resident = await firstValueFrom(ref.afterClosed());
    if (resident === undefined) return;
    this.claimed.set(resident);
    this.assigned.emit();
  }
}
