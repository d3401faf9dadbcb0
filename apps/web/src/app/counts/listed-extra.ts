import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { holdTemporarily } from '@azukari/contract';
import type { ItemKind } from '@azukari/domain';

import { ChosenResident } from '../ui/chosen-resident';
import { commandOf } from '../ui/command';
import { KindGrid } from '../ui/kind-grid';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';

/** ListedExtra takes in, where it lies, what is there and not on the list: whose, and what. It is 一時保管 until somebody has signed. */
@Component({
  selector: 'az-listed-extra',
  imports: [ChosenResident, KindGrid, Outcome, ResidentFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (resident(); as one) {
      <az-chosen-resident [resident]="one" (again)="resident.set(null)" />
    } @else if (!unknown()) {
      <h4>{{ speech.say('counting.list.whose') }}</h4>
      <az-resident-finder (choose)="resident.set($event)" />
      <button type="button" class="az-button" (click)="unknown.set(true)">
        {{ speech.say('counting.list.nobody') }}
      </button>
    }
    @if (resident() !== null || unknown()) {
      <h4>{{ speech.say('counting.list.what') }}</h4>
      <az-kind-grid [label]="speech.say('counting.list.what')" [chosen]="chosen()" (choose)="kind.set($event)" />
      <az-outcome [of]="holding.ended()" (again)="holding.again()" />
      <button
        type="button"
        class="az-button az-button--primary az-button--floor"
        [attr.aria-disabled]="holding.locked() || kind() === null"
        (click)="hold()"
      >
        {{ speech.say('counting.list.hold') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
    }
  `,
})
export class ListedExtra {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  readonly storageId = input.required<string | null>();
  readonly taken = output();

  protected readonly resident = signal<ResidentBrief | null>(null);
  protected readonly unknown = signal(false);
  protected readonly kind = signal<ItemKind | null>(null);
  protected readonly holding = commandOf(holdTemporarily, ({ receipt, item }) => {
    this.receipts.show('hold', receipt, [item]);
    this.taken.emit();
  });

  protected chosen(): readonly ItemKind[] {
    const kind = this.kind();
    return kind === null ? [] : [kind];
  }

  protected async hold(): Promise<void> {
    const kind = this.kind();
    if (kind === null) return;
    const residentId = this.resident()?.id ?? null;
    const reason = residentId === null ? 'found' : 'no-agreement';
    await this.holding.send({ residentId, kind, reason, storageId: this.storageId() });
  }
}
