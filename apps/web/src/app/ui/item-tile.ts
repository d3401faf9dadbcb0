import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Clock } from './clock';
import { expiryState, type Item, placeState, type State } from './item-state';
import { KindShapeDrawing } from './kind-shape';
import { Speech } from './speech';
import { StateChip } from './state-chip';

/** ItemTile shows one 預かり品: its drawing, its name, where it is and until when it is valid. Actions go into its content. */
@Component({
  selector: 'az-item-tile',
  imports: [KindShapeDrawing, RouterLink, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-kind-shape [kind]="item().kind" />
    <div class="facts">
      @if (ownerName(); as owner) {
        @if (ownerLink(); as id) {
          <a class="owner" [routerLink]="['/residents', id]">{{ owner }}</a>
        } @else {
          <span class="owner">{{ owner }}</span>
        }
      }
      <strong>{{ name() }}</strong>
      <span class="place">
        @for (part of detail(); track part) {
          <span>{{ part }}</span>
        }
      </span>
    </div>
    <div class="chips">
      <az-state-chip [state]="place()" />
      @if (expiry(); as state) {
        <az-state-chip [state]="state" />
      }
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 14px;
      min-height: 64px;
      padding: 10px 14px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
    }
    .facts {
      display: grid;
      flex: 1 1 max(10rem, 40%);
      min-width: 0;
    }
    .place {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    .place span {
      display: inline-block;
      margin-inline-end: 14px;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
  `,
})
export class ItemTile {
  private readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  readonly item = input.required<Item>();
  /** owner adds whose it is, where a list holds several residents; as a link where a person may want to go there. */
  readonly owner = input<boolean | 'link'>(false);

  protected readonly name = computed(() => this.speech.item(this.item().kind, this.item().label));
  /** state replaces the place where a list is about something else, such as an emergency to review. */
  readonly state = input<State>();

  protected readonly ownerLink = computed(() => (this.owner() === 'link' ? (this.item().resident?.id ?? null) : null));
  protected readonly ownerName = computed(() => {
    if (this.owner() === false) return null;
    const resident = this.item().resident;
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name, resident.kana);
  });
  protected readonly place = computed(() => this.state() ?? placeState(this.item(), this.clock.now()));
  protected readonly expiry = computed(() =>
    this.item().custody.at === 'ended' ? null : expiryState(this.item(), this.clock.now()),
  );
  protected readonly detail = computed(() => {
    const { custody, storage, printedExpiresOn, noDatePrinted } = this.item();
    const parts = [
      noDatePrinted ? this.speech.say('words.noDatePrinted') : '',
      printedExpiresOn === null ? '' : this.speech.say('words.validUntil', { day: this.speech.day(printedExpiresOn) }),
      custody.at === 'out'
        ? this.speech.say('words.heldBy', { name: this.speech.holder(custody.holder) })
        : (storage?.path ?? ''),
    ];
    return parts.filter((part) => part !== '');
  });
}
