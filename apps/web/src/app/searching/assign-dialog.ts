import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { assignItem } from '@azukari/contract';

import { ChosenResident } from '../ui/chosen-resident';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';

/** AssignDialog writes down whose a found item is; it closes with that resident. */
@Component({
  selector: 'az-assign-dialog',
  imports: [ChosenResident, DialogForm, ItemTile, ResidentFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('searching.assign.title')"
      [submit]="submitWords()"
      [keep]="speech.say('searching.assign.notYet')"
      [command]="assigning"
      [ready]="resident() !== null"
      (send)="assign()"
    >
      <p>{{ speech.say('searching.assign.lead') }}</p>
      <az-item-tile [item]="item" />
      @if (resident(); as person) {
        <az-chosen-resident [resident]="person" (again)="choose(null)" />
      } @else {
        <az-resident-finder (choose)="choose($event)" />
      }
    </az-dialog-form>
  `,
})
export class AssignDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  protected readonly item = inject<Item>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AssignDialog, ResidentBrief>>(MatDialogRef);
  protected readonly assigning = commandOf(assignItem, ({ item, receipt }) => {
    this.receipts.show('recorded', receipt);
    this.dialog.close(item.resident ?? undefined);
  });
  protected readonly resident = signal<ResidentBrief | null>(null);

  protected submitWords(): string {
    const resident = this.resident();
    return resident === null
      ? this.speech.say('searching.assign.choose')
      : this.speech.say('searching.assign.submit', { name: this.speech.person(resident.name, resident.kana) });
  }

  /** While an order is not confirmed its resident stays: sending again means the very same one. */
  protected choose(resident: ResidentBrief | null): void {
    if (this.assigning.locked()) return;
    this.resident.set(resident);
    this.assigning.forget();
  }

  protected async assign(): Promise<void> {
    const resident = this.resident();
    if (resident !== null) await this.assigning.send({ residentId: resident.id }, { path: { id: this.item.id } });
  }
}
